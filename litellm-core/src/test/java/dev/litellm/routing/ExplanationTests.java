package dev.litellm.routing;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.litellm.LlmClient;
import dev.litellm.LlmClientBuilder;
import dev.litellm.call.Retries;
import dev.litellm.call.Secret;
import dev.litellm.call.Settings;
import dev.litellm.call.Timeouts;
import dev.litellm.engine.Defaults;
import dev.litellm.routing.Explanation.Served;
import dev.litellm.routing.Explanation.Value;

import static org.assertj.core.api.Assertions.assertThat;

class ExplanationTests {

	private final LlmClientBuilder builder = LlmClient.builder().environment(Map.of("GROQ_API_KEY", "sk-test")::get);

	@Test
	void followsAliasesAndFallbacks() {
		this.builder.alias("fast", "quick").alias("quick", "openai/gpt-4o").fallback("fast", "groq/llama");
		Explanation explanation = explain("fast");
		assertThat(explanation.names()).containsExactly("fast", "quick", "openai/gpt-4o");
		assertThat(explanation.fallbacks()).containsExactly("groq/llama");
		assertThat(explanation.deployments()).extracting(Served::name).containsExactly("openai/gpt-4o");
	}

	@Test
	void takesEachSettingFromTheUppermostLayer() {
		this.builder
			.settings((settings) -> settings.withRetries(new Retries(9, null, Duration.ofSeconds(9), null, null)))
			.provider("openai",
					(provider) -> provider.settings(Settings.none()
						.withRetries(Retries.ofMaxAttempts(5))
						.withTimeouts(Timeouts.none().withIdle(Duration.ofSeconds(7)))))
			.model(ModelEntry.of("other", "openai/o1"))
			.model(new ModelEntry("big", "openai/gpt-4o", null, null, Map.of(),
					Settings.none().withRetries(Retries.ofMaxAttempts(2))));
		Map<String, Value> settings = served("big").settings();
		assertThat(settings).containsEntry("retry.max-attempts", new Value(2, "litellm.models[1].retry.max-attempts"))
			.containsEntry("timeouts.idle", new Value(Duration.ofSeconds(7), "litellm.providers.openai.timeouts.idle"))
			.containsEntry("retry.max-wait", new Value(Duration.ofSeconds(9), "litellm.retry.max-wait"))
			.containsEntry("timeouts.first-token", new Value(Defaults.TIMEOUTS.firstToken(), "default"))
			.doesNotContainKey("timeouts.total");
		assertThat(served("openai/o1").settings()).containsEntry("retry.max-attempts",
				new Value(5, "litellm.providers.openai.retry.max-attempts"));
	}

	@Test
	void saysTheSameAsTheRouteThatIsTaken() {
		this.builder.settings((settings) -> settings.withRetries(Retries.ofMaxAttempts(9)))
			.provider("openai", (provider) -> provider.settings(Settings.none().withRetries(Retries.ofMaxAttempts(5))));
		Settings taken = this.builder.router().route("openai/gpt-4o", null).get(0).deployments().get(0).settings();
		assertThat(served("openai/gpt-4o").settings().get("retry.max-attempts")).extracting(Value::value)
			.isEqualTo(taken.retries().maxAttempts());
	}

	@Test
	void putsWhatTheApplicationSetsForAllAboveWhatTheLibraryKnowsOfTheProxy() {
		this.builder.proxy("http://localhost:4000", "sk-test");
		assertThat(served("any").settings().get("retry.kinds")).extracting(Value::from).isEqualTo("provider default");
		this.builder.settings((settings) -> settings.withRetries(Retries.none().withOn(java.util.Set.of())));
		assertThat(served("any").settings().get("retry.kinds")).extracting(Value::from)
			.isEqualTo("litellm.retry.kinds");
	}

	@Test
	void saysWhereKeysAndBaseUrlsComeFrom() {
		this.builder.provider("openai", (provider) -> provider.apiKey("sk-test"))
			.model(new ModelEntry("big", "openai/gpt-4o", Secret.of("sk-test"), "http://one", Map.of(),
					Settings.none()));
		assertThat(served("openai/gpt-4o")).returns("litellm.providers.openai.api-key", Served::keyFrom)
			.returns("provider default", (served) -> served.baseUrl().from());
		assertThat(served("big")).returns("litellm.models[0].api-key", Served::keyFrom)
			.returns(new Value("http://one", "litellm.models[0].base-url"), Served::baseUrl);
		assertThat(served("groq/llama")).returns("GROQ_API_KEY", Served::keyFrom).returns(true, Served::hasKey);
		assertThat(served("mistral/small")).returns("not set", Served::keyFrom).returns(false, Served::hasKey);
	}

	@Test
	void neverPrintsAKey() {
		this.builder.provider("openai", (provider) -> provider.apiKey("sk-test-canary"));
		assertThat(explain("openai/gpt-4o").toString()).doesNotContain("canary");
	}

	private Served served(String name) {
		return explain(name).deployments().get(0);
	}

	private Explanation explain(String name) {
		return this.builder.router().explain(name, Defaults.SETTINGS);
	}

}
