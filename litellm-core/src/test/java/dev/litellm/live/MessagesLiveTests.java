package dev.litellm.live;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.litellm.ChatSpec;
import dev.litellm.LlmClient;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmAuthenticationException;
import dev.litellm.error.LlmException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of Anthropic's format against a real llama.cpp server and a real LiteLLM proxy.
 */
@Tag("live")
class MessagesLiveTests {

	private static final Duration PATIENCE = Duration.ofSeconds(100);

	private static LlmClient llm;

	@BeforeAll
	static void start() {
		llm = client(RealServer.llama().key());
	}

	private static LlmClient client(String key) {
		String llama = RealServer.llama().url();
		RealServer proxy = RealServer.proxy();
		return LlmClient.builder()
			.provider("anthropic", (provider) -> provider.baseUrl(llama).apiKey(key))
			.provider("my-proxy", (provider) -> provider.dialect("anthropic").baseUrl(proxy.url()).apiKey(proxy.key()))
			.build();
	}

	private static ChatSpec chat(String model) {
		return llm.chat(model).temperature(0).maxTokens(8).system("Be brief.").user("Tell me of the sea");
	}

	/** The proxy asks for no less than sixteen tokens. */
	private static void assertAddsUp(ChatResponse response) {
		assertThat(response.content()).isNotEmpty();
		assertThat(response.finishReason()).isIn("stop", "length");
		assertThat(response.choices().get(0).nativeFinishReason()).isIn("end_turn", "max_tokens");
		assertThat(Objects.requireNonNull(response.usage()).promptTokens()).isPositive();
		assertThat(response.usage().completionTokens()).isBetween(1L, 16L);
	}

	@Test
	void answersWholeAndAsAStream() {
		String model = "anthropic/" + RealServer.MODEL;
		assertAddsUp(chat(model).call().response());
		assertAddsUp(Objects.requireNonNull(chat(model).stream().response().block(PATIENCE)));
	}

	@Test
	void takesCallsAndResultsOfTools() {
		Message call = Message.assistant(List.of(ToolCall.function("call_1", "get_weather", "{\"city\": \"Paris\"}")));
		ChatResponse response = llm.chat("anthropic/" + RealServer.MODEL)
			.maxTokens(8)
			.messages(Message.user("What is the weather in Paris?"), call, Message.tool("call_1", "21 degrees"))
			.tools(RealServer.WEATHER)
			.call()
			.response();
		assertThat(Objects.requireNonNull(response.usage()).completionTokens()).isPositive();
	}

	@Test
	void refusesAWrongKey() {
		assertThatExceptionOfType(LlmAuthenticationException.class)
			.isThrownBy(
					() -> client("sk-test-wrong").chat("anthropic/" + RealServer.MODEL).user("Hi").call().response())
			.satisfies((error) -> assertThat(error.status()).isEqualTo(401))
			.withMessageNotContaining("sk-test-wrong");
	}

	@Test
	void asksARealModelThroughTheProxysMessages() {
		assertAddsUp(chat("my-proxy/gemma").call().response());
		assertAddsUp(Objects.requireNonNull(chat("my-proxy/gemma").stream().response().block(PATIENCE)));
	}

	@Test
	void readsWhatTheProxyMakesUp() {
		ChatResponse whole = llm.chat("my-proxy/mock-claude").user("Hi").call().response();
		assertThat(whole.content()).contains("Claude");
		assertThat(
				Objects.requireNonNull(llm.chat("my-proxy/mock-claude").user("Hi").stream().response().block(PATIENCE)))
			.extracting(ChatResponse::content)
			.isEqualTo(whole.content());
	}

	@Test
	void tellsTheProxysErrorsApart() {
		assertThatExceptionOfType(LlmException.class)
			.isThrownBy(() -> llm.chat("my-proxy/mock-rate-limited").maxAttempts(1).user("Hi").call().response())
			.satisfies((error) -> {
				assertThat(error.kind()).isEqualTo(ErrorKind.RATE_LIMIT);
				assertThat(error.status()).isEqualTo(429);
			})
			.withMessageNotContaining("sk-proxy");
	}

}
