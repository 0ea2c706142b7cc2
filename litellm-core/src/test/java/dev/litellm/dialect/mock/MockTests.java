package dev.litellm.dialect.mock;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

import dev.litellm.LlmClient;
import dev.litellm.Models;
import dev.litellm.call.Settings;
import dev.litellm.call.Timeouts;
import dev.litellm.chat.ChatResponse;
import dev.litellm.engine.ProviderStates;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.error.LlmStreamException;
import dev.litellm.routing.ModelEntry;
import dev.litellm.transport.Transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for answers that a test makes up, of a client without any network.
 */
class MockTests {

	private static final Map<String, Object> CALL = Map.of("id", "call_1", "type", "function", "function",
			Map.of("name", "get_weather", "arguments", "{\"city\": \"Paris\"}"));

	private final LlmClient client = LlmClient.builder()
		.transport(noNetwork())
		.settings((settings) -> settings.withRetries(Models.QUICK))
		.build();

	private static Transport noNetwork() {
		return new Transport() {

			@Override
			public <T> reactor.core.publisher.Flux<List<T>> exchange(dev.litellm.transport.WireRequest request,
					Duration connectTimeout,
					java.util.function.Function<dev.litellm.transport.WireHead, dev.litellm.transport.BodyReader<T>> reader) {
				throw new AssertionError("asked " + request);
			}

		};
	}

	@Test
	void answersWithTheNameOfTheModel() {
		ChatResponse response = this.client.chat("mock/hello").user("Hi").call().response();
		assertThat(response.content()).isEqualTo("hello");
		assertThat(response.finishReason()).isEqualTo("stop");
		assertThat(response.usage().totalTokens()).isEqualTo(30);
		assertThat(response.info().provider()).isEqualTo("mock");
	}

	@Test
	void answersWithWhatTheCallGives() {
		assertThat(this.client.chat("mock/gpt-4o").user("Hi").extra("mock_response", "Good day.").call().content())
			.isEqualTo("Good day.");
	}

	@Test
	void answersForAGroupWithWhatItsEntryGives() {
		ModelEntry entry = new ModelEntry("gpt-4o", "mock/any", null, null, Map.of(),
				Settings.none().withParameters(Map.of("mock_response", "From the entry.")));
		LlmClient client = this.client.mutate().model(entry).build();
		assertThat(client.chat("gpt-4o").user("Hi").call().content()).isEqualTo("From the entry.");
	}

	@Test
	void streamsWordByWord() {
		StepVerifier
			.create(this.client.chat("mock/x").user("Hi").extra("mock_response", "One two  three").stream().content())
			.expectNext("One ", "two  ", "three")
			.verifyComplete();
	}

	@Test
	void streamsTheGivenPieces() {
		ChatResponse response = this.client.chat("mock/x")
			.user("Hi")
			.extra("mock_response", List.of("Par", "is"))
			.stream()
			.response()
			.block();
		assertThat(response.content()).isEqualTo("Paris");
		assertThat(response.usage().completionTokens()).isEqualTo(20);
	}

	@Test
	void callsTools() {
		ChatResponse whole = this.client.chat("mock/x")
			.user("Hi")
			.extra("mock_tool_calls", List.of(CALL))
			.call()
			.response();
		ChatResponse streamed = this.client.chat("mock/x")
			.user("Hi")
			.extra("mock_tool_calls", List.of(CALL))
			.stream()
			.response()
			.block();
		assertThat(List.of(whole, streamed)).allSatisfy((response) -> {
			assertThat(response.finishReason()).isEqualTo("tool_calls");
			assertThat(response.toolCalls()).singleElement().satisfies((call) -> {
				assertThat(call.id()).isEqualTo("call_1");
				assertThat(call.name()).isEqualTo("get_weather");
				assertThat(call.arguments()).isEqualTo("{\"city\": \"Paris\"}");
			});
		});
	}

	@Test
	void answersWithAWholeCompletion() {
		Map<String, Object> completion = Map.of("id", "chatcmpl-1", "model", "gpt-4o", "choices", List.of(Map
			.of("index", 0, "finish_reason", "length", "message", Map.of("role", "assistant", "content", "Cut"))));
		ChatResponse whole = this.client.chat("mock/x").user("Hi").extra("mock_response", completion).call().response();
		assertThat(whole.id()).isEqualTo("chatcmpl-1");
		assertThat(whole.finishReason()).isEqualTo("length");
		assertThat(this.client.chat("mock/x").user("Hi").extra("mock_response", completion).stream().response().block())
			.extracting(ChatResponse::finishReason)
			.isEqualTo("length");
	}

	@ParameterizedTest
	@CsvSource({ "litellm.RateLimitError, RATE_LIMIT, 429", "litellm.InternalServerError: broken, INTERNAL_SERVER, 500",
			"litellm.ContextWindowExceededError, CONTEXT_WINDOW_EXCEEDED, 400",
			"litellm.ContentPolicyViolationError, CONTENT_POLICY_VIOLATION, 400",
			"litellm.AuthenticationError, AUTHENTICATION, 401", "litellm.APIConnectionError, CONNECTION, 0",
			"litellm.ServiceUnavailableError, SERVICE_UNAVAILABLE, 503", "litellm.Timeout, TIMEOUT, 408" })
	void failsAsAsked(String error, ErrorKind kind, int status) {
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat("mock/x")
					.user("Hi")
					.extra("mock_response", error)
					.maxAttempts(1)
					.call()
					.content());
		assertThat(failure.kind()).isEqualTo(kind);
		assertThat(failure.status()).isEqualTo(status);
	}

	@Test
	void failsWithAStatusAndAWait() {
		Map<String, Object> error = Map.of("error",
				Map.of("status", 429, "message", "too fast", "retry_after", 7, "code", "slow_down"));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat("mock/x")
					.user("Hi")
					.extra("mock_response", error)
					.maxAttempts(1)
					.call()
					.content());
		assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
		assertThat(failure.code()).isEqualTo("slow_down");
		assertThat(failure).hasMessageContaining("too fast");
	}

	@Test
	void triesAgainAndFallsBackAndIsSeen() {
		ProviderStates states = new ProviderStates(java.time.Clock.systemUTC());
		LlmClient client = this.client.mutate()
			.settings((settings) -> settings.withRetries(Models.QUICK.withMaxAttempts(2)))
			.listener(states)
			.fallback("mock/litellm.ServiceUnavailableError", "mock/fine")
			.build();
		ChatResponse response = client.chat("mock/litellm.ServiceUnavailableError").user("Hi").call().response();
		assertThat(response.content()).isEqualTo("fine");
		assertThat(response.info().attempts()).hasSize(3);
		assertThat(states.snapshot()).containsKey("mock");
	}

	@Test
	void breaksOffAStream() {
		LlmStreamException failure = catchThrowableOfType(LlmStreamException.class,
				() -> this.client.chat("mock/x")
					.user("Hi")
					.extra("mock_response", List.of("Par", "litellm.InternalServerError: gone"))
					.stream()
					.response()
					.block());
		assertThat(failure.partial(ChatResponse.class).content()).isEqualTo("Par");
		assertThat(failure).hasMessageContaining("gone");
	}

	@Test
	void takesItsTime() {
		ChatResponse response = this.client.chat("mock/x").user("Hi").extra("mock_delay", 0.05).call().response();
		assertThat(response.info().latency()).isGreaterThanOrEqualTo(Duration.ofMillis(50));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat("mock/x").user("Hi").extra("mock_delay", "soon").call().content());
		assertThat(failure.kind()).isEqualTo(ErrorKind.BAD_REQUEST);
		assertThat(failure).hasMessageContaining("mock_delay").hasMessageContaining("200ms");
	}

	@Test
	void neverAnswers() {
		LlmClient client = this.client.mutate()
			.settings((settings) -> settings.withTimeouts(Timeouts.none().withFirstToken(Duration.ofMillis(30))))
			.build();
		LlmException whole = catchThrowableOfType(LlmException.class,
				() -> client.chat("mock/x").user("Hi").extra("mock_timeout", true).maxAttempts(1).call().content());
		LlmException streamed = catchThrowableOfType(LlmException.class,
				() -> client.chat("mock/x")
					.user("Hi")
					.extra("mock_timeout", true)
					.maxAttempts(1)
					.stream()
					.response()
					.block());
		assertThat(List.of(whole, streamed)).extracting(LlmException::kind).containsOnly(ErrorKind.TIMEOUT);
	}

	@Test
	void makesVectors() {
		assertThat(this.client.embeddings("mock/x").input("a", "b").call().vectors()).hasSize(2)
			.allSatisfy((vector) -> assertThat(vector).hasSize(1536));
		assertThat(this.client.embeddings("mock/x").input("a").extra("mock_response", List.of(0.5, 1)).call().vector())
			.containsExactly(0.5f, 1f);
	}

	@Test
	void staysHereThoughThereIsAProxy() {
		LlmClient client = this.client.mutate().proxy("https://proxy.example", "sk-test").build();
		assertThat(client.chat("mock/hello").user("Hi").call().content()).isEqualTo("hello");
	}

}
