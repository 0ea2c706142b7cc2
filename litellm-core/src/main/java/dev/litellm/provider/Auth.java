package dev.litellm.provider;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.litellm.call.Secret;

/**
 * How a request shows who sends it: by a key in a header, or by a scheme that signs it or
 * exchanges the key for a token.
 *
 * @param header the header's name
 * @param prefix what stands before the key, for example {@code Bearer }; may be empty
 * @param scheme the name of the scheme; {@code key} where the key stands in the header
 * @param argument what the scheme is told, for example the service that is signed for;
 * may be empty
 * @since 0.1.0
 */
public record Auth(String header, String prefix, String scheme, String argument) {

	/** The scheme of a key that stands in a header as it is. */
	public static final String KEY = "key";

	private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9-]*)(?::(.*))?");

	private static final Auth BEARER = new Auth("Authorization", "Bearer ", KEY, "");

	public static Auth bearer() {
		return BEARER;
	}

	/**
	 * Read an auth from text.
	 * @param text {@code bearer}, {@code header:NAME}, {@code scheme:WORD}, or the name
	 * of an {@code AuthScheme}, with what it is told behind a colon
	 * @return the auth
	 */
	public static Auth parse(String text) {
		if (text.equals("bearer")) {
			return BEARER;
		}
		if (text.startsWith("header:")) {
			return new Auth(text.substring("header:".length()), "", KEY, "");
		}
		if (text.startsWith("scheme:")) {
			return new Auth("Authorization", text.substring("scheme:".length()) + " ", KEY, "");
		}
		Matcher matcher = SCHEME.matcher(text);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("Auth '" + text
					+ "' is unknown: give bearer, header:NAME (for example header:x-api-key) or scheme:WORD");
		}
		return new Auth("Authorization", "Bearer ", matcher.group(1),
				(matcher.group(2) != null) ? matcher.group(2) : "");
	}

	/**
	 * Return whether the key stands in the header as it is.
	 * @return false where a scheme makes of it what goes out
	 */
	public boolean isKey() {
		return this.scheme.equals(KEY);
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
