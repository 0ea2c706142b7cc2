package dev.litellm.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.litellm.call.Secret;
import dev.litellm.call.Settings;
import dev.litellm.error.ErrorKind;
import dev.litellm.provider.KeySource;
import dev.litellm.provider.ModelNames;
import dev.litellm.provider.Provider;
import dev.litellm.provider.Providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link Router} and what it stands on.
 */
class RouterTests {

	private final Map<String, String> aliases = new LinkedHashMap<>();

	private final List<ModelEntry> models = new ArrayList<>();

	private final Map<String, String> tasks = new LinkedHashMap<>();

	private final List<FallbackRule> fallbacks = new ArrayList<>();

	private Providers providers = Providers.builtIn();

	private ProxyRule proxy = ProxyRule.none();

	private String defaultModel;

	private int maxFallbacks = RoutingTable.MAX_FALLBACKS;

	@ParameterizedTest
	@CsvSource({ "openai/gpt-4o,openai,gpt-4o", "gpt-4o,openai,gpt-4o",
			"openrouter/openai/gpt-4o,openrouter,openai/gpt-4o", "groq/groq/x,groq,groq/x",
			"gpt-9-of-tomorrow,openai,gpt-9-of-tomorrow" })
	void takesTheProviderOfTheNameOnceElseThatOfItsFamily(String name, String provider, String model) {
		Deployment deployment = router().route(name, null).get(0).deployments().get(0);
		assertThat(deployment.provider().name()).isEqualTo(provider);
		assertThat(deployment.model()).isEqualTo(model);
		assertThat(deployment.name()).isEqualTo(provider + "/" + model);
	}

	@Test
	void followsAliases() {
		this.aliases.put("best", "smart");
		this.aliases.put("smart", "openai/gpt-4o");
		assertThat(names("best")).containsExactly("openai/gpt-4o");
	}

	@Test
	void refusesAliasesThatGoRoundInACircle() {
		this.aliases.put("a", "b");
		this.aliases.put("b", "a");
		assertThat(refusal()).hasMessage("litellm.aliases is wrong: the aliases a -> b -> a go round in a circle."
				+ " Let one of them name a model.");
	}

	@Test
	void refusesAnAliasThatIsAlsoAGroup() {
		this.aliases.put("gpt", "openai/gpt-4o");
		this.models.add(ModelEntry.of("gpt", "openai/gpt-4o"));
		assertThat(refusal().property()).isEqualTo("litellm.aliases.gpt");
	}

	@Test
	void refusesEachNameThatLeadsNowhere() {
		this.aliases.put("x", "none/x");
		assertThat(refusal().property()).isEqualTo("litellm.aliases.x");
		this.aliases.clear();
		this.models.add(ModelEntry.of("ok", "openai/gpt-4o"));
		this.models.add(ModelEntry.of("wrong", "none/x"));
		assertThat(refusal().property()).isEqualTo("litellm.models[1].model");
		this.models.clear();
		this.tasks.put("code", "none/x");
		assertThat(refusal().property()).isEqualTo("litellm.tasks.code");
		this.tasks.clear();
		this.fallbacks.add(FallbackRule.of("none/x", "gpt-4o"));
		assertThat(refusal().property()).isEqualTo("litellm.fallbacks[0].model");
		this.fallbacks.set(0, FallbackRule.of("*", "gpt-4o", "none/x"));
		assertThat(refusal().property()).isEqualTo("litellm.fallbacks[0].to");
		this.fallbacks.clear();
		this.defaultModel = "none/x";
		assertThat(refusal().property()).isEqualTo("litellm.default-model");
	}

	@Test
	void givesAGroupAllItsDeploymentsInOrder() {
		this.models.add(ModelEntry.of("gpt-4o", "mistral/gpt-4o"));
		this.models.add(ModelEntry.of("other", "openai/gpt-4o-mini"));
		this.models.add(ModelEntry.of("gpt-4o", "openai/gpt-4o"));
		assertThat(names("gpt-4o")).containsExactly("mistral/gpt-4o", "openai/gpt-4o");
	}

	@Test
	void routesChainsBreadthFirstAndEachModelOnce() {
		this.fallbacks.add(FallbackRule.of("openai/a", "openai/b", "openai/c"));
		this.fallbacks.add(FallbackRule.of("openai/b", "openai/d", "openai/a"));
		this.fallbacks.add(FallbackRule.of("*", "openai/e"));
		List<Leg> legs = router().route("openai/a", null);
		assertThat(legs).extracting(Leg::name)
			.containsExactly("openai/a", "openai/b", "openai/c", "openai/d", "openai/e");
		assertThat(legs).extracting(Leg::after).containsExactly(-1, 0, 0, 1, 2);
	}

	@Test
	void takesOneDeploymentUnderTwoNamesOnce() {
		this.aliases.put("smart", "gpt-4o");
		this.fallbacks.add(FallbackRule.of("gpt-4o", "openai/gpt-4o", "smart", "groq/llama"));
		assertThat(router().route("gpt-4o", null)).extracting(Leg::name).containsExactly("gpt-4o", "groq/llama");
	}

	@Test
	void boundsAChain() {
		this.maxFallbacks = 0;
		this.fallbacks.add(FallbackRule.of("*", "groq/llama"));
		assertThat(router().route("gpt-4o", null)).hasSize(1);
		this.maxFallbacks = 1;
		this.fallbacks.set(0, FallbackRule.of("*", "groq/llama", "groq/gemma"));
		assertThat(router().route("gpt-4o", null)).hasSize(2);
		assertThat(router().route("gpt-4o", List.of("groq/a", "groq/b", "groq/c"))).hasSize(2);
		this.maxFallbacks = -1;
		assertThat(refusal().property()).isEqualTo("litellm.max-fallbacks");
	}

	@Test
	void takesTheCallsFallbacksWithoutThoseOfTheTable() {
		this.fallbacks.add(FallbackRule.of("*", "groq/llama"));
		assertThat(router().route("gpt-4o", List.of("groq/gemma", "gpt-4o"))).extracting(Leg::name)
			.containsExactly("gpt-4o", "groq/gemma");
		assertThat(router().route("gpt-4o", List.of())).hasSize(1);
	}

	@Test
	void keepsTheKindsOfARule() {
		this.fallbacks.add(new FallbackRule("gpt-4o", List.of("groq/a"), Set.of(ErrorKind.CONTEXT_WINDOW_EXCEEDED)));
		Leg leg = router().route("gpt-4o", null).get(1);
		assertThat(leg.takes(ErrorKind.CONTEXT_WINDOW_EXCEEDED)).isTrue();
		assertThat(leg.takes(ErrorKind.RATE_LIMIT)).isFalse();
	}

	@Test
	void takesTheModelOfATaskElseTheDefault() {
		this.tasks.put("code", "gpt-4o");
		assertThatExceptionOfType(InvalidConfigurationException.class).isThrownBy(() -> router().taskModel("poetry"))
			.withMessage(
					"litellm.default-model is wrong: it is not set, but task 'poetry' has no entry in litellm.tasks."
							+ " Set it to a model, for example openai/gpt-4o-mini.");
		this.defaultModel = "gpt-4o-mini";
		assertThat(router().taskModel("code")).isEqualTo("gpt-4o");
		assertThat(router().taskModel("poetry")).isEqualTo("gpt-4o-mini");
	}

	@Test
	void sendsABareGeminiToVertexOnlyWhereThatIsConfigured() {
		Provider gemini = stub("gemini");
		this.providers = this.providers.with(gemini);
		assertThat(names("gemini-2.5-pro")).containsExactly("gemini/gemini-2.5-pro");
		this.providers = this.providers.with(stub("vertex_ai").asConfigured());
		assertThat(names("gemini-2.5-pro")).containsExactly("vertex_ai/gemini-2.5-pro");
	}

	@ParameterizedTest
	@ValueSource(strings = { "gpt-4o", "anthropic/claude", "none/x", "whatever" })
	void sendsAllThroughTheProxyWhereItTakesAll(String name) {
		this.proxy = ProxyRule.everything();
		assertThat(names(name)).containsExactly("litellm_proxy/" + name);
	}

	@Test
	void keepsTheKeyOfTheProxyFromADeploymentWithAPlaceOfItsOwn() {
		this.proxy = ProxyRule.everything();
		this.models.add(new ModelEntry("own", "openai/gpt-4o", Secret.of("sk-test"), "http://localhost:1/v1", Map.of(),
				Settings.none()));
		Deployment deployment = router().route("own", null).get(0).deployments().get(0);
		assertThat(deployment.provider().name()).isEqualTo("openai");
		assertThat(deployment.baseUrl()).isEqualTo("http://localhost:1/v1");
		assertThat(deployment.key()).isEqualTo(KeySource.of(Secret.of("sk-test")));
	}

	@Test
	void plansARouteOnce() {
		Router router = router();
		assertThat(router.route("gpt-4o", null)).isSameAs(router.route("gpt-4o", null));
	}

	@Test
	void listsWhatIsNearestToAnUnknownName() {
		this.aliases.put("smart", "gpt-4o");
		assertThat(catchThrowableOfType(UnknownModelException.class, () -> router().route("smarf", null)))
			.hasMessageContaining("Unknown model 'smarf': it is neither an alias, nor a group, nor of a known family;"
					+ " did you mean smart?")
			.hasMessageContaining("A provider of your own needs litellm.providers.<name>.dialect and .base-url.");
	}

	private static Provider stub(String name) {
		Provider openai = Providers.builtIn().get("openai");
		return new Provider(name, name, "openai", openai.address(), openai.login(), openai.quirks(), Map.of(), Set.of(),
				Settings.none(), Settings.none(), false, openai.options(), List.of());
	}

	private List<String> names(String model) {
		return router().route(model, null).get(0).deployments().stream().map(Deployment::name).toList();
	}

	private InvalidConfigurationException refusal() {
		return catchThrowableOfType(InvalidConfigurationException.class, this::router);
	}

	private Router router() {
		return new Router(this.providers, ModelNames.builtIn(), new RoutingTable(this.defaultModel, this.aliases,
				this.models, this.tasks, this.fallbacks, this.maxFallbacks, this.proxy, Settings.none()),
				(name) -> null);
	}

}
