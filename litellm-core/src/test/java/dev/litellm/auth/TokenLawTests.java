package dev.litellm.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;

import dev.litellm.LlmClient;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmAuthenticationException;
import dev.litellm.error.LlmException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests of what holds for all tokens, whoever issues them, over real sockets.
 */
class TokenLawTests {

	private static final Duration HOUR = Duration.ofHours(1);

	private static final String ONE = "t-one-hidden";

	private static final String TWO = "t-two-hidden";

	private final ScriptedLlm llm = ScriptedLlm.start();

	private final ScriptedLlm issuer = ScriptedLlm.start();

	private final HandClock clock = new HandClock(Instant.now());

	@AfterEach
	void stop() {
		this.llm.close();
		this.issuer.close();
	}

	static List<Issuance> issuances() {
		return Issuance.all();
	}

	static Stream<Arguments> failures() {
		return issuances().stream()
			.flatMap((issuance) -> Stream.of(
					failure(issuance, ErrorKind.AUTHENTICATION, "400",
							"{\"error\":\"invalid_client\",\"id\":\"x-hidden\"}"),
					failure(issuance, ErrorKind.AUTHENTICATION, "401", "{\"message\":\"" + issuance.shown() + "\"}"),
					failure(issuance, ErrorKind.AUTHENTICATION, "404", "<html>x-hidden</html>"),
					failure(issuance, ErrorKind.AUTHENTICATION, "307", ""),
					failure(issuance, ErrorKind.AUTHENTICATION, "200", "<html>x-hidden</html>"),
					failure(issuance, ErrorKind.AUTHENTICATION, "200", "{}"),
					failure(issuance, ErrorKind.AUTHENTICATION, "200",
							"{\"access_token\":\"x-hidden\\nx\",\"token\":\"x-hidden\\nx\",\"expires_in\":1e300}"),
					failure(issuance, ErrorKind.RATE_LIMIT, "429", "x-hidden"),
					failure(issuance, ErrorKind.SERVICE_UNAVAILABLE, "500", "x-hidden"),
					failure(issuance, ErrorKind.CONNECTION, "no", "")));
	}

	private static Arguments failure(Issuance issuance, ErrorKind kind, String status, String body) {
		Reply reply = status.equals("no") ? Reply.disconnect()
				: Reply.raw(Integer.parseInt(status), "application/json", body);
		return Arguments.argumentSet(issuance.name() + ": " + status + " " + body, issuance, reply, kind);
	}

	@ParameterizedTest
	@MethodSource("issuances")
	void isIssuedOnceForFiftyCallsThatComeTogether(Issuance issuance) throws Exception {
		CountDownLatch gate = new CountDownLatch(1);
		this.issuer.otherwise((request) -> behind(gate, issuance.token().apply(ONE, HOUR)));
		LlmClient client = client(issuance);
		CompletableFuture<List<String>> answers = Flux.range(0, 50)
			.flatMap((call) -> client.chat(issuance.model()).user("hi").callMono(), 50)
			.map((response) -> response.choices().get(0).message().text())
			.collectList()
			.toFuture();
		gate.countDown();
		assertThat(answers.get(20, TimeUnit.SECONDS)).hasSize(50).containsOnly("hello");
		assertThat(this.issuer.requests()).hasSize(1);
		assertThat(this.llm.requests()).hasSize(50).allMatch((request) -> shows(request, ONE));
	}

	@ParameterizedTest
	@MethodSource("issuances")
	void isRefreshedAheadOfItsEndWhileCallsGoOn(Issuance issuance) {
		CountDownLatch gate = new CountDownLatch(1);
		this.issuer.enqueue(issuance.token().apply(ONE, HOUR));
		this.issuer.otherwise((request) -> behind(gate, issuance.token().apply(TWO, HOUR.plus(HOUR))));
		LlmClient client = client(issuance);
		assertThat(shows(ask(client, issuance), ONE)).isTrue();
		this.clock.pass(Duration.ofMinutes(55));
		assertThat(shows(ask(client, issuance), ONE)).isTrue();
		gate.countDown();
		Instant deadline = Instant.now().plusSeconds(20);
		RecordedRequest request = ask(client, issuance);
		while (shows(request, ONE) && Instant.now().isBefore(deadline)) {
			request = ask(client, issuance);
		}
		assertThat(shows(request, TWO)).isTrue();
		assertThat(this.issuer.requests()).hasSize(2);
	}

	@ParameterizedTest
	@MethodSource("issuances")
	void isUsedToItsEndWhenNoOtherIsIssued(Issuance issuance) {
		this.issuer.enqueue(issuance.token().apply(ONE, HOUR)).otherwise(Reply.error(400, "invalid_client"));
		LlmClient client = client(issuance);
		ask(client, issuance);
		this.clock.pass(Duration.ofMinutes(55));
		ask(client, issuance);
		this.issuer.takeRequest();
		this.issuer.takeRequest();
		assertThat(shows(ask(client, issuance), ONE)).isTrue();
		this.clock.pass(Duration.ofMinutes(6));
		assertThatExceptionOfType(LlmAuthenticationException.class).isThrownBy(() -> ask(client, issuance));
	}

	@ParameterizedTest
	@MethodSource("issuances")
	void isWarnedOfOnceWhenNoOtherIsIssuedWhileItServes(Issuance issuance) {
		this.issuer.enqueue(issuance.token().apply(ONE, HOUR))
			.otherwise(Reply.raw(401, "application/json", "{\"message\":\"" + issuance.shown() + "\"}"));
		LlmClient client = client(issuance);
		ask(client, issuance);
		this.clock.pass(Duration.ofMinutes(55));
		try (Told told = new Told()) {
			ask(client, issuance);
			assertThat(told.warning()).succeedsWithin(Duration.ofSeconds(10))
				.asString()
				.startsWith("WARN No new token for provider '" + issuance.providerName() + "'")
				.contains(".options.", this.clock.instant().plus(Duration.ofMinutes(5)).toString().substring(0, 16));
			assertThat(shows(ask(client, issuance), ONE)).isTrue();
			assertThat(told.with(new IllegalStateException())).doesNotContain("hidden")
				.containsOnlyOnce("No new token for provider");
		}
	}

	@ParameterizedTest
	@MethodSource("issuances")
	void isDroppedWhenTheProviderRefusesIt(Issuance issuance) {
		this.issuer.enqueue(issuance.token().apply(ONE, HOUR), issuance.token().apply(TWO, HOUR));
		this.llm.enqueue(Reply.error(401, "revoked"));
		LlmClient client = client(issuance);
		assertThatExceptionOfType(LlmAuthenticationException.class).isThrownBy(() -> ask(client, issuance));
		assertThat(shows(this.llm.takeRequest(), ONE)).isTrue();
		assertThat(shows(ask(client, issuance), TWO)).isTrue();
	}

	@ParameterizedTest
	@MethodSource("failures")
	void saysWhatToCheckAndTellsNoSecretWhereItIsNotIssued(Issuance issuance, Reply answer, ErrorKind kind) {
		this.issuer.otherwise(answer);
		LlmClient client = client(issuance);
		try (Told told = new Told()) {
			LlmException failure = catchThrowableOfType(LlmException.class, () -> ask(client, issuance));
			assertThat(failure.kind()).isEqualTo(kind);
			issuance.settings()
				.forEach((setting) -> assertThat(failure).hasMessageContaining("litellm.providers."
						+ issuance.providerName() + (setting.equals("api-key") ? "." : ".options.") + setting));
			assertThat(told.with(failure, client)).doesNotContain("hidden").doesNotContain("PRIVATE KEY");
		}
		assertThat(this.llm.requests()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("issuances")
	void appearsNowhereButInTheRequest(Issuance issuance) {
		this.issuer.enqueue(issuance.token().apply(ONE, HOUR));
		this.llm.enqueue(issuance.answer(), Reply.error(403, "x", "not for " + ONE));
		LlmClient client = client(issuance);
		try (Told told = new Told()) {
			ask(client, issuance);
			LlmException failure = catchThrowableOfType(LlmException.class, () -> ask(client, issuance));
			assertThat(told.with(failure, client)).doesNotContain("hidden").doesNotContain("PRIVATE KEY");
		}
		assertThat(this.llm.requests()).hasSize(2)
			.allSatisfy((request) -> assertThat(request.body() + request.uri()).doesNotContain("hidden"))
			.allSatisfy((request) -> assertThat(request.headers().toString()).doesNotContain("k-hidden")
				.doesNotContain("jwt-hidden")
				.doesNotContain("role-hidden"));
	}

	private static boolean shows(RecordedRequest request, String token) {
		return request.headers().values().toString().contains(token);
	}

	private static Reply behind(CountDownLatch gate, Reply reply) {
		try {
			assertThat(gate.await(20, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return reply;
	}

	private RecordedRequest ask(LlmClient client, Issuance issuance) {
		assertThat(client.chat(issuance.model()).maxAttempts(1).user("hi").call().content()).isEqualTo("hello");
		List<RecordedRequest> requests = this.llm.requests();
		return requests.get(requests.size() - 1);
	}

	private LlmClient client(Issuance issuance) {
		this.llm.otherwise(issuance.answer());
		return issuance.configure(LlmClient.builder().clock(this.clock), this.llm, this.issuer).build();
	}

}
