package dev.litellm.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Steps from member to member of an object that is read token by token: <pre>
 * for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
 *   switch (name) {
 *     case "text" -&gt; …
 *     default -&gt; parser.skipChildren();
 *   }
 * }
 * </pre>
 *
 * @since 0.1.0
 */
public final class Tokens {

	private Tokens() {
	}

	/**
	 * Go to the first member's value.
	 * @param parser stands on any value, and after the call on that of its first member,
	 * or on its end where it has none
	 * @return the member's name, or null where there is none
	 */
	public static @Nullable String first(JsonParser parser) {
		if (parser.currentToken() == JsonToken.START_OBJECT) {
			return next(parser);
		}
		parser.skipChildren();
		return null;
	}

	/**
	 * Go to the next member's value.
	 * @param parser stands on the end of a member's value, and after the call on the next
	 * one's value, or on the object's end
	 * @return the member's name, or null where there is none
	 */
	public static @Nullable String next(JsonParser parser) {
		if (parser.nextToken() != JsonToken.PROPERTY_NAME) {
			return null;
		}
		String name = parser.currentName();
		parser.nextToken();
		return name;
	}

}
