package dev.litellm.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.Retries;
import dev.litellm.call.Settings;
import dev.litellm.call.Timeouts;
import dev.litellm.provider.KeySource;
import dev.litellm.provider.Provider;
import dev.litellm.routing.Deployments.Found;
import dev.litellm.routing.Deployments.Listed;
import dev.litellm.routing.Explanation.Served;
import dev.litellm.routing.Explanation.Value;

/**
 * Maker of explanations: it walks the layers of settings from the model's own down to the
 * default.
 */
final class Explainer {

	private final RoutingTable table;

	private final Names names;

	private final Deployments deployments;

	private final Settings defaults;

	Explainer(RoutingTable table, Names names, Deployments deployments, Settings defaults) {
		this.table = table;
		this.names = names;
		this.deployments = deployments;
		this.defaults = defaults;
	}

	Explanation explain(String model, List<Leg> route) {
		List<Listed> group = this.names.group(model);
		List<Deployment> served = route.get(0).deployments();
		List<Served> told = new ArrayList<>();
		for (int i = 0; i < served.size(); i++) {
			told.add(served(served.get(i), group.isEmpty() ? null : group.get(i)));
		}
		return new Explanation(this.names.chain(model), told,
				route.subList(1, route.size()).stream().map(Leg::name).toList());
	}

	private Served served(Deployment deployment, @Nullable Listed listed) {
		Provider provider = deployment.provider();
		Found<String> baseUrl = this.deployments.baseUrl(provider, listed);
		Found<KeySource> key = this.deployments.key(provider, listed);
		Map<String, Settings> layers = new LinkedHashMap<>();
		if (listed != null) {
			layers.put(listed.property() + ".", listed.entry().settings());
		}
		layers.put("litellm.providers." + provider.name() + ".", provider.settings());
		layers.put("litellm.", this.table.settings());
		layers.put(Explanation.PROVIDER_DEFAULT, provider.defaults());
		layers.put(Explanation.DEFAULT, this.defaults);
		Map<String, Value> settings = new LinkedHashMap<>();
		layers.forEach((layer, values) -> values(values).forEach((name, value) -> {
			if (value != null) {
				settings.putIfAbsent(name, new Value(value, layer.endsWith(".") ? layer + name : layer));
			}
		}));
		return new Served(deployment.name(), provider.name(), new Value(deployment.baseUrl(), baseUrl.from()),
				key.value() != null, key.from(), settings);
	}

	private static Map<String, @Nullable Object> values(Settings settings) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		Retries retries = settings.retries();
		values.put("retry.max-attempts", retries.maxAttempts());
		values.put("retry.initial-wait", retries.initialWait());
		values.put("retry.max-wait", retries.maxWait());
		values.put("retry.prefer-fallback-after", retries.preferFallbackAfter());
		values.put("retry.kinds", retries.on());
		Timeouts timeouts = settings.timeouts();
		values.put("timeouts.connect", timeouts.connect());
		values.put("timeouts.first-token", timeouts.firstToken());
		values.put("timeouts.idle", timeouts.idle());
		values.put("timeouts.total", timeouts.total());
		values.put("drop-unsupported", settings.dropUnsupported());
		settings.parameters().forEach((name, value) -> values.put("default-options." + name, value));
		return values;
	}

}
