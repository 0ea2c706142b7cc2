package dev.litellm.json;

import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
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

	private static final Pattern HALF_CHARACTER = Pattern.compile("\\p{Cs}");

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

	/**
	 * Read the text at the parser's current token.
	 * @param parser stands on the value's first token, and after the call on its last
	 * @return the text, or null where the value is something else
	 */
	public static @Nullable String text(JsonParser parser) {
		if (parser.currentToken() == JsonToken.VALUE_STRING) {
			return parser.getString();
		}
		parser.skipChildren();
		return null;
	}

	/**
	 * Read a text, whatever a server makes of it.
	 * @param parser stands on the value's first token, and after the call on its last
	 * @return the text, that of a number or a boolean too, or null where the value is
	 * something else
	 */
	public static @Nullable String scalar(JsonParser parser) {
		if (parser.currentToken().isScalarValue()) {
			return parser.getValueAsString();
		}
		parser.skipChildren();
		return null;
	}

	/**
	 * Return whether a text is a JSON object, which is read without a tree.
	 * @param text the text
	 * @return false where it is another value, something beside it, or no JSON
	 */
	public static boolean isObject(String text) {
		if (!text.stripLeading().startsWith("{")) {
			return false;
		}
		try (JsonParser parser = Json.parser(text)) {
			parser.nextToken();
			parser.skipChildren();
			return parser.nextToken() == null;
		}
		catch (JacksonException ex) {
			return false;
		}
	}

	/**
	 * Write JSON text as it stands.
	 * @param generator stands where a value is due
	 * @param json the text, which is known to be JSON; half a character in it goes out as
	 * an escape
	 */
	public static void write(JsonGenerator generator, String json) {
		for (int i = 0; i < json.length(); i++) {
			if (Character.isSurrogate(json.charAt(i))) {
				generator.writeRawValue(HALF_CHARACTER.matcher(json)
					.replaceAll((half) -> String.format("\\\\u%04X", (int) half.group().charAt(0))));
				return;
			}
		}
		generator.writeRawValue(json);
	}

	/**
	 * Read the value at the parser's current token as JSON text.
	 * @param parser stands on the value's first token, and after the call on its last
	 * @return the value without blanks between its parts, its numbers as they stand there
	 */
	public static String json(JsonParser parser) {
		return Json.text((generator) -> copy(parser, generator));
	}

	private static void copy(JsonParser parser, JsonGenerator generator) {
		int depth = 0;
		while (true) {
			switch (parser.currentToken()) {
				case START_OBJECT -> {
					generator.writeStartObject();
					depth++;
				}
				case START_ARRAY -> {
					generator.writeStartArray();
					depth++;
				}
				case END_OBJECT -> {
					generator.writeEndObject();
					depth--;
				}
				case END_ARRAY -> {
					generator.writeEndArray();
					depth--;
				}
				case PROPERTY_NAME -> generator.writeName(parser.currentName());
				case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> generator.writeNumber(parser.getString());
				default -> generator.copyCurrentEvent(parser);
			}
			if (depth == 0) {
				return;
			}
			parser.nextToken();
		}
	}

	/**
	 * Read a text.
	 * @param parser stands on any value, and after the call on its end
	 * @param standard what to take where the value is none
	 * @return the text
	 */
	public static String text(JsonParser parser, String standard) {
		String text = text(parser);
		return (text != null) ? text : standard;
	}

	/**
	 * Read a number.
	 * @param parser stands on any value, and after the call on its end
	 * @return the number without its fraction, 0 where the value is none
	 */
	public static long number(JsonParser parser) {
		JsonToken token = parser.currentToken();
		if (!token.isNumeric()) {
			parser.skipChildren();
			return 0;
		}
		boolean small = token == JsonToken.VALUE_NUMBER_INT && parser.getStringLength() < 19;
		return small ? parser.getLongValue() : (long) parser.getDoubleValue();
	}

	/**
	 * Read the items of a list.
	 * @param parser stands on any value, and after the call on its end
	 * @param item reads an item, on whose first token the parser stands, to its end; is
	 * not asked where the value is no list
	 */
	public static void items(JsonParser parser, Consumer<JsonParser> item) {
		if (parser.currentToken() != JsonToken.START_ARRAY) {
			parser.skipChildren();
			return;
		}
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			item.accept(parser);
		}
	}

}
