package dev.litellm.provider;

import dev.litellm.call.Secret;

/**
 * The header that a provider reads its key from.
 *
 * @param header the header's name
 * @param prefix what stands before the key, for example {@code Bearer }; may be empty
 * @since 0.1.0
 */
public record Auth(String header, String prefix) {

	private static final Auth BEARER = new Auth("Authorization", "Bearer ");

	public static Auth bearer() {
		return BEARER;
	}

	/**
	 * Read an auth from text.
	 * @param text {@code bearer}, {@code header:NAME} or {@code scheme:WORD}
	 * @return the auth
	 */
	public static Auth parse(String text) {
		if (text.equals("bearer")) {
			return BEARER;
		}
		if (text.startsWith("header:")) {
			return new Auth(text.substring("header:".length()), "");
		}
		if (text.startsWith("scheme:")) {
			return new Auth("Authorization", text.substring("scheme:".length()) + " ");
		}
		throw new IllegalArgumentException("Auth '" + text
				+ "' is unknown: give bearer, header:NAME (for example header:x-api-key) or scheme:WORD");
	}

	/**
	 * Return the header's value for a key.
	 * @param key the key
	 * @return the value
	 */
	public String value(Secret key) {
		return this.prefix + key.value();
	}

}
