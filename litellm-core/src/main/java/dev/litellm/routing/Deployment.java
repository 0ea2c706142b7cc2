package dev.litellm.routing;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.Settings;
import dev.litellm.provider.KeySource;
import dev.litellm.provider.Provider;

/**
 * A model at a provider, with all that a call to it needs.
 *
 * @param name provider and model as {@code provider/model}
 * @param provider the provider as this model meets it: its variables filled in, the
 * model's own quirks among its own
 * @param model the provider's own name of the model
 * @param baseUrl the base URL without a slash at its end, or null where none is known
 * @param key where the key comes from, or null where none is known
 * @param settings the settings of all layers but the call's own
 * @param headers request headers of this deployment alone
 * @since 0.1.0
 */
public record Deployment(String name, Provider provider, String model, @Nullable String baseUrl,
		@Nullable KeySource key, Settings settings, Map<String, String> headers) {

	public Deployment {
		headers = Map.copyOf(headers);
	}

	/**
	 * Return this in words, headers by their names alone.
	 */
	@Override
	public String toString() {
		return "Deployment[" + this.name + " at " + this.baseUrl + ", headers=" + this.headers.keySet() + ", settings="
				+ this.settings + "]";
	}

}
