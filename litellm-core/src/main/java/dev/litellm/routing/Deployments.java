package dev.litellm.routing;

import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.Secret;
import dev.litellm.call.Settings;
import dev.litellm.provider.Address;
import dev.litellm.provider.KeySource;
import dev.litellm.provider.ModelQuirks;
import dev.litellm.provider.ModelRule;
import dev.litellm.provider.Provider;

/**
 * Maker of deployments: a provider's key and address from the configuration, else from
 * the environment, else from the provider's own data.
 */
final class Deployments {

	private final Function<String, @Nullable String> environment;

	private final Settings settings;

	private final ModelQuirks models = ModelQuirks.builtIn();

	Deployments(Function<String, @Nullable String> environment, Settings settings) {
		this.environment = environment;
		this.settings = settings;
	}

	Deployment of(Provider provider, String model) {
		return of(provider, model, null);
	}

	Deployment of(Provider given, String model, @Nullable ModelEntry entry) {
		Provider provider = given.fill(this.environment)
			.withQuirks(this.models.of(given.name(), model).over(given.quirks()));
		ModelRule.Route route = provider.address().route(model);
		Settings layers = provider.settings().over(this.settings);
		return new Deployment(provider.name() + "/" + model, provider, route.model(), baseUrl(provider, route, entry),
				key(provider, entry), (entry != null) ? entry.settings().over(layers) : layers,
				(entry != null) ? entry.headers() : Map.of());
	}

	private @Nullable String baseUrl(Provider provider, ModelRule.Route route, @Nullable ModelEntry entry) {
		Address address = provider.address();
		if (entry != null && entry.baseUrl() != null) {
			return route.baseUrl(address.complete(entry.baseUrl()), true);
		}
		String variable = address.given() ? null : first(address.variables());
		return (variable != null) ? route.baseUrl(address.complete(variable), true)
				: route.baseUrl(address.baseUrl(), address.given());
	}

	private @Nullable KeySource key(Provider provider, @Nullable ModelEntry entry) {
		if (entry != null && entry.apiKey() != null) {
			return KeySource.of(entry.apiKey());
		}
		if (provider.login().key() != null) {
			return provider.login().key();
		}
		String variable = first(provider.login().keyVariables());
		if (variable != null) {
			return KeySource.of(Secret.of(variable.strip()));
		}
		return (provider.login().standIn() != null) ? KeySource.of(provider.login().standIn()) : null;
	}

	private @Nullable String first(Iterable<String> variables) {
		for (String variable : variables) {
			String value = this.environment.apply(variable);
			if (value != null && !value.isBlank()) {
				return value;
			}
		}
		return null;
	}

}
