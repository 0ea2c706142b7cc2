package dev.litellm;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.litellm.call.ProxyInfo;
import dev.litellm.call.Secret;
import dev.litellm.call.Settings;
import dev.litellm.chat.ChatResponse;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.routing.ModelEntry;
import dev.litellm.routing.ProxyRule;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for calls through a LiteLLM proxy.
 */
class ProxyModeTests {

	private final ScriptedLlm proxy = ScriptedLlm.start();

	private final ScriptedLlm openai = ScriptedLlm.start();

	@AfterEach
	void close() {
		this.proxy.close();
		this.openai.close();
	}

	@ParameterizedTest
	@CsvSource({ "gpt-4o,gpt-4o", "anthropic/claude-sonnet-4,anthropic/claude-sonnet-4", "my-group,my-group",
			"openai/gpt-4o,openai/gpt-4o", "litellm_proxy/gpt-4o,gpt-4o", "litellm_proxy/openai/gpt-4o,openai/gpt-4o" })
	void sendsEveryModelThroughTheProxy(String model, String sent) {
		ChatResponse response = all().build().chat(model).user("Hi").call().response();
		assertThat(response.provider()).isEqualTo("litellm_proxy");
		RecordedRequest request = this.proxy.takeRequest();
		assertThat(request.model()).isEqualTo(sent);
		assertThat(request.path()).isEqualTo("/chat/completions");
		assertThat(request.header("authorization")).isEqualTo("Bearer sk-proxy");
	}

	@Test
	void goesDirectlyWhereTheNameSaysAProviderOfTheApplication() {
		LlmClient client = both().build();
		client.chat("openai/gpt-4o").user("Hi").call().content();
		assertThat(this.openai.takeRequest().header("authorization")).isEqualTo("Bearer sk-openai");
		client.chat("gpt-4o").user("Hi").call().content();
		assertThat(this.proxy.takeRequest().model()).isEqualTo("gpt-4o");
		client.chat("litellm_proxy/openai/gpt-4o").user("Hi").call().content();
		assertThat(this.proxy.takeRequest().model()).isEqualTo("openai/gpt-4o");
	}

	@Test
	void sendsOnlyTheListedModels() {
		LlmClient client = both().proxy(new ProxyRule(false, Set.of("claude-sonnet", "smart", "group")))
			.alias("smart", "anthropic/claude-opus")
			.model(ModelEntry.of("group", "groq/llama"))
			.build();
		client.chat("claude-sonnet").user("Hi").call().content();
		client.chat("smart").user("Hi").call().content();
		client.chat("group").user("Hi").call().content();
		client.chat("gpt-4o").user("Hi").call().content();
		assertThat(this.proxy.requests()).extracting(RecordedRequest::model)
			.containsExactly("claude-sonnet", "anthropic/claude-opus", "groq/llama");
		assertThat(this.openai.requests()).extracting(RecordedRequest::model).containsExactly("gpt-4o");
	}

	@Test
	void sendsAModelOnceThroughTheProxyWithoutProxyMode() {
		LlmClient client = Models.builder(this.openai)
			.provider("litellm_proxy", (provider) -> provider.baseUrl(this.proxy.url()).apiKey("sk-proxy"))
			.build();
		client.chat("litellm_proxy/my-group").user("Hi").call().content();
		client.chat("gpt-4o").user("Hi").call().content();
		assertThat(this.proxy.requests()).extracting(RecordedRequest::model).containsExactly("my-group");
		assertThat(this.openai.requests()).hasSize(1);
	}

	@Test
	void keepsADeploymentWithAPlaceOfItsOwnFromTheProxyAndTheKeyOfTheProxyFromIt() {
		LlmClient client = all()
			.model(new ModelEntry("own", "openai/gpt-4o", Secret.of("sk-own"), this.openai.baseUrl(), Map.of(),
					Settings.none()))
			.build();
		client.chat("own").user("Hi").call().content();
		assertThat(this.openai.takeRequest().header("authorization")).isEqualTo("Bearer sk-own");
		assertThat(this.proxy.requests()).isEmpty();
	}

	@Test
	void tellsTheProxyAboutTheCall() {
		all().build()
			.chat("gpt-4o")
			.user("Hi")
			.metadata(Map.of("team", "blue"))
			.tags("batch", "nightly")
			.extra("user", "u-1")
			.extra("cache", Map.of("no-cache", true))
			.proxy((proxy) -> proxy.withTimeout(Duration.ofMillis(2500))
				.withNumRetries(0)
				.withSessionId("s-1")
				.withTraceId("t-1")
				.withCustomerId("c-1")
				.withSpendLogsMetadata(Map.of("cost_center", "42")))
			.call()
			.content();
		RecordedRequest request = this.proxy.takeRequest();
		assertThat(request.header("x-litellm-timeout")).isEqualTo("2.5");
		assertThat(request.header("x-litellm-num-retries")).isEqualTo("0");
		assertThat(request.header("x-litellm-session-id")).isEqualTo("s-1");
		assertThat(request.header("x-litellm-trace-id")).isEqualTo("t-1");
		assertThat(request.header("x-litellm-customer-id")).isEqualTo("c-1");
		assertThat(request.header("x-litellm-tags")).isEqualTo("batch,nightly");
		assertThat(request.header("x-litellm-spend-logs-metadata")).isEqualTo("{\"cost_center\":\"42\"}");
		assertThat(request.text("/metadata/team")).isEqualTo("blue");
		assertThat(request.text("/user")).isEqualTo("u-1");
		assertThat(request.text("/cache")).isEqualTo("{\"no-cache\":true}");
	}

	@Test
	void tellsAProviderNothingThatIsForTheProxy() {
		both().build()
			.chat("openai/gpt-4o")
			.user("Hi")
			.metadata(Map.of("team", "blue"))
			.tags("batch")
			.proxy((proxy) -> proxy.withSessionId("s-1"))
			.call()
			.content();
		RecordedRequest request = this.openai.takeRequest();
		assertThat(request.headers().keySet()).noneMatch((name) -> name.toLowerCase().startsWith("x-litellm"));
		assertThat(request.at("/metadata").isMissingNode()).isTrue();
	}

	@Test
	void readsWhatTheProxyTells() {
		this.proxy.otherwise(Reply.text("Paris.")
			.header("x-litellm-response-cost", "0.0000125")
			.header("x-litellm-call-id", "call-1")
			.header("x-litellm-model-id", "model-1")
			.header("x-litellm-model-group", "gpt-4o")
			.header("x-litellm-model-api-base", "https://api.openai.com")
			.header("x-litellm-attempted-retries", "1")
			.header("x-litellm-attempted-fallbacks", "2")
			.header("x-litellm-key-spend", "1.5")
			.header("x-litellm-key-max-budget", "10")
			.header("x-litellm-key-tpm-limit", "1000")
			.header("x-litellm-key-rpm-limit", "60")
			.header("x-litellm-response-duration-ms", "123.5")
			.header("x-litellm-overhead-duration-ms", "2.25")
			.header("llm_provider-x-ratelimit-remaining-tokens", "99"));
		ChatResponse response = all().build().chat("gpt-4o").user("Hi").call().response();
		assertThat(response.cost().usd()).isEqualByComparingTo(new BigDecimal("0.0000125"));
		ProxyInfo told = response.info().proxy();
		assertThat(told.callId()).isEqualTo("call-1");
		assertThat(told.modelId()).isEqualTo("model-1");
		assertThat(told.modelGroup()).isEqualTo("gpt-4o");
		assertThat(told.modelApiBase()).isEqualTo("https://api.openai.com");
		assertThat(told.attemptedRetries()).isEqualTo(1);
		assertThat(told.attemptedFallbacks()).isEqualTo(2);
		assertThat(told.keySpend()).isEqualByComparingTo("1.5");
		assertThat(told.keyMaxBudget()).isEqualByComparingTo("10");
		assertThat(told.keyTpmLimit()).isEqualTo(1000);
		assertThat(told.keyRpmLimit()).isEqualTo(60);
		assertThat(told.responseDuration()).isEqualTo(Duration.ofNanos(123_500_000));
		assertThat(told.overheadDuration()).isEqualTo(Duration.ofNanos(2_250_000));
		assertThat(told.providerHeader("x-ratelimit-remaining-tokens")).isEqualTo("99");
		assertThat(response.info().rateLimits().remainingTokens()).isEqualTo(99);
	}

	@Test
	void takesACostThatIsNotToldOrNonsenseForUnknown() {
		this.proxy.enqueue(Reply.text("a"), Reply.text("b").header("x-litellm-response-cost", "None"));
		LlmClient client = all().build();
		assertThat(client.chat("gpt-4o").user("Hi").call().response().cost().isKnown()).isFalse();
		assertThat(client.chat("gpt-4o").user("Hi").call().response().cost().isKnown()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "429,3", "503,3", "500,1", "502,1", "504,1", "408,1", "409,1", "401,1", "400,1" })
	void triesAgainOnlyWhatTheProxyHasNotTriedItself(int status, int requests) {
		this.proxy.otherwise(Reply.error(status));
		assertThat(
				catchThrowableOfType(LlmException.class, () -> all().build().chat("gpt-4o").user("Hi").call().content())
					.attempts())
			.hasSize(requests);
	}

	@Test
	void triesAgainWhereTheConnectionBreaks() {
		this.proxy.enqueue(Reply.disconnect(), Reply.text("Paris."));
		assertThat(all().build().chat("gpt-4o").user("Hi").call().content()).isEqualTo("Paris.");
	}

	@Test
	void fallsBackToAProviderWhereTheProxyIsDown() {
		this.proxy.close();
		LlmClient client = both().fallback("*", "openai/gpt-4o-mini").build();
		ChatResponse response = client.chat("gpt-4o").user("Hi").call().response();
		assertThat(response.provider()).isEqualTo("openai");
		assertThat(response.attempts().get(0).kind()).isEqualTo(ErrorKind.CONNECTION);
	}

	private LlmClientBuilder all() {
		return LlmClient.builder()
			.settings((settings) -> settings.withRetries(Models.QUICK))
			.proxy(this.proxy.url(), "sk-proxy");
	}

	private LlmClientBuilder both() {
		return Models.builder(this.openai).proxy(this.proxy.url(), "sk-proxy");
	}

}
