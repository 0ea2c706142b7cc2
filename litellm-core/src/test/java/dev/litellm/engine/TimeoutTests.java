package dev.litellm.engine;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.litellm.ChatSpec;
import dev.litellm.LlmClient;
import dev.litellm.LlmClientBuilder;
import dev.litellm.Models;
import dev.litellm.call.Settings;
import dev.litellm.call.Timeouts;
import dev.litellm.error.Attempt;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.error.LlmStreamException;
import dev.litellm.error.LlmTimeoutException;
import dev.litellm.routing.ModelEntry;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for the four timeouts.
 */
class TimeoutTests {

	private static final Duration SHORT = Duration.ofMillis(200);

	private static final String TEXT = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}\n\n";

	private static final String PING = ": ping\n\n";

	private final ScriptedLlm llm = ScriptedLlm.start();

	@BeforeAll
	static void warmUp() {
		try (ScriptedLlm warm = ScriptedLlm.start()) {
			Models.builder(warm).build().chat("gpt-4o").user("Hi").stream().content().blockLast();
		}
	}

	@AfterEach
	void close() {
		this.llm.close();
	}

	@Test
	void limitsTheTimeToTheAnswer() {
		this.llm.otherwise(Reply.hang());
		LlmException failure = failure(chat(client()).firstTokenTimeout(SHORT));
		assertThat(failure).isInstanceOf(LlmTimeoutException.class)
			.hasMessageContaining("no content within 0.2s (first-token timeout); raise litellm.timeouts.first-token");
		assertThat(this.llm.takeRequest().closedByClient()).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(true);
	}

	@Test
	void limitsTheTimeToTheAnswerWhereItsBodyStalls() {
		this.llm.otherwise(Reply.text("Paris.").splitEvery(20).stallAfter(1));
		assertThat(failure(chat(client()).firstTokenTimeout(SHORT))).isInstanceOf(LlmTimeoutException.class);
	}

	@Test
	void limitsTheTimeToTheFirstContentOfAStream() {
		this.llm.otherwise(Reply.stream("a").stallAfter(0));
		LlmException failure = streamFailure(chat(client()).firstTokenTimeout(SHORT));
		assertThat(failure).isInstanceOf(LlmTimeoutException.class).hasMessageContaining("first-token timeout");
		assertThat(this.llm.takeRequest().closedByClient()).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(true);
	}

	@Test
	void takesPingsForNoContent() {
		this.llm.otherwise(Reply.sse(pings(40)).delayPerChunk(Duration.ofMillis(20)));
		assertThat(streamFailure(chat(client()).firstTokenTimeout(Duration.ofMillis(150))))
			.hasMessageContaining("first-token timeout");
	}

	@Test
	void triesAgainWhereTheFirstContentIsLate() {
		this.llm.enqueue(Reply.stream("late").stallAfter(0), Reply.stream("in time"));
		assertThat(chat(client()).maxAttempts(2)
			.firstTokenTimeout(Duration.ofSeconds(1))
			.stream()
			.content()
			.collectList()
			.block()).containsExactly("in time");
	}

	@Test
	void limitsTheTimeBetweenPieces() {
		this.llm.otherwise(Reply.stream("a", "b", "c").stallAfter(2));
		LlmStreamException failure = catchThrowableOfType(LlmStreamException.class,
				() -> chat(client()).idleTimeout(SHORT).stream().content().blockLast());
		assertThat(failure).hasMessageContaining("nothing came for 0.2s (idle timeout); raise litellm.timeouts.idle");
		assertThat(this.llm.takeRequest().closedByClient()).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(true);
	}

	@Test
	void takesPingsForLifeBetweenPieces() {
		List<String> chunks = new ArrayList<>();
		chunks.add(TEXT);
		chunks.addAll(List.of(pings(12)));
		chunks.add(TEXT + "data: [DONE]\n\n");
		this.llm.otherwise(Reply.sse(chunks.toArray(String[]::new)).delayPerChunk(Duration.ofMillis(100)));
		assertThat(chat(client()).idleTimeout(Duration.ofSeconds(1)).stream().content().collectList().block())
			.containsExactly("a", "a");
	}

	@Test
	void limitsTheWholeCallRetriesIncluded() {
		this.llm.otherwise(Reply.error(503).delay(Duration.ofMillis(60)));
		long begun = System.nanoTime();
		LlmException failure = failure(chat(client()).maxAttempts(1000).timeout(Duration.ofMillis(300)));
		long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
		assertThat(took).isBetween(200L, 10_000L);
		assertThat(failure.attempts()).hasSizeBetween(1, 6);
	}

	@Test
	void namesTheTotalWhereTheTotalWasHit() {
		this.llm.otherwise(Reply.hang());
		LlmException failure = failure(chat(client()).timeout(SHORT));
		assertThat(failure.kind()).isEqualTo(ErrorKind.TIMEOUT);
		assertThat(failure).hasMessageContaining(
				"the call's total timeout of 0.2s has passed; raise litellm.timeouts.total, or the timeout(…) of the call");
		assertThat(failure.attempts()).hasSize(1);
	}

	@Test
	void limitsAStreamThatNeverEnds() {
		this.llm.otherwise(Reply.stream("a ".repeat(400).split("(?<= )")).delayPerChunk(Duration.ofMillis(10)));
		LlmStreamException failure = catchThrowableOfType(LlmStreamException.class,
				() -> chat(client()).timeout(Duration.ofSeconds(1)).stream().content().blockLast());
		assertThat(failure).hasMessageContaining("total timeout");
	}

	@Test
	void spendsNoTimeOnAFallbackAfterTheTotal() {
		this.llm.otherwise(Reply.hang());
		assertThat(failure(chat(client()).fallbacks("gpt-4o-mini").timeout(SHORT)).attempts()).hasSize(1);
	}

	@Test
	void limitsNoWholeStreamOfItself() {
		assertThat(Defaults.TIMEOUTS.total()).isNull();
	}

	@Test
	void limitsTheTimeToConnect() throws Exception {
		try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
				Socket first = new Socket(full.getInetAddress(), full.getLocalPort());
				Socket second = new Socket(full.getInetAddress(), full.getLocalPort())) {
			LlmException failure = failure(chat(client()).baseUrl("http://127.0.0.1:" + full.getLocalPort())
				.apiKey("sk-test")
				.connectTimeout(SHORT));
			assertThat(failure).isInstanceOf(LlmTimeoutException.class)
				.hasMessageContaining("connect timeout")
				.hasMessageContaining("litellm.timeouts.connect");
			assertThat(first.isConnected() && second.isConnected()).isTrue();
		}
	}

	@Test
	void takesTheTimesOfTheProvider() {
		this.llm.otherwise(Reply.hang());
		Timeouts quick = Timeouts.none().withFirstToken(SHORT);
		LlmClient client = once()
			.provider("openai", (provider) -> provider.settings(Settings.none().withTimeouts(quick)))
			.build();
		assertThat(failure(chat(client))).hasMessageContaining("within 0.2s");
	}

	@Test
	void takesTheTimesOfTheModelBeforeThoseOfTheProvider() {
		this.llm.otherwise(Reply.hang());
		Timeouts slow = Timeouts.none().withFirstToken(Duration.ofMinutes(1));
		Settings quick = Settings.none().withTimeouts(Timeouts.none().withFirstToken(SHORT));
		LlmClient client = once()
			.provider("openai", (provider) -> provider.settings(Settings.none().withTimeouts(slow)))
			.model(new ModelEntry("quick", "openai/gpt-4o", null, null, Map.of(), quick))
			.build();
		assertThat(failure(client.chat("quick").user("Hi"))).hasMessageContaining("within 0.2s");
	}

	@Test
	void takesTheTimesOfTheCallBeforeAllOthers() {
		this.llm.otherwise(Reply.hang());
		LlmClient client = once()
			.settings(Models.timeouts((timeouts) -> timeouts.withFirstToken(Duration.ofMinutes(1))))
			.build();
		assertThat(failure(chat(client).firstTokenTimeout(SHORT))).hasMessageContaining("within 0.2s");
	}

	@Test
	void takesTheTimesOfTheFallbackForTheFallback() {
		this.llm.whenModel("gpt-4o", Reply.error(503));
		this.llm.whenModel("gpt-4o-mini", Reply.hang());
		Settings quick = Settings.none().withTimeouts(Timeouts.none().withFirstToken(SHORT));
		LlmClient client = once().model(new ModelEntry("quick", "openai/gpt-4o-mini", null, null, Map.of(), quick))
			.fallback("gpt-4o", "quick")
			.build();
		assertThat(failure(chat(client)).attempts()).extracting(Attempt::kind)
			.containsExactly(ErrorKind.SERVICE_UNAVAILABLE, ErrorKind.TIMEOUT);
	}

	private LlmClientBuilder once() {
		return Models.builder(this.llm).settings((settings) -> settings.withRetries(Models.QUICK.withMaxAttempts(1)));
	}

	private LlmClient client() {
		return once().build();
	}

	private static ChatSpec chat(LlmClient client) {
		return client.chat("gpt-4o").user("Where is the Louvre?");
	}

	private static LlmException failure(ChatSpec chat) {
		return catchThrowableOfType(LlmException.class, () -> chat.call().response());
	}

	private static LlmException streamFailure(ChatSpec chat) {
		return catchThrowableOfType(LlmException.class, () -> chat.stream().content().blockLast());
	}

	private static String[] pings(int count) {
		String[] pings = new String[count];
		Arrays.fill(pings, PING);
		return pings;
	}

}
