package dev.litellm.routing;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.Secret;
import dev.litellm.call.Settings;

/**
 * One deployment of a model group, as the application lists it.
 *
 * @param name the group's name
 * @param model the model as {@code provider/model} or a bare name
 * @param apiKey the key of this deployment, or null for the provider's
 * @param baseUrl the base URL of this deployment, or null for the provider's
 * @param headers request headers of this deployment
 * @param settings timeouts, retries and parameters of its calls
 * @param options options of the provider, for this deployment
 * @since 0.1.0
 */
public record ModelEntry(String name, String model, @Nullable Secret apiKey, @Nullable String baseUrl,
		Map<String, String> headers, Settings settings, Map<String, Secret> options) {

	public ModelEntry {
		headers = Map.copyOf(headers);
		options = Map.copyOf(options);
	}

	public ModelEntry(String name, String model, @Nullable Secret apiKey, @Nullable String baseUrl,
			Map<String, String> headers, Settings settings) {
		this(name, model, apiKey, baseUrl, headers, settings, Map.of());
	}

	public static ModelEntry of(String name, String model) {
		return new ModelEntry(name, model, null, null, Map.of(), Settings.none());
	}

	/**
	 * Return this in words, headers by their names alone.
	 */
	@Override
	public String toString() {
		return "ModelEntry[" + this.name + "=" + this.model + ", apiKey=" + this.apiKey + ", baseUrl=" + this.baseUrl
				+ ", headers=" + this.headers.keySet() + ", settings=" + this.settings + ", options="
				+ this.options.keySet() + "]";
	}

}
