package dev.litellm.autoconfigure;

import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.litellm.autoconfigure.LiteLlmProperties.Retry;
import dev.litellm.autoconfigure.LiteLlmProperties.Timeouts;
import dev.litellm.call.Retries;
import dev.litellm.call.Secret;
import dev.litellm.call.Settings;
import dev.litellm.provider.BaseUrls;
import dev.litellm.routing.InvalidConfigurationException;

/**
 * Maker of the client's values from properties; what it refuses, it refuses with the
 * property's name.
 */
final class SettingsMapper {

	private static final Pattern PLACEHOLDER = Pattern.compile(".*\\$\\{([^}:]*)}.*");

	private final RequestParameters parameters;

	SettingsMapper(RequestParameters parameters) {
		this.parameters = parameters;
	}

	Settings settings(String prefix, Retry retry, Timeouts timeouts, @Nullable Boolean dropUnsupported,
			Map<String, Object> options) {
		Retries retries = checked(prefix + ".retry", () -> new Retries(retry.maxAttempts(), retry.initialWait(),
				retry.maxWait(), retry.preferFallbackAfter(), retry.kinds()));
		dev.litellm.call.Timeouts times = checked(prefix + ".timeouts",
				() -> new dev.litellm.call.Timeouts(timeouts.connect(), timeouts.firstToken(), timeouts.idle(),
						timeouts.total()));
		return new Settings(times, retries, dropUnsupported, Map.of()).withParameters(this.parameters.read(options));
	}

	/**
	 * Return a key, unless there is none: an empty text, or a placeholder whose variable
	 * is not set.
	 * @param key the property's value
	 * @return the key or null
	 */
	static @Nullable Secret key(@Nullable Secret key) {
		return (key != null && !key.isEmpty() && !PLACEHOLDER.matcher(key.value()).matches())
				? Secret.of(key.value().strip()) : null;
	}

	/**
	 * Return a base URL that is checked.
	 * @param property the property
	 * @param value its value
	 * @return the base URL, or null where it is empty
	 */
	static @Nullable String baseUrl(String property, @Nullable String value) {
		if (value == null || value.isBlank()) {
			return null;
		}
		var placeholder = PLACEHOLDER.matcher(value);
		if (placeholder.matches()) {
			throw new InvalidConfigurationException(property,
					"its placeholder names '" + placeholder.group(1) + "', which is not set",
					"Set it, or give a default: ${" + placeholder.group(1) + ":http://localhost:8000/v1}.");
		}
		checked(property, () -> BaseUrls.check(value));
		return value.strip();
	}

	static <T> T checked(String property, Supplier<T> value) {
		try {
			return value.get();
		}
		catch (InvalidConfigurationException ex) {
			throw ex;
		}
		catch (IllegalArgumentException ex) {
			String message = String.valueOf(ex.getMessage());
			int colon = message.lastIndexOf(": ");
			throw (colon < 0) ? new InvalidConfigurationException(property, message, "Correct the property.")
					: new InvalidConfigurationException(property, lower(message.substring(0, colon)),
							upper(message.substring(colon + 2)) + ".");
		}
	}

	private static String lower(String text) {
		return text.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + text.substring(1);
	}

	private static String upper(String text) {
		return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
	}

}
