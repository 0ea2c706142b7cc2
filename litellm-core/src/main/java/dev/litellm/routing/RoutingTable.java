package dev.litellm.routing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.Settings;

/**
 * What the application says of names: aliases, groups, tasks, fallbacks.
 *
 * @param defaultModel the model of calls that name none, or null
 * @param aliases names for other names
 * @param models the deployments of model groups
 * @param tasks the model of each task
 * @param fallbacks where calls go when a model fails
 * @param maxFallbacks the most models that are tried after the first
 * @param proxy which models go through a LiteLLM proxy
 * @param settings the settings of all calls
 * @since 0.1.0
 */
public record RoutingTable(@Nullable String defaultModel, Map<String, String> aliases, List<ModelEntry> models,
		Map<String, String> tasks, List<FallbackRule> fallbacks, int maxFallbacks, ProxyRule proxy, Settings settings) {

	/** How many models are tried after the first where nothing else is said. */
	public static final int MAX_FALLBACKS = 5;

	public RoutingTable {
		aliases = Collections.unmodifiableMap(new LinkedHashMap<>(aliases));
		models = List.copyOf(models);
		tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
		fallbacks = List.copyOf(fallbacks);
		if (maxFallbacks < 0) {
			throw new InvalidConfigurationException("litellm.max-fallbacks", "it is " + maxFallbacks,
					"Give 0 for no fallback, or more.");
		}
	}

	public static RoutingTable empty() {
		return new RoutingTable(null, Map.of(), List.of(), Map.of(), List.of(), MAX_FALLBACKS, ProxyRule.none(),
				Settings.none());
	}

}
