package dev.litellm.dialect.bedrock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * JSON schemas as Bedrock takes them: without references, and with little at the root.
 */
final class Schemas {

	private static final List<String> ALTERNATIVES = List.of("anyOf", "oneOf", "allOf");

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
	static Json.Writable input(@Nullable Object schema, boolean strict) {
		Map<?, ?> given = Values.fields(schema);
		Map<?, ?> whole = refers(given) ? Values.fields(resolved(given, given, new HashSet<>())) : given;
		Object closed = strict ? whole.get("additionalProperties") : null;
		return new Input(properties(whole), whole.get("required"), closed);
	}

	private static Map<?, ?> properties(Map<?, ?> schema) {
		Map<String, @Nullable Object> joined = null;
		for (String alternatives : ALTERNATIVES) {
			if (schema.get(alternatives) instanceof List<?> branches) {
				joined = (joined != null) ? joined : new Members();
				for (Object branch : branches) {
					joined.putAll(Values.copy(Values.fields(Values.fields(branch).get("properties"))));
				}
			}
		}
		Map<?, ?> own = Values.fields(schema.get("properties"));
		if (joined == null) {
			return own;
		}
		joined.putAll(Values.copy(own));
		return joined;
	}

	private static boolean refers(@Nullable Object schema) {
		if (schema instanceof List<?> items) {
			return items.stream().anyMatch(Schemas::refers);
		}
		return schema instanceof Map<?, ?> fields
				&& (fields.containsKey("$ref") || fields.values().stream().anyMatch(Schemas::refers));
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

	/**
	 * The schema of a tool's input.
	 *
	 * @param properties its properties
	 * @param required the names of those that are needed, or null
	 * @param closed whether it takes others, or null
	 */
	private record Input(Map<?, ?> properties, @Nullable Object required,
			@Nullable Object closed) implements Json.Writable {

		@Override
		public void writeTo(JsonGenerator generator) {
			generator.writeStartObject();
			generator.writeStringProperty("type", "object");
			Json.write(generator, "properties", this.properties);
			Json.write(generator, "required", (this.required != null) ? this.required : List.of());
			Json.writeGiven(generator, "additionalProperties", this.closed);
			generator.writeEndObject();
		}

	}

}
