package dev.litellm.live;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import dev.litellm.ChatSpec;
import dev.litellm.LlmClient;
import dev.litellm.chat.ChatAggregator;
import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.ToolCall;
import dev.litellm.chat.Usage;
import dev.litellm.error.LlmAuthenticationException;
import dev.litellm.error.LlmContextWindowException;
import dev.litellm.json.Json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests against a real llama.cpp server.
 */
@Tag("live")
class LlamaLiveTests {

	private static final Duration PATIENCE = Duration.ofSeconds(100);

	private static RealServer server;

	private static LlmClient llm;

	@BeforeAll
	static void start() {
		server = RealServer.llama();
		llm = client("sk-local");
	}

	private static LlmClient client(String key) {
		return LlmClient.builder()
			.provider("my-llama", (provider) -> provider.baseUrl(server.url() + "/v1").apiKey(key))
			.build();
	}

	private static ChatSpec chat() {
		return llm.chat("my-llama/" + RealServer.MODEL).temperature(0).maxTokens(8).user("Tell me of the sea");
	}

	private static ChatSpec weather() {
		return llm.chat("my-llama/" + RealServer.MODEL)
			.temperature(0)
			.maxTokens(48)
			.user("What is the weather in Paris?")
			.tools(RealServer.WEATHER)
			.toolChoice("required");
	}

	private static void assertAddsUp(ChatResponse response) {
		Usage usage = Objects.requireNonNull(response.usage());
		assertThat(usage.promptTokens()).isPositive();
		assertThat(usage.completionTokens()).isBetween(1L, 8L);
		assertThat(usage.totalTokens()).isEqualTo(usage.promptTokens() + usage.completionTokens());
		assertThat(response.finishReason()).isIn("stop", "length");
	}

	@Test
	void answersAChat() {
		ChatResponse response = chat().call().response();
		assertAddsUp(response);
		assertThat(response.content()).isNotEmpty();
		assertThat(response.model()).isEqualTo(RealServer.MODEL);
		assertThat(response.provider()).isEqualTo("my-llama");
		assertThat(response.attempts()).hasSize(1).allMatch((attempt) -> attempt.succeeded());
		assertThat(response.latency()).isPositive();
		assertThat(response.cost().isKnown()).isFalse();
	}

	@Test
	void streamsWhatItAnswers() {
		List<ChatChunk> chunks = Objects
			.requireNonNull(chat().streamUsage(true).stream().chunks().collectList().block(PATIENCE));
		ChatAggregator aggregator = new ChatAggregator();
		StringBuilder text = new StringBuilder();
		for (ChatChunk chunk : chunks) {
			aggregator.add(chunk);
			text.append(Objects.requireNonNullElse(chunk.content(), ""));
		}
		assertThat(chunks).hasSizeGreaterThan(2);
		assertThat(aggregator.response().content()).isEqualTo(text.toString()).isNotEmpty();
		assertAddsUp(aggregator.response());
		assertThat(aggregator.response().finishReason()).isNotNull();
	}

	@Test
	void rebuildsTheAnswerOfAStream() {
		ChatResponse response = Objects.requireNonNull(chat().streamUsage(true).stream().response().block(PATIENCE));
		assertAddsUp(response);
		assertThat(response.content()).isNotEmpty();
		assertThat(response.provider()).isEqualTo("my-llama");
	}

	@Test
	void callsAToolThatItMustCall() {
		assertCall(weather().call().response());
	}

	@Test
	void streamsTheArgumentsOfAToolCall() {
		assertCall(Objects.requireNonNull(weather().stream().response().block(PATIENCE)));
	}

	private static void assertCall(ChatResponse response) {
		// The model may go on until it has no tokens left: its first call is complete
		assertThat(response.finishReason()).isIn("tool_calls", "length");
		assertThat(response.toolCalls()).isNotEmpty();
		ToolCall call = response.toolCalls().get(0);
		assertThat(call.name()).isEqualTo("get_weather");
		assertThat(call.id()).isNotEmpty();
		assertThat(Json.read(Objects.requireNonNull(call.arguments()))).isInstanceOfSatisfying(Map.class,
				(arguments) -> assertThat(arguments.get("city")).isEqualTo("Paris"));
	}

	@Test
	void holdsToASchema() {
		Map<String, Object> schema = Map.of("type", "object", "properties",
				Map.of("color", Map.of("type", "string", "enum", List.of("red", "blue"))), "required", List.of("color"),
				"additionalProperties", false);
		String content = chat().maxTokens(64).jsonSchema("thing", schema).call().content();
		assertThat(Json.read(content)).isIn(Map.of("color", "red"), Map.of("color", "blue"));
	}

	@Test
	void refusesAWrongKey() {
		assertThatExceptionOfType(LlmAuthenticationException.class)
			.isThrownBy(() -> client("sk-test-wrong").chat("my-llama/" + RealServer.MODEL).user("Hi").call().response())
			.satisfies((error) -> assertThat(error.status()).isEqualTo(401))
			.withMessageNotContaining("sk-test-wrong");
	}

	@Test
	void saysThatAPromptIsTooLong() {
		assertThatExceptionOfType(LlmContextWindowException.class)
			.isThrownBy(() -> chat().user("sea ".repeat(6000)).call().response());
	}

	@Test
	void stopsWritingWhenTheCallerCancels() {
		StepVerifier.create(chat().maxTokens(256).logitBias(Map.of("1", -100, "106", -100)).stream().content())
			.expectNextCount(2)
			.thenCancel()
			.verify(PATIENCE);
		Boolean idle = Mono.fromCallable(() -> server.page("/metrics").contains("llamacpp:requests_processing 0"))
			.repeatWhen((asked) -> asked.delayElements(Duration.ofMillis(50)))
			.filter(Boolean.TRUE::equals)
			.next()
			.block(Duration.ofSeconds(3));
		assertThat(idle).isTrue();
	}

}
