package dev.litellm.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.chat.Tool;
import dev.litellm.json.Json;
import dev.litellm.json.Values;

/**
 * The tools of a request in the format of Cohere's first API, which Oracle and Amazon
 * serve: parameters have a type of Python's and a description, which tells what else a
 * schema holds.
 *
 * @since 0.1.0
 */
public final class CohereTools {

	private static final Map<String, String> TYPES = Map.of("string", "str", "number", "float", "boolean", "bool",
			"integer", "int", "array", "list", "object", "dict");

	private static final String REFERENCE = "#/$defs/";

	private CohereTools() {
	}

	/**
	 * Return a tool in that format.
	 * @param tool the tool
	 * @param definitions what the format calls its parameters
	 * @param needed what it calls those that must be given
	 * @param refused takes what is no function
	 * @return the tool
	 */
	public static Json.Writable of(Tool tool, String definitions, String needed, Unsupported refused) {
		if (!tool.type().equals("function")) {
			refused.add("tools of type " + tool.type());
		}
		return (generator) -> {
			generator.writeStartObject();
			Json.write(generator, "name", tool.name());
			generator.writeStringProperty("description", Objects.requireNonNullElse(tool.description(), ""));
			generator.writeName(definitions);
			write(generator, (tool.parameters() != null) ? tool.parameters() : Map.of(), needed);
			generator.writeEndObject();
		};
	}

	private static void write(JsonGenerator generator, Map<?, ?> schema, String needed) {
		List<?> required = Values.items(schema.get("required"));
		generator.writeStartObject();
		Values.fields(schema.get("properties")).forEach((name, value) -> {
			Map<?, ?> property = resolved(Values.fields(value), Values.fields(schema.get("$defs")));
			generator.writeName(String.valueOf(name));
			generator.writeStartObject();
			generator.writeStringProperty("description", description(property));
			generator.writeStringProperty("type", type(property));
			generator.writeBooleanProperty(needed, required.contains(name));
			generator.writeEndObject();
		});
		generator.writeEndObject();
	}

	/** Of a choice between types, the first that is not null. */
	private static Map<?, ?> resolved(Map<?, ?> property, Map<?, ?> definitions) {
		Map<?, ?> first = Map.of();
		for (Object item : Values.items(property.get("anyOf"))) {
			if (first.isEmpty() && item instanceof Map<?, ?> branch && !"null".equals(branch.get("type"))) {
				first = branch;
			}
		}
		String reference = Values.text(first.containsKey("$ref") ? first.get("$ref") : property.get("$ref"), "");
		if (reference.startsWith(REFERENCE)) {
			first = Values.fields(definitions.get(reference.substring(REFERENCE.length())));
		}
		if (first.isEmpty()) {
			return property;
		}
		Map<String, @Nullable Object> merged = Values.copy(property);
		merged.putAll(Values.copy(first));
		return merged;
	}

	private static String type(Map<?, ?> property) {
		Object type = property.get("type");
		if (type instanceof List<?> types) {
			type = types.stream()
				.filter((one) -> !"null".equals(one))
				.map(String::valueOf)
				.findFirst()
				.orElse("string");
		}
		String name = (type != null) ? type.toString() : property.containsKey("properties") ? "object" : "string";
		return TYPES.getOrDefault(name, name);
	}

	private static String description(Map<?, ?> property) {
		List<String> parts = new ArrayList<>();
		String told = Values.text(property.get("description"), "");
		if (!told.isEmpty()) {
			parts.add(told);
		}
		if (property.get("enum") instanceof List<?> values) {
			parts.add("Allowed values: " + values.stream()
				.map((value) -> (value instanceof String) ? "'" + value + "'" : String.valueOf(value))
				.collect(Collectors.joining(", ", "[", "]")));
		}
		if (property.get("format") != null) {
			parts.add("Format: " + property.get("format"));
		}
		List<String> range = new ArrayList<>();
		if (property.get("minimum") != null) {
			range.add("min=" + property.get("minimum"));
		}
		if (property.get("maximum") != null) {
			range.add("max=" + property.get("maximum"));
		}
		if (!range.isEmpty()) {
			parts.add("Range: " + String.join(", ", range));
		}
		if (property.get("pattern") != null) {
			parts.add("Pattern: " + property.get("pattern"));
		}
		for (String inner : List.of("items", "properties")) {
			if (property.get(inner) instanceof Map<?, ?> schema) {
				parts.add("JSON schema of " + inner + ": " + Json.text(schema));
			}
		}
		return String.join(". ", parts);
	}

}
