package dev.litellm.chat;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Tokens;

/**
 * Members of JSON objects that stay as they came.
 */
final class Fields {

	private Fields() {
	}

	static Map<String, @Nullable Object> copy(Map<String, @Nullable Object> fields) {
		return Json.frozen(fields);
	}

	static Map<String, @Nullable Object> plus(Map<String, @Nullable Object> fields, String name, Object value) {
		Map<String, @Nullable Object> result = new Members(fields);
		result.put(name, value);
		return Json.frozen(result);
	}

	static Members add(@Nullable Members members, String name, @Nullable Object value) {
		return ((members != null) ? members : new Members()).add(name, value);
	}

	static Map<String, @Nullable Object> map(@Nullable Members members) {
		return (members != null) ? members.toMap() : Map.of();
	}

	/**
	 * Read a text of which the stream has told the same before.
	 * @param parser stands on any value, and after the call on its end
	 * @param before the text as it came before, or null
	 * @return the text, the same object as before where it is equal, or null where the
	 * value is none
	 */
	static @Nullable String shared(JsonParser parser, @Nullable String before) {
		if (before == null || parser.currentToken() != JsonToken.VALUE_STRING
				|| parser.getStringLength() != before.length()) {
			return Tokens.scalar(parser);
		}
		char[] characters = parser.getStringCharacters();
		int offset = parser.getStringOffset();
		for (int i = 0; i < before.length(); i++) {
			if (characters[offset + i] != before.charAt(i)) {
				return parser.getString();
			}
		}
		return before;
	}

	static @Nullable String textOrNull(@Nullable String text) {
		return (text == null || text.isEmpty()) ? null : text;
	}

	static void write(JsonGenerator generator, Map<String, @Nullable Object> fields) {
		if (!fields.isEmpty()) {
			fields.forEach((name, value) -> write(generator, name, value));
		}
	}

	static void write(JsonGenerator generator, String name, @Nullable Object value) {
		generator.writeName(name);
		Json.write(generator, value);
	}

	/**
	 * Write a member, unless there is none or a further one of its name, which counts.
	 * @param generator stands inside the object
	 * @param extra the further members, which are written later
	 * @param name the member's name
	 * @param value its value, or null or an empty list where there is none
	 */
	static void writeGiven(JsonGenerator generator, Map<String, @Nullable Object> extra, String name,
			@Nullable Object value) {
		boolean given = value != null && !(value instanceof List<?> items && items.isEmpty());
		if (given && !extra.containsKey(name)) {
			write(generator, name, value);
		}
	}

	static void writeText(JsonGenerator generator, String name, @Nullable String value) {
		if (value != null) {
			generator.writeStringProperty(name, value);
		}
	}

	static void writeList(JsonGenerator generator, String name, List<?> items) {
		if (!items.isEmpty()) {
			write(generator, name, items);
		}
	}

}
