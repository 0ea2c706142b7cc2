package dev.litellm.autoconfigure.endpoint;

import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.context.annotation.Configuration;

import dev.litellm.LlmClient;
import dev.litellm.autoconfigure.LiteLlmAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

class LiteLlmEndpointAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LiteLlmAutoConfiguration.class, HttpClientAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class, LiteLlmEndpointAutoConfiguration.class,
				LiteLlmSanitizingAutoConfiguration.class))
		.withPropertyValues("management.endpoints.web.exposure.include=litellm", "litellm.aliases.fast=gpt-4o",
				"litellm.tasks.code=fast", "litellm.models[0].name=big", "litellm.models[0].model=openai/gpt-4o",
				"litellm.models[0].retry.max-attempts=7", "litellm.models[0].base-url=https://eu.example/v1",
				"litellm.models[1].name=big", "litellm.models[1].model=groq/llama",
				"litellm.models[1].api-key=sk-test-canary", "litellm.providers.openai.api-key=sk-test-canary",
				"litellm.providers.openai.timeouts.idle=30s",
				"litellm.providers.openai.default-options.temperature=0.2",
				"litellm.providers.openai.default-options.user=sk-test-canary", "litellm.retry.max-wait=20s",
				"litellm.fallbacks[0].model=fast", "litellm.fallbacks[0].to[0]=big",
				"litellm.fallbacks[0].kinds[0]=rate-limit", "MISTRAL_API_KEY=sk-test-canary");

	@Test
	void tellsNamesAndFallbacks() {
		this.runner.run(told((json) -> {
			assertThat(json.at("/aliases/fast").asString()).isEqualTo("gpt-4o");
			assertThat(json.at("/tasks/code").asString()).isEqualTo("fast");
			assertThat(json.at("/fallbacks/0/to/0").asString()).isEqualTo("big");
			assertThat(json.at("/fallbacks/0/kinds/0").asString()).isEqualTo("RATE_LIMIT");
			assertThat(json.at("/models/fast/standsFor/0").asString()).isEqualTo("gpt-4o");
			assertThat(json.at("/models/fast/fallbacks/0").asString()).isEqualTo("big");
			assertThat(json.at("/models/big/deployments")).hasSize(2);
		}));
	}

	@Test
	void tellsWhereEverySettingCameFrom() {
		this.runner.run(told((json) -> {
			JsonNode first = json.at("/models/big/deployments/0");
			setting(first, "retry.max-attempts", "7", "litellm.models[0].retry.max-attempts");
			setting(first, "timeouts.idle", "30000ms", "litellm.providers.openai.timeouts.idle");
			setting(first, "retry.max-wait", "20000ms", "litellm.retry.max-wait");
			setting(first, "timeouts.connect", "10000ms", "default");
			setting(first, "default-options.temperature", "0.2",
					"litellm.providers.openai.default-options.temperature");
			assertThat(first.at("/baseUrl/from").asString()).isEqualTo("litellm.models[0].base-url");
			assertThat(first.at("/baseUrl/value").asString()).isEqualTo("https://eu.example/v1");
			JsonNode second = json.at("/models/big/deployments/1");
			setting(second, "retry.max-attempts", "3", "default");
			assertThat(second.at("/baseUrl/from").asString()).isEqualTo("provider default");
		}));
	}

	@Test
	void tellsWhereTheSettingsOfTheProxyCameFrom() {
		this.runner
			.withPropertyValues("litellm.proxy.base-url=https://litellm.example",
					"spring.http.clients.connect-timeout=3s", "LITELLM_PROXY_API_KEY=sk-test-canary")
			.run((context) -> {
				JsonNode any = json(context.getBean(LiteLlmEndpoint.class).model("anthropic", "claude"))
					.at("/deployments/0");
				assertThat(any.at("/name").asString()).isEqualTo("litellm_proxy/anthropic/claude");
				assertThat(any.at("/baseUrl/from").asString()).isEqualTo("litellm.proxy.base-url");
				assertThat(any.at("/key/from").asString()).isEqualTo("LITELLM_PROXY_API_KEY");
				assertThat(any.at("/settings/retry.kinds/from").asString()).isEqualTo("provider default");
				setting(any, "timeouts.connect", "3000ms", "spring.http.clients.connect-timeout");
			});
	}

	@Test
	void tellsOfKeysOnlyWhetherTheyAreThereAndWhere() {
		this.runner.run((context) -> {
			LiteLlmEndpoint endpoint = context.getBean(LiteLlmEndpoint.class);
			JsonNode json = json(endpoint.litellm());
			assertThat(json.toString()).doesNotContain("canary");
			key(json.at("/models/big/deployments/0"), true, "litellm.providers.openai.api-key");
			key(json.at("/models/big/deployments/1"), true, "litellm.models[1].api-key");
			key(json.at("/providers/openai"), true, "litellm.providers.openai.api-key");
			key(json(endpoint.model("mistral", "small")).at("/deployments/0"), true, "MISTRAL_API_KEY");
			key(json(endpoint.model("groq", "llama")).at("/deployments/0"), false, "not set");
		});
	}

	@Test
	void saysWhatIsWrongWithANameThatLeadsNowhere() {
		this.runner.run((context) -> assertThat(context.getBean(LiteLlmEndpoint.class).model("nobody", "x"))
			.hasEntrySatisfying("error", (error) -> assertThat(error.toString()).contains("nobody/x")));
	}

	@Test
	void backsOffForAnEndpointOfTheApplication() {
		this.runner.withBean(OwnEndpoint.class)
			.run((context) -> assertThat(context).getBean(LiteLlmEndpoint.class).isInstanceOf(OwnEndpoint.class));
	}

	@Test
	void isNotThereUnlessExposed() {
		this.runner.withPropertyValues("management.endpoints.web.exposure.include=health")
			.run((context) -> assertThat(context).doesNotHaveBean(LiteLlmEndpoint.class));
	}

	@Test
	void isNotThereWhenTheClientIsDisabled() {
		this.runner.withPropertyValues("litellm.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(LiteLlmEndpoint.class)
				.doesNotHaveBean(SanitizingFunction.class));
	}

	@Test
	void isNotThereWithoutTheActuator() {
		new ApplicationContextRunner().withUserConfiguration(Imports.class)
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(LlmClient.class));
	}

	@Test
	void hidesKeysAndHeadersInOtherPages() {
		this.runner.run((context) -> {
			SanitizingFunction function = context.getBean(SanitizingFunction.class);
			for (String name : new String[] { "litellm.providers.openai.api-key", "litellm.providers[openai].apiKey",
					"litellm.proxy.apiKey.value", "litellm.models[0].api-key", "OPENAI_API_KEY",
					"LITELLM_PROVIDERS_OPENAI_APIKEY", "litellm.providers.openai.headers.X-Token" }) {
				assertThat(function.applyUnlessFiltered(new SanitizableData(null, name, "sk-test")).getValue()).as(name)
					.isEqualTo(SanitizableData.SANITIZED_VALUE);
			}
			for (String name : new String[] { "litellm.default-model", "litellm.providers.openai.base-url", "PATH" }) {
				assertThat(function.applyUnlessFiltered(new SanitizableData(null, name, "seen")).getValue()).as(name)
					.isEqualTo("seen");
			}
		});
	}

	private static ContextConsumer<AssertableApplicationContext> told(
			java.util.function.Consumer<JsonNode> assertions) {
		return (context) -> assertions.accept(json(context.getBean(LiteLlmEndpoint.class).litellm()));
	}

	private static void setting(JsonNode deployment, String name, String value, String from) {
		JsonNode setting = deployment.path("settings").path(name);
		assertThat(setting.path("value").asString()).as(name).isEqualTo(value);
		assertThat(setting.path("from").asString()).as(name).isEqualTo(from);
	}

	private static void key(JsonNode deployment, boolean present, String from) {
		assertThat(deployment.at("/key/present").asBoolean()).isEqualTo(present);
		assertThat(deployment.at("/key/from").asString()).isEqualTo(from);
	}

	private static JsonNode json(Map<String, Object> told) {
		return JsonMapper.shared().valueToTree(told);
	}

	static class OwnEndpoint extends LiteLlmEndpoint {

		OwnEndpoint(LlmClient client) {
			super(client, new dev.litellm.engine.ProviderStates(java.time.Clock.systemUTC()),
					new ExplanationReport(false));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ LiteLlmAutoConfiguration.class, LiteLlmEndpointAutoConfiguration.class,
			LiteLlmSanitizingAutoConfiguration.class })
	static class Imports {

	}

}
