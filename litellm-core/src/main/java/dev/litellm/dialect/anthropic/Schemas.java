package dev.litellm.dialect.anthropic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.json.Members;

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

	private Schemas() {
	}

	/**
	 * Return the schema of a tool's input: an object, whose alternatives are joined,
	 * since Anthropic takes none at the root.
	 * @param schema the schema, or null for no input
	 * @return the schema
	 */
	static Map<String, @Nullable Object> input(@Nullable Map<String, @Nullable Object> schema) {
		Map<String, @Nullable Object> input = new Members();
		input.put("type", "object");
		if (schema != null) {
			input.putAll(schema);
		}
		input.remove("$schema");
		input.remove("$id");
		input.put("type", "object");
		Map<String, @Nullable Object> properties = new Members();
		for (String alternatives : List.of("anyOf", "oneOf", "allOf")) {
			if (input.remove(alternatives) instanceof List<?> branches) {
				branches.forEach((branch) -> collect(branch, properties));
			}
		}
		collect(input, properties);
		input.put("properties", properties);
		return input;
	}

	private static void collect(@Nullable Object schema, Map<String, @Nullable Object> properties) {
		if (schema instanceof Map<?, ?> fields && fields.get("properties") instanceof Map<?, ?> own) {
			own.forEach((name, value) -> properties.put(String.valueOf(name), value));
		}
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
