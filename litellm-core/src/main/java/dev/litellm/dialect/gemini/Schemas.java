package dev.litellm.dialect.gemini;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.json.Members;

/**
 * JSON schemas as Gemini's own kind of schema, a part of OpenAPI's, and whether they lose
 * something on the way.
 */
final class Schemas {

	private static final Set<String> KNOWN = Set.of("type", "title", "description", "nullable", "default", "items",
			"minItems", "maxItems", "enum", "properties", "required", "minProperties", "maxProperties", "minimum",
			"maximum", "minLength", "maxLength", "pattern", "anyOf", "format");

	/** What may go without a change of what is allowed. */
	private static final Set<String> HARMLESS = Set.of("additionalProperties", "strict", "$schema", "$id", "$comment",
			"examples", "$defs", "definitions", "format", "readOnly", "writeOnly", "deprecated");

	private static final Set<String> FORMATS = Set.of("enum", "date-time");

	private final Map<?, ?> root;

	private final List<Object> within = new ArrayList<>();

	private boolean ordered;

	private Schemas(Map<?, ?> root, boolean ordered) {
		this.root = root;
		this.ordered = ordered;
	}

	/**
	 * Return a schema as Gemini's own kind.
	 * @param schema the JSON schema
	 * @param ordered whether the order of properties is told
	 * @return the schema
	 */
	static Map<String, @Nullable Object> clean(Map<?, ?> schema, boolean ordered) {
		return new Schemas(schema, ordered).of(schema);
	}

	/**
	 * Return whether a schema says something that Gemini's own kind cannot.
	 * @param schema the JSON schema
	 * @return true if it does
	 */
	static boolean loses(@Nullable Object schema) {
		if (!(schema instanceof Map<?, ?> fields)) {
			return schema instanceof Boolean;
		}
		for (Map.Entry<?, ?> member : fields.entrySet()) {
			String name = String.valueOf(member.getKey());
			Object value = member.getValue();
			boolean lost = switch (name) {
				case "properties" -> value instanceof Map<?, ?> all && all.values().stream().anyMatch(Schemas::loses);
				case "items" -> loses(value);
				case "anyOf" -> value instanceof List<?> all && all.stream().anyMatch(Schemas::loses);
				case "enum" ->
					value instanceof List<?> all && all.stream().anyMatch((item) -> !(item instanceof String));
				case "additionalProperties" -> value instanceof Map<?, ?>;
				default -> !KNOWN.contains(name) && !HARMLESS.contains(name);
			};
			if (lost) {
				return true;
			}
		}
		return false;
	}

	private Map<String, @Nullable Object> of(Map<?, ?> given) {
		Map<?, ?> fields = resolve(given);
		if (fields == null || this.within.contains(fields)) {
			return new LinkedHashMap<>(Map.of("type", "object"));
		}
		this.within.add(fields);
		Map<String, @Nullable Object> result = new Members();
		fields.forEach((key, value) -> put(String.valueOf(key), value, result));
		this.within.remove(this.within.size() - 1);
		if (fields.get("type") instanceof List<?> types) {
			result.remove("type");
			result.put("anyOf",
					types.stream()
						.filter((type) -> type != null && !"null".equals(type))
						.map((type) -> new LinkedHashMap<>(Map.of("type", type)))
						.toList());
			nullable(result, types.contains("null"));
		}
		else if (result.get("anyOf") == null) {
			result.putIfAbsent("type", result.containsKey("items") ? "array" : "object");
			if ("array".equals(result.get("type"))) {
				result.putIfAbsent("items", Map.of("type", "object"));
			}
		}
		return result;
	}

	private @Nullable Map<?, ?> resolve(Map<?, ?> schema) {
		Object at = schema;
		if (schema.get("$ref") instanceof String reference && reference.startsWith("#/")) {
			at = this.root;
			for (String segment : reference.substring(2).split("/")) {
				at = (at instanceof Map<?, ?> fields) ? fields.get(segment) : null;
			}
		}
		return (at instanceof Map<?, ?> fields) ? fields : null;
	}

	private void put(String name, @Nullable Object value, Map<String, @Nullable Object> result) {
		if (!KNOWN.contains(name) || value == null) {
			return;
		}
		switch (name) {
			case "properties" -> properties(value, result);
			case "items" -> result.put(name, (value instanceof Map<?, ?> item) ? of(item) : Map.of("type", "object"));
			case "anyOf" -> alternatives(value, result);
			case "format" -> {
				if (FORMATS.contains(String.valueOf(value))) {
					result.put(name, value);
				}
			}
			case "enum" -> {
				if (value instanceof List<?> all && all.stream().allMatch(String.class::isInstance)) {
					result.put(name, all);
				}
			}
			default -> result.put(name, value);
		}
	}

	private void properties(Object value, Map<String, @Nullable Object> result) {
		Map<String, @Nullable Object> properties = new Members();
		if (value instanceof Map<?, ?> all) {
			all.forEach((name, schema) -> properties.put(String.valueOf(name),
					(schema instanceof Map<?, ?> fields) ? of(fields) : Map.of("type", "object")));
		}
		if (!properties.isEmpty()) {
			result.put("properties", properties);
			if (this.ordered) {
				result.put("propertyOrdering", List.copyOf(properties.keySet()));
			}
		}
	}

	private void alternatives(Object value, Map<String, @Nullable Object> result) {
		boolean orNull = false;
		List<Map<String, @Nullable Object>> all = new ArrayList<>();
		for (Object item : (value instanceof List<?> items) ? items : List.of()) {
			if (item instanceof Map<?, ?> fields && "null".equals(fields.get("type"))) {
				orNull = true;
			}
			else if (item instanceof Map<?, ?> fields) {
				all.add(of(fields));
			}
		}
		result.put("anyOf", all);
		nullable(result, orNull);
	}

	@SuppressWarnings("unchecked")
	private static void nullable(Map<String, @Nullable Object> schema, boolean orNull) {
		if (orNull && schema.get("anyOf") instanceof List<?> all) {
			all.forEach((item) -> ((Map<String, @Nullable Object>) item).put("nullable", true));
		}
	}

}
