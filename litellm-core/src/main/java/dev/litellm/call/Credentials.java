package dev.litellm.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells headers that hold credentials from others.
 *
 * @since 0.1.0
 */
public final class Credentials {

	private static final List<String> MARKS = List.of("auth", "key", "token", "secret", "cookie", "credential",
			"password");

	private Credentials() {
	}

	/**
	 * Return whether a header may hold credentials, by its name.
	 * @param header the header's name, in any case
	 * @return true if its value must stay with whom it was meant for
	 */
	public static boolean isCredential(String header) {
		String name = header.toLowerCase(Locale.ROOT);
		return MARKS.stream().anyMatch(name::contains);
	}

	/**
	 * Return headers without those that may hold credentials.
	 * @param headers the headers by name
	 * @return the rest
	 */
	public static Map<String, String> without(Map<String, String> headers) {
		Map<String, String> rest = new LinkedHashMap<>(headers);
		rest.keySet().removeIf(Credentials::isCredential);
		return rest;
	}

}
