package dev.litellm.dialect;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.Durations;
import dev.litellm.json.Values;

/**
 * Reader of errors in Google's {@code google.rpc.Status}, which its services give
 * whatever format they speak otherwise.
 *
 * @since 0.1.0
 * @see <a href="https://google.aip.dev/193">Errors</a>
 */
public final class RpcErrors {

	private RpcErrors() {
	}

	/**
	 * Return an error's body.
	 * @param body the body of an answer, which may be a list of one
	 * @return the object in it, empty where there is none
	 */
	public static Map<?, ?> body(@Nullable Object body) {
		return Values.fields((body instanceof List<?> items && !items.isEmpty()) ? items.get(0) : body);
	}

	/**
	 * Return the wait that an error asks for.
	 * @param error the error
	 * @return the wait, or null where it asks for none
	 */
	public static @Nullable Duration retryDelay(Map<?, ?> error) {
		return (detail(error, "RetryInfo", "retryDelay") instanceof String text) ? Durations.parse(text) : null;
	}

	/**
	 * Return a detail of an error.
	 * @param error the error
	 * @param type the last word of the detail's type
	 * @param name the member
	 * @return its value, or null where there is none
	 */
	public static @Nullable Object detail(Map<?, ?> error, String type, String name) {
		for (Object item : Values.items(error.get("details"))) {
			if (item instanceof Map<?, ?> detail && String.valueOf(detail.get("@type")).endsWith("." + type)) {
				return detail.get(name);
			}
		}
		return null;
	}

}
