package dev.litellm.dialect.bedrock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * JSON schemas as Bedrock takes them: without references, and with little at the root.
 */
final class Schemas {

	private Schemas() {
	}

	/**
	 * Return the format of an answer that is held to a schema.
	 * @param named the schema's name and description, as far as they are given
	 * @param schema the schema
	 * @return the {@code outputConfig}
	 */
	static Map<String, Object> output(Map<?, ?> named, Map<?, ?> schema) {
		Map<String, @Nullable Object> json = Values.object("schema", Json.text(answer(schema)));
		for (String name : List.of("name", "description")) {
			if (named.get(name) != null) {
				json.put(name, named.get(name));
			}
		}
		return Map.of("textFormat", Map.of("type", "json_schema", "structure", Map.of("jsonSchema", json)));
	}

	/**
	 * Return the schema of a tool's input: an object, whose alternatives are joined.
	 * @param schema the schema, or null for no input
	 * @param strict whether the model can be held to it
	 * @return the schema
	 */
	static Map<String, @Nullable Object> input(@Nullable Object schema, boolean strict) {
		Map<?, ?> given = (schema instanceof Map<?, ?> fields) ? fields : Map.of();
		Map<?, ?> whole = (resolved(given, given, new HashSet<>()) instanceof Map<?, ?> fields) ? fields : Map.of();
		Map<String, @Nullable Object> properties = new Members();
		for (String alternatives : List.of("anyOf", "oneOf", "allOf")) {
			if (whole.get(alternatives) instanceof List<?> branches) {
				branches.forEach((branch) -> collect(branch, properties));
			}
		}
		collect(whole, properties);
		Map<String, @Nullable Object> input = new Members();
		input.put("type", "object");
		input.put("properties", properties);
		input.put("required", (whole.get("required") != null) ? whole.get("required") : List.of());
		if (strict && whole.get("additionalProperties") != null) {
			input.put("additionalProperties", whole.get("additionalProperties"));
		}
		return input;
	}

	private static void collect(@Nullable Object schema, Map<String, @Nullable Object> properties) {
		if (schema instanceof Map<?, ?> fields && fields.get("properties") instanceof Map<?, ?> own) {
			own.forEach((name, value) -> properties.put(String.valueOf(name), value));
		}
	}

	/** A reference that leads to itself ends in an object of any kind. */
	private static @Nullable Object resolved(@Nullable Object schema, Map<?, ?> root, Set<String> open) {
		if (schema instanceof List<?> items) {
			return items.stream().<@Nullable Object>map((item) -> resolved(item, root, open)).toList();
		}
		if (!(schema instanceof Map<?, ?> fields)) {
			return schema;
		}
		if (fields.get("$ref") instanceof String reference && reference.startsWith("#/")) {
			if (!open.add(reference)) {
				return Map.of("type", "object");
			}
			Object target = resolved(find(reference, root), root, open);
			open.remove(reference);
			return (target != null) ? target : Map.of();
		}
		Map<String, @Nullable Object> result = new Members();
		fields.forEach((name, value) -> result.put(String.valueOf(name), resolved(value, root, open)));
		return result;
	}

	private static @Nullable Object find(String reference, Map<?, ?> root) {
		Object place = root;
		for (String name : reference.substring(2).split("/")) {
			place = (place instanceof Map<?, ?> fields) ? fields.get(name.replace("~1", "/").replace("~0", "~")) : null;
		}
		return place;
	}

	/**
	 * Return the schema of an answer: objects are closed.
	 * @param schema the schema
	 * @return the schema
	 */
	static @Nullable Object answer(@Nullable Object schema) {
		if (schema instanceof List<?> items) {
			List<@Nullable Object> all = new ArrayList<>();
			items.forEach((item) -> all.add(answer(item)));
			return all;
		}
		if (!(schema instanceof Map<?, ?> fields)) {
			return schema;
		}
		Map<String, @Nullable Object> result = new Members();
		fields.forEach((name, value) -> result.put(String.valueOf(name), answer(value)));
		if ("object".equals(result.get("type"))) {
			result.put("additionalProperties", false);
		}
		return result;
	}

}
