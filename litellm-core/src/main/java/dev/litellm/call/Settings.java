package dev.litellm.call;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the application, a provider or a model sets for its calls; what a layer leaves out
 * comes from the layer beneath.
 *
 * @param timeouts the times
 * @param retries the retry rules
 * @param dropUnsupported whether parameters that a provider does not know are left out,
 * or null
 * @param parameters request parameters by OpenAI name, for calls that do not set them
 * @since 0.1.0
 */
public record Settings(Timeouts timeouts, Retries retries, @Nullable Boolean dropUnsupported,
		Map<String, @Nullable Object> parameters) {

	private static final Settings NONE = new Settings(Timeouts.none(), Retries.none(), null, Map.of());

	public Settings {
		parameters = parameters.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
	}

	public static Settings none() {
		return NONE;
	}

	/**
	 * Return these settings, and the given ones where these say nothing.
	 * @param beneath the settings of the layer beneath
	 * @return the new settings
	 */
	public Settings over(Settings beneath) {
		if (this == NONE) {
			return beneath;
		}
		Map<String, @Nullable Object> merged = new LinkedHashMap<>(beneath.parameters);
		merged.putAll(this.parameters);
		return new Settings(this.timeouts.over(beneath.timeouts), this.retries.over(beneath.retries),
				(this.dropUnsupported != null) ? this.dropUnsupported : beneath.dropUnsupported, merged);
	}

	public Settings withTimeouts(Timeouts timeouts) {
		return new Settings(timeouts, this.retries, this.dropUnsupported, this.parameters);
	}

	public Settings withRetries(Retries retries) {
		return new Settings(this.timeouts, retries, this.dropUnsupported, this.parameters);
	}

	public Settings withDropUnsupported(boolean dropUnsupported) {
		return new Settings(this.timeouts, this.retries, dropUnsupported, this.parameters);
	}

	public Settings withParameters(Map<String, @Nullable Object> parameters) {
		return new Settings(this.timeouts, this.retries, this.dropUnsupported, parameters);
	}

}
