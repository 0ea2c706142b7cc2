package dev.litellm.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.litellm.LlmClient;
import dev.litellm.Models;
import dev.litellm.call.Retries;
import dev.litellm.chat.ChatResponse;
import dev.litellm.error.Attempt;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.error.LlmRateLimitException;
import dev.litellm.error.LlmServerException;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for retries over real sockets.
 */
class RetryTests {

	private final ScriptedLlm llm = ScriptedLlm.start();

	private LlmClient client;

	@BeforeEach
	void build() {
		this.client = Models.builder(this.llm).build();
	}

	@AfterEach
	void close() {
		this.llm.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 408, 409, 429, 500, 502, 503, 504, 529 })
	void triesAgainAfterAStatusThatMayPass(int status) {
		this.llm.enqueue(Reply.error(status), Reply.text("Paris."));
		ChatResponse response = ask();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.attempts()).extracting(Attempt::status).containsExactly(status, 200);
		assertThat(response.attempts()).extracting(Attempt::succeeded).containsExactly(false, true);
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 402, 403, 404, 413, 422 })
	void asksOnceWhereTheSameRequestWouldFailAgain(int status) {
		this.llm.otherwise(Reply.error(status));
		LlmException failure = catchThrowableOfType(LlmException.class, this::ask);
		assertThat(failure.status()).isEqualTo(status);
		assertThat(failure.isRetryable()).isFalse();
		assertThat(this.llm.requests()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "insufficient_quota", "credit_balance_exhausted", "project_spend_limit_exceeded",
			"exceeded_current_quota_error" })
	void asksOnceWhereNoWaitBringsCreditBackAndFallsBack(String code) {
		this.llm.whenModel("gpt-4o", Reply.error(429, code));
		this.llm.whenModel("gpt-4o-mini", Reply.text("Paris."));
		LlmException failure = catchThrowableOfType(LlmException.class, this::ask);
		assertThat(failure).isInstanceOf(LlmRateLimitException.class);
		assertThat(failure.code()).isEqualTo(code);
		assertThat(failure.isRetryable()).isFalse();
		assertThat(failure.attempts()).hasSize(1);
		ChatResponse response = this.client.chat("gpt-4o").fallbacks("gpt-4o-mini").user("Hi").call().response();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.attempts()).extracting(Attempt::kind).containsExactly(ErrorKind.RATE_LIMIT, null);
	}

	@Test
	void asksOnceWhereAStreamTellsThatCreditIsUsedUp() {
		this.llm.otherwise(Reply.sse("data: {\"error\":{\"type\":\"insufficient_quota\",\"message\":\"Pay.\"}}\n\n"));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat("gpt-4o").user("Hi").stream().content().blockLast());
		assertThat(failure).isInstanceOf(LlmRateLimitException.class);
		assertThat(failure.isRetryable()).isFalse();
		assertThat(this.llm.requests()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "dashscope", "qwencloud", "qwen_ai_platform" })
	void triesAgainWhereAQuotaIsThatOfAMinute(String provider) {
		this.llm.enqueue(Reply.error(429, "insufficient_quota"), Reply.text("Paris."));
		ChatResponse response = Models.builder(this.llm)
			.provider(provider, (spec) -> spec.baseUrl(this.llm.baseUrl()).apiKey("sk-test"))
			.build()
			.chat(provider + "/qwen-plus")
			.user("Hi")
			.call()
			.response();
		assertThat(response.attempts()).extracting(Attempt::kind).containsExactly(ErrorKind.RATE_LIMIT, null);
	}

	@Test
	void failsTwiceThenSucceeds() {
		WireMockServer server = new WireMockServer(options().dynamicPort());
		server.start();
		try {
			server.stubFor(post("/v1/chat/completions").inScenario("twice")
				.whenScenarioStateIs(Scenario.STARTED)
				.willReturn(aResponse().withStatus(503))
				.willSetStateTo("once more"));
			server.stubFor(post("/v1/chat/completions").inScenario("twice")
				.whenScenarioStateIs("once more")
				.willReturn(aResponse().withStatus(429).withBody("<h1>Slow down</h1>"))
				.willSetStateTo("well"));
			server.stubFor(post("/v1/chat/completions").inScenario("twice")
				.whenScenarioStateIs("well")
				.willReturn(okJson(
						"{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"Paris.\"}}]}")));
			ChatResponse response = Models.builder(this.llm)
				.provider("openai", (provider) -> provider.baseUrl(server.baseUrl() + "/v1"))
				.build()
				.chat("gpt-4o")
				.user("Where is the Louvre?")
				.call()
				.response();
			assertThat(response.content()).isEqualTo("Paris.");
			assertThat(response.attempts()).extracting(Attempt::kind)
				.containsExactly(ErrorKind.SERVICE_UNAVAILABLE, ErrorKind.RATE_LIMIT, null);
			server.verify(3, postRequestedFor(urlEqualTo("/v1/chat/completions")));
		}
		finally {
			server.stop();
		}
	}

	@Test
	void triesAgainWhereTheConnectionBreaksBeforeTheAnswer() {
		this.llm.enqueue(Reply.disconnect(), Reply.text("Paris.").resetAfter(0), Reply.text("Paris."));
		ChatResponse response = ask();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.attempts()).extracting(Attempt::kind)
			.containsExactly(ErrorKind.CONNECTION, ErrorKind.CONNECTION, null);
	}

	@Test
	void triesAgainWhereTheAnswerIsCutOff() {
		this.llm.enqueue(Reply.text("Paris.").truncated(10), Reply.text("Paris."));
		assertThat(ask().attempts()).hasSize(2);
	}

	@Test
	void triesNoOftenerThanTheCallSays() {
		this.llm.otherwise(Reply.error(503));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat("gpt-4o").maxAttempts(2).user("Hi").call().response());
		assertThat(failure).isInstanceOf(LlmServerException.class);
		assertThat(failure.attempts()).hasSize(2);
		assertThat(this.llm.requests()).hasSize(2);
	}

	@Test
	void sendsTheSameRequestAgain() {
		this.llm.enqueue(Reply.error(503), Reply.text("Paris."));
		ask();
		assertThat(this.llm.requests()).hasSize(2);
		assertThat(this.llm.requests().get(1).bytes()).isEqualTo(this.llm.requests().get(0).bytes());
		assertThat(this.llm.requests().get(1).header("authorization")).isEqualTo("Bearer sk-openai");
	}

	@Test
	void waitsTheMillisecondsThatTheProviderAsksFor() {
		this.llm.enqueue(Reply.error(429).header("retry-after-ms", "40").header("Retry-After", "1"), Reply.text("ok"));
		assertThat(ask().attempts()).extracting(Attempt::waited).containsExactly(Duration.ZERO, Duration.ofMillis(40));
		List<Instant> times = this.llm.requests().stream().map((request) -> request.time()).toList();
		assertThat(Duration.between(times.get(0), times.get(1))).isGreaterThanOrEqualTo(Duration.ofMillis(39));
	}

	@Test
	void waitsTheSecondsThatTheProviderAsksFor() {
		this.llm.enqueue(Reply.error(429).header("Retry-After", "0.03"), Reply.text("ok"));
		assertThat(ask().attempts()).extracting(Attempt::waited).containsExactly(Duration.ZERO, Duration.ofMillis(30));
	}

	@Test
	void waitsUntilTheDateThatTheProviderNames() {
		Clock clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
		LlmClient dated = this.client.mutate()
			.clock(clock)
			.settings((settings) -> settings.withRetries(capped(Duration.ofMillis(20))))
			.build();
		this.llm.enqueue(Reply.error(503).header("Retry-After", "Sun, 22 Nov 2026 10:00:30 GMT").header("Date", ""),
				Reply.error(503).header("Retry-After", "Sun, 22 Nov 2026 09:59:00 GMT").header("Date", ""),
				Reply.text("ok"));
		assertThat(dated.chat("gpt-4o").user("Hi").call().response().attempts()).extracting(Attempt::waited)
			.containsExactly(Duration.ZERO, Duration.ofMillis(20), Duration.ZERO);
	}

	@Test
	void waitsNoLongerThanTheMostWhateverTheProviderAsks() {
		LlmClient capped = this.client.mutate()
			.settings((settings) -> settings.withRetries(capped(Duration.ofMillis(5))))
			.build();
		this.llm.enqueue(Reply.error(429).header("Retry-After", "86400"), Reply.text("ok"));
		assertThat(capped.chat("gpt-4o").user("Hi").call().response().attempts()).extracting(Attempt::waited)
			.containsExactly(Duration.ZERO, Duration.ofMillis(5));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-5", "soon", "99999999999999999999999", "" })
	void waitsAsUsualWhereTheProviderAsksForNonsense(String nonsense) {
		this.llm.enqueue(Reply.error(429).header("Retry-After", nonsense), Reply.text("ok"));
		assertThat(ask().attempts().get(1).waited()).isLessThanOrEqualTo(Duration.ofMillis(1));
	}

	@Test
	void tellsHowLongTheProviderAsksToWait() {
		this.llm.otherwise(Reply.error(429).header("Retry-After", "7"));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat("gpt-4o").maxAttempts(1).user("Hi").call().response());
		assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
	}

	@Test
	void givesUpAtOnceWhereTheWaitWouldPassTheDeadline() {
		this.llm.otherwise(Reply.error(429).header("Retry-After", "30"));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat("gpt-4o").timeout(Duration.ofSeconds(20)).user("Hi").call().response());
		assertThat(failure.kind()).isEqualTo(ErrorKind.RATE_LIMIT);
		assertThat(failure.attempts()).hasSize(1);
	}

	private ChatResponse ask() {
		return this.client.chat("gpt-4o").user("Where is the Louvre?").call().response();
	}

	private static Retries capped(Duration most) {
		return new Retries(3, Duration.ofMillis(1), most, null, null);
	}

}
