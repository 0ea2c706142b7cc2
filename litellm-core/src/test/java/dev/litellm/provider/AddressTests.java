package dev.litellm.provider;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.litellm.LlmClient;
import dev.litellm.call.CallOptions;
import dev.litellm.call.ProxyOptions;
import dev.litellm.dialect.Target;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

class AddressTests {

	private final Wires wires = new Wires();

	private static Provider provider(String name) {
		return Providers.builtIn().all().stream().filter((one) -> one.name().equals(name)).findFirst().orElseThrow();
	}

	private String uri(String model, Map<String, String> environment, String... base) {
		Provider provider = provider(model.substring(0, model.indexOf('/')));
		this.wires.requests().clear();
		LlmClient client = LlmClient.builder()
			.transport(this.wires)
			.environment(environment::get)
			.provider(provider.name(), (own) -> {
				own.apiKey("sk-test");
				if (base.length > 0) {
					own.baseUrl(base[0]);
				}
			})
			.build();
		try {
			client.chat(model).maxAttempts(1).user("Hi").call().content();
		}
		catch (LlmException ex) {
			if (this.wires.requests().isEmpty()) {
				return ex.kind() + " " + ex.getMessage();
			}
		}
		return this.wires.requests().get(0).uri() + " "
				+ Json.read(this.wires.requests().get(0).body().bytes()).toString().split("[=,]")[1];
	}

	@Test
	void fillsVariablesOfTheEnvironment() {
		assertThat(uri("cloudflare/@cf/meta/llama", Map.of("CLOUDFLARE_ACCOUNT_ID", "a b/c")))
			.startsWith("https://api.cloudflare.com/client/v4/accounts/a%20b%2Fc/ai/v1/chat/completions ");
		assertThat(uri("gdc/gemma",
				Map.of("GDC_API_BASE", "https://gdc.example", "VERTEXAI_PROJECT", "p", "VERTEXAI_LOCATION", "l")))
			.startsWith("https://gdc.example/v1/projects/p/locations/l/chat/completions ");
	}

	@Test
	void takesTheFirstVariableThatIsSetElseTheDefault() {
		assertThat(uri("bedrock_mantle/openai.gpt-oss-120b", Map.of()))
			.startsWith("https://bedrock-mantle.us-east-1.api.aws/v1/");
		assertThat(uri("bedrock_mantle/openai.gpt-oss-120b", Map.of("AWS_REGION", "eu-west-1")))
			.startsWith("https://bedrock-mantle.eu-west-1.api.aws/v1/");
	}

	@Test
	void saysWhichVariableIsMissing() {
		assertThat(uri("cloudflare/@cf/meta/llama", Map.of())).startsWith(ErrorKind.NOT_FOUND.name())
			.contains("CLOUDFLARE_ACCOUNT_ID")
			.contains("litellm.providers.cloudflare.base-url");
	}

	@Test
	void takesAVariableOfTheApplicationFirst() {
		Provider set = provider("cloudflare").withVariable("CLOUDFLARE_ACCOUNT_ID", "mine")
			.fill((name) -> "environment");
		assertThat(set.address().baseUrl()).contains("/accounts/mine/");
	}

	@Test
	void leavesOutHeadersThatNothingFills() {
		Provider openrouter = provider("openrouter");
		assertThat(openrouter.fill((name) -> null).headers()).isEmpty();
		assertThat(openrouter.fill((name) -> name.equals("OR_APP_NAME") ? "Mine" : null).headers())
			.containsExactly(Map.entry("x-title", "Mine"));
	}

	@Test
	void sendsTheSessionThatTheCallerGave() {
		Target plain = target(ProxyOptions.none());
		Target session = target(ProxyOptions.none().withSessionId("s-1"));
		assertThat(plain.headers()).doesNotContainKey("x-session-affinity");
		assertThat(session.headers()).containsEntry("x-session-affinity", "s-1");
	}

	private static Target target(ProxyOptions proxy) {
		Provider fireworks = provider("fireworks_ai");
		return new Target(fireworks, "m", "https://llm.example/v1", null, fireworks.quirks(),
				CallOptions.none().withProxy(proxy), false);
	}

	@Test
	void sendsAModelByTheNameAndToTheAddressOfItsRule() {
		assertThat(uri("fireworks_ai/kimi-k2", Map.of())).endsWith(" accounts/fireworks/models/kimi-k2");
		assertThat(uri("fireworks_ai/kimi-k2-fast", Map.of())).endsWith(" accounts/fireworks/routers/kimi-k2-fast");
		assertThat(uri("fireworks_ai/accounts/me/models/own", Map.of())).endsWith(" accounts/me/models/own");
		assertThat(uri("clarifai/openai.chat.gpt-4o", Map.of()))
			.endsWith(" https://clarifai.com/openai/chat/models/gpt-4o");
		assertThat(uri("baseten/abcd1234", Map.of()))
			.startsWith("https://model-abcd1234.api.baseten.co/environments/production/sync/v1/chat/completions ");
	}

	@Test
	void leavesTheAddressThatTheUserGave() {
		assertThat(uri("baseten/abcd1234", Map.of(), "https://mine.example/v1"))
			.isEqualTo("https://mine.example/v1/chat/completions abcd1234");
		assertThat(uri("ragflow/chat/7/qwen", Map.of(), "https://mine.example"))
			.isEqualTo("https://mine.example/api/v1/chats_openai/7/chat/completions qwen");
	}

	@Test
	void endsABaseUrlInItsSuffix() {
		assertThat(uri("datarobot/azure/gpt-4o", Map.of()))
			.startsWith("https://app.datarobot.com/api/v2/genai/llmgw/chat/completions/ ");
		assertThat(uri("datarobot/azure/gpt-4o", Map.of(), "https://dr.example/"))
			.startsWith("https://dr.example/api/v2/genai/llmgw/chat/completions/ ");
	}

}
