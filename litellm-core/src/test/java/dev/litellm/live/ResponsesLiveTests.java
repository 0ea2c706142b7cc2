package dev.litellm.live;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.litellm.ChatSpec;
import dev.litellm.LlmClient;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.error.LlmAuthenticationException;
import dev.litellm.json.Json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests against the Responses API of a real llama.cpp server.
 */
@Tag("live")
class ResponsesLiveTests {

	private static final Duration PATIENCE = Duration.ofSeconds(100);

	private static final String MODEL = "my-llama/responses/" + RealServer.MODEL;

	private static LlmClient llm;

	@BeforeAll
	static void start() {
		llm = client(RealServer.llama().key());
	}

	private static LlmClient client(String key) {
		String url = RealServer.llama().url();
		return LlmClient.builder()
			.provider("my-llama", (provider) -> provider.baseUrl(url + "/v1").apiKey(key))
			.build();
	}

	private static ChatSpec chat() {
		return llm.chat(MODEL).temperature(0).maxTokens(8).system("Be brief.").user("Tell me of the sea");
	}

	private static ChatSpec weather() {
		return llm.chat(MODEL)
			.temperature(0)
			.maxTokens(48)
			.user("What is the weather in Paris?")
			.tools(RealServer.WEATHER)
			.toolChoice("required");
	}

	@Test
	void answersWholeAndAsAStream() {
		ChatResponse whole = chat().call().response();
		ChatResponse streamed = Objects.requireNonNull(chat().stream().response().block(PATIENCE));
		assertThat(List.of(whole, streamed)).allSatisfy((response) -> {
			assertThat(response.content()).isNotEmpty();
			assertThat(response.id()).startsWith("resp_");
			assertThat(response.model()).isEqualTo(RealServer.MODEL);
			assertThat(response.finishReason()).isIn("stop", "length");
			assertThat(Objects.requireNonNull(response.usage()).completionTokens()).isBetween(1L, 8L);
			assertThat(response.usage().totalTokens())
				.isEqualTo(response.usage().promptTokens() + response.usage().completionTokens());
		});
	}

	@Test
	void callsAToolThatItMustCall() {
		assertCall(weather().call().response());
		assertCall(Objects.requireNonNull(weather().stream().response().block(PATIENCE)));
	}

	private static void assertCall(ChatResponse response) {
		// The model may go on until it has no tokens left: its first call is complete
		assertThat(response.finishReason()).isIn("tool_calls", "length");
		ToolCall call = response.toolCalls().get(0);
		assertThat(call.name()).isEqualTo("get_weather");
		assertThat(call.id()).startsWith("call_");
		assertThat(Json.read(Objects.requireNonNull(call.arguments()))).isEqualTo(Map.of("city", "Paris"));
	}

	@Test
	void takesItsCallAndTheResultBack() {
		Message call = Message.assistant(List.of(ToolCall.function("call_1", "get_weather", "{\"city\": \"Paris\"}")));
		String content = llm.chat(MODEL)
			.maxTokens(8)
			.messages(Message.user("What is the weather in Paris?"), call, Message.tool("call_1", "21 degrees"))
			.call()
			.content();
		assertThat(content).isNotEmpty();
	}

	@Test
	void refusesAWrongKey() {
		assertThatExceptionOfType(LlmAuthenticationException.class)
			.isThrownBy(() -> client("sk-test-wrong").chat(MODEL).user("Hi").call().response())
			.withMessageNotContaining("sk-test-wrong");
	}

}
