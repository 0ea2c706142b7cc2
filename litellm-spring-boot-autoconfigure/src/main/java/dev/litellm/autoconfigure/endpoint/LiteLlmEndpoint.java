package dev.litellm.autoconfigure.endpoint;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.Selector.Match;

import dev.litellm.LlmClient;
import dev.litellm.engine.ProviderStates;
import dev.litellm.routing.FallbackRule;
import dev.litellm.routing.Router;
import dev.litellm.routing.RoutingTable;

/**
 * Actuator endpoint that tells where calls go, with what settings, and where each of them
 * came from; of keys it tells only whether they are there.
 *
 * @since 0.1.0
 */
@Endpoint(id = "litellm", defaultAccess = Access.READ_ONLY)
public class LiteLlmEndpoint {

	private final Router router;

	private final ProviderStates states;

	private final ExplanationReport report;

	/**
	 * Create the endpoint.
	 * @param client the client that it tells of
	 * @param states what traffic has shown
	 * @param report writes explanations
	 */
	LiteLlmEndpoint(LlmClient client, ProviderStates states, ExplanationReport report) {
		this.router = client.mutate().router();
		this.states = states;
		this.report = report;
	}

	/**
	 * Return what is set up.
	 * @return names, models, fallbacks and providers
	 */
	@ReadOperation
	public Map<String, Object> litellm() {
		RoutingTable table = this.router.table();
		Map<String, Object> told = new LinkedHashMap<>();
		if (table.defaultModel() != null) {
			told.put("defaultModel", table.defaultModel());
		}
		told.put("aliases", table.aliases());
		told.put("tasks", table.tasks());
		told.put("fallbacks", table.fallbacks().stream().map(LiteLlmEndpoint::fallback).toList());
		told.put("maxFallbacks", table.maxFallbacks());
		Map<String, Object> models = new LinkedHashMap<>();
		names(table).forEach((name) -> models.put(name, this.report.model(this.router, name)));
		told.put("models", models);
		told.put("providers", this.report.providers(this.router, this.states.snapshot()));
		return told;
	}

	/**
	 * Return where the calls of one model go.
	 * @param model the model, slashes included
	 * @return the explanation
	 */
	@ReadOperation
	public Map<String, Object> model(@Selector(match = Match.ALL_REMAINING) String... model) {
		return this.report.model(this.router, String.join("/", model));
	}

	private Set<String> names(RoutingTable table) {
		Set<String> names = new LinkedHashSet<>(this.router.ownNames());
		if (table.defaultModel() != null) {
			names.add(table.defaultModel());
		}
		names.addAll(table.tasks().values());
		table.fallbacks().forEach((rule) -> {
			names.add(rule.model());
			names.addAll(rule.to());
		});
		names.remove(FallbackRule.ANY);
		return names;
	}

	private static Map<String, Object> fallback(FallbackRule rule) {
		return Map.of("model", rule.model(), "to", rule.to(), "kinds", List.copyOf(rule.on()));
	}

}
