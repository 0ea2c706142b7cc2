package dev.litellm.dialect.anthropic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * JSON schemas as Anthropic takes them.
 */
final class Schemas {

	/** What a schema of an answer may say; the rest goes into the description. */
	private static final Set<String> KNOWN = Set.of("type", "properties", "required", "items", "enum", "const", "anyOf",
			"allOf", "$ref", "$defs", "definitions", "description", "title", "default", "format", "pattern",
			"additionalProperties");

	private static final Set<String> CONSTRAINTS = Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
			"multipleOf", "minLength", "maxLength", "minItems", "maxItems", "uniqueItems", "minProperties",
			"maxProperties");

	private static final String PROPERTIES = "properties";

	private static final List<String> ALTERNATIVES = List.of("anyOf", "oneOf", "allOf");

	private static final Set<String> LEFT_OUT = Set.of("type", "$schema", "$id");

	private Schemas() {
	}

	/**
	 * Return the schema of a tool's input: an object, whose alternatives are joined,
	 * since Anthropic takes none at the root.
	 * @param schema the schema, or null for no input
	 * @return the schema
	 */
	static Json.Writable input(@Nullable Map<String, @Nullable Object> schema) {
		return (generator) -> write(generator, (schema != null) ? schema : Map.of());
	}

	private static void write(JsonGenerator generator, Map<String, @Nullable Object> schema) {
		generator.writeStartObject();
		generator.writeStringProperty("type", "object");
		schema.forEach((name, value) -> {
			if (name.equals(PROPERTIES)) {
				Json.write(generator, name, properties(schema));
			}
			else if (!LEFT_OUT.contains(name) && !ALTERNATIVES.contains(name)) {
				Json.write(generator, name, value);
			}
		});
		if (!schema.containsKey(PROPERTIES)) {
			Json.write(generator, PROPERTIES, properties(schema));
		}
		generator.writeEndObject();
	}

	private static Map<?, ?> properties(Map<String, @Nullable Object> schema) {
		Members joined = null;
		for (String alternatives : ALTERNATIVES) {
			for (Object branch : Values.items(schema.get(alternatives))) {
				joined = (joined != null) ? joined : new Members();
				collect(Values.fields(branch), joined);
			}
		}
		if (joined == null) {
			return Values.fields(schema.get(PROPERTIES));
		}
		collect(schema, joined);
		return joined;
	}

	private static void collect(Map<?, ?> schema, Members properties) {
		Values.fields(schema.get(PROPERTIES)).forEach((name, value) -> properties.add(String.valueOf(name), value));
	}

	/**
	 * Return the schema of an answer: closed objects, {@code anyOf} for {@code oneOf},
	 * and constraints that are not known told in the description.
	 * @param schema the schema
	 * @return the schema
	 */
	static Object answer(@Nullable Object schema) {
		if (!(schema instanceof Map<?, ?> fields)) {
			return (schema != null) ? schema : Map.of();
		}
		Map<String, @Nullable Object> result = new Members();
		List<String> told = new ArrayList<>();
		fields.forEach((key, value) -> {
			String name = String.valueOf(key);
			if (name.equals("oneOf")) {
				result.put("anyOf", answers(value));
			}
			else if (CONSTRAINTS.contains(name)) {
				told.add(name + ": " + value);
			}
			else if (KNOWN.contains(name)) {
				result.put(name, nested(name, value));
			}
		});
		if (!told.isEmpty()) {
			Object description = result.get("description");
			result.put("description",
					((description != null) ? description + " " : "") + "(" + String.join(", ", told) + ")");
		}
		if ("object".equals(result.get("type"))) {
			result.put("additionalProperties", false);
		}
		return result;
	}

	private static @Nullable Object nested(String name, @Nullable Object value) {
		return switch (name) {
			case "items" -> answer(value);
			case "anyOf", "allOf" -> answers(value);
			case "properties", "$defs", "definitions" -> {
				Map<String, @Nullable Object> members = new Members();
				if (value instanceof Map<?, ?> fields) {
					fields.forEach((key, member) -> members.put(String.valueOf(key), answer(member)));
				}
				yield members;
			}
			default -> value;
		};
	}

	private static List<Object> answers(@Nullable Object value) {
		return (value instanceof List<?> items) ? items.stream().<Object>map(Schemas::answer).toList() : List.of();
	}

}
