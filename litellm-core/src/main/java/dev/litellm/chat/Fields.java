package dev.litellm.chat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

import dev.litellm.json.Json;

/**
 * Members of JSON objects that stay as they came.
 */
final class Fields {

	private Fields() {
	}

	static Map<String, @Nullable Object> copy(Map<String, @Nullable Object> fields) {
		return fields.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
	}

	static Map<String, @Nullable Object> plus(Map<String, @Nullable Object> fields, String name, Object value) {
		Map<String, @Nullable Object> result = new LinkedHashMap<>(fields);
		result.put(name, value);
		return result;
	}

	static Map<String, @Nullable Object> add(Map<String, @Nullable Object> fields, String name,
			@Nullable Object value) {
		Map<String, @Nullable Object> result = fields.isEmpty() ? new LinkedHashMap<>() : fields;
		result.put(name, value);
		return result;
	}

	static @Nullable String textOrNull(JsonParser parser) {
		String text = parser.getValueAsString();
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
