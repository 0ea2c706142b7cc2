package dev.litellm.live;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.litellm.LlmClient;
import dev.litellm.call.ProxyInfo;
import dev.litellm.chat.ChatResponse;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.json.Json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests against a real LiteLLM proxy.
 */
@Tag("live")
class ProxyLiveTests {

	private static RealServer proxy;

	private static RealServer llama;

	private static LlmClient llm;

	@BeforeAll
	static void start() {
		llama = RealServer.llama();
		proxy = RealServer.proxy();
		llm = LlmClient.builder().proxy(proxy.url(), proxy.key()).build();
	}

	@Test
	void readsWhatTheProxyTells() {
		ChatResponse response = llm.chat("mock")
			.user("Hi")
			.tags("blue")
			.metadata(Map.of("purpose", "live test"))
			.proxy((options) -> options.withSessionId("s1").withNumRetries(0))
			.call()
			.response();
		assertThat(response.content()).isEqualTo("Hello from the LiteLLM proxy.");
		assertThat(response.provider()).isEqualTo("litellm_proxy");
		assertThat(response.cost().isKnown()).isTrue();
		assertThat(response.cost().usd()).isPositive();
		ProxyInfo info = response.info().proxy();
		assertThat(info.callId()).isNotEmpty();
		assertThat(info.modelId()).isNotEmpty();
		assertThat(info.modelGroup()).isEqualTo("mock");
		assertThat(info.modelName()).isEqualTo("openai/gpt-4o");
		assertThat(info.attemptedRetries()).isZero();
		assertThat(info.attemptedFallbacks()).isZero();
		assertThat(info.responseDuration()).isPositive();
		assertThat(info.version()).startsWith("1.");
	}

	@Test
	void sendsNamesOfOtherProvidersThroughTheProxyToo() {
		assertThat(llm.chat("mock-claude").user("Hi").call().content()).contains("Claude");
	}

	@Test
	void streamsThroughTheProxy() {
		ChatResponse response = Objects
			.requireNonNull(llm.chat("mock").user("Hi").stream().response().block(Duration.ofSeconds(100)));
		assertThat(response.content()).isEqualTo("Hello from the LiteLLM proxy.");
		assertThat(response.finishReason()).isEqualTo("stop");
		assertThat(response.info().proxy().callId()).isNotEmpty();
	}

	@Test
	void streamsARealModelThroughTheProxy() {
		ChatResponse response = Objects.requireNonNull(llm.chat("gemma")
			.temperature(0)
			.maxTokens(8)
			.streamUsage(true)
			.user("Tell me of the sea")
			.stream()
			.response()
			.block(Duration.ofSeconds(100)));
		assertThat(response.content()).isNotEmpty();
		assertThat(response.finishReason()).isIn("stop", "length");
		assertThat(Objects.requireNonNull(response.usage()).totalTokens()).isPositive();
	}

	@Test
	void tellsThatTheProxyFellBackByItself() {
		ChatResponse response = llm.chat("dead-with-fallback").user("Hi").call().response();
		assertThat(response.content()).isEqualTo("Hello from the LiteLLM proxy.");
		assertThat(response.info().proxy().attemptedFallbacks()).isEqualTo(1);
		assertThat(response.info().proxy().modelGroup()).isEqualTo("mock");
		assertThat(response.attempts()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "mock-rate-limited, RATE_LIMIT, 429", "mock-context-window, CONTEXT_WINDOW_EXCEEDED, 400",
			"mock-server-error, INTERNAL_SERVER, 500", "dead, INTERNAL_SERVER, 500" })
	void tellsTheProxysErrorsApart(String model, ErrorKind kind, int status) {
		assertThatExceptionOfType(LlmException.class)
			.isThrownBy(() -> llm.chat(model).maxAttempts(1).user("Hi").call().response())
			.satisfies((error) -> {
				assertThat(error.kind()).isEqualTo(kind);
				assertThat(error.status()).isEqualTo(status);
				assertThat(error.provider()).isEqualTo("litellm_proxy");
				assertThat(error.requestId()).isNotEmpty();
			})
			.withMessageNotContaining(proxy.key());
	}

	@Test
	void doesNotRepeatWhatTheProxyRepeats() {
		assertThatExceptionOfType(LlmException.class)
			.isThrownBy(() -> llm.chat("mock-server-error").user("Hi").call().response())
			.satisfies((error) -> assertThat(error.attempts()).hasSize(1));
	}

	@Test
	void saysThatTheProxyHasNoSuchModel() {
		assertThatExceptionOfType(LlmException.class).isThrownBy(() -> llm.chat("nobody").user("Hi").call().response())
			.satisfies((error) -> assertThat(error.status()).isEqualTo(400))
			.withMessageContaining("nobody");
	}

	@Test
	void embedsThroughTheProxy() {
		assertThat(llm.embeddings("mock-embedding").input("sea").call().vector()).hasSize(3);
	}

	@Test
	void listsTheModelsThatItServes() {
		assertThat(Json.read(proxy.page("/v1/models"))).asString().contains("mock-claude", "dead-with-fallback");
	}

	@Test
	void fallsBackToAnotherProviderWhenTheProxyIsDown() throws Exception {
		RealServer further = RealServer.furtherProxy(18093);
		LlmClient client = LlmClient.builder()
			.proxy(further.url(), further.key())
			.provider("my-llama", (provider) -> provider.baseUrl(llama.url() + "/v1").apiKey(llama.key()))
			.fallback("mock", "my-llama/" + RealServer.MODEL)
			.build();
		assertThat(client.chat("mock").user("Hi").call().response().provider()).isEqualTo("litellm_proxy");
		further.stop();
		ChatResponse response = client.chat("mock").maxAttempts(1).maxTokens(4).user("Hi").call().response();
		assertThat(response.provider()).isEqualTo("my-llama");
		assertThat(response.attempts()).hasSize(2);
		assertThat(response.attempts().get(0).kind()).isEqualTo(ErrorKind.CONNECTION);
	}

}
