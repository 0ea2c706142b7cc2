package dev.litellm.dialect.gemini;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.json.Json;
import dev.litellm.json.Values;

/**
 * A JSON schema as Gemini's own kind of schema, a part of OpenAPI's.
 */
final class Schema implements Json.Writable {

	private static final String TYPE = "type";

	private static final String ITEMS = "items";

	private static final String ANY_OF = "anyOf";

	private static final String NULLABLE = "nullable";

	private static final Set<String> KNOWN = Set.of(TYPE, "title", "description", NULLABLE, "default", ITEMS,
			"minItems", "maxItems", "enum", "properties", "required", "minProperties", "maxProperties", "minimum",
			"maximum", "minLength", "maxLength", "pattern", ANY_OF, "format");

	/** What may go without a change of what is allowed. */
	private static final Set<String> HARMLESS = Set.of("additionalProperties", "strict", "$schema", "$id", "$comment",
			"examples", "$defs", "definitions", "format", "readOnly", "writeOnly", "deprecated");

	private static final Set<String> FORMATS = Set.of("enum", "date-time");

	private final Map<?, ?> root;

	private final boolean ordered;

	/** The schemas that are being written, from the outside in. */
	private final List<Object> within = new ArrayList<>();

	/**
	 * Create the schema.
	 * @param root the JSON schema
	 * @param ordered whether the order of properties is told
	 */
	Schema(Map<?, ?> root, boolean ordered) {
		this.root = root;
		this.ordered = ordered;
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
				case "properties" -> value instanceof Map<?, ?> all && all.values().stream().anyMatch(Schema::loses);
				case ITEMS -> loses(value);
				case ANY_OF -> value instanceof List<?> all && all.stream().anyMatch(Schema::loses);
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

	@Override
	public void writeTo(JsonGenerator generator) {
		write(generator, this.root, false);
	}

	private void write(JsonGenerator generator, @Nullable Object given, boolean nullable) {
		Map<?, ?> schema = resolve(Values.fields(given));
		generator.writeStartObject();
		if (schema == null || this.within.contains(schema)) {
			generator.writeStringProperty(TYPE, "object");
		}
		else {
			this.within.add(schema);
			schema.forEach((name, value) -> member(generator, String.valueOf(name), value, schema, nullable));
			type(generator, schema);
			this.within.remove(this.within.size() - 1);
		}
		end(generator, nullable);
	}

	private static void end(JsonGenerator generator, boolean nullable) {
		if (nullable) {
			generator.writeBooleanProperty(NULLABLE, true);
		}
		generator.writeEndObject();
	}

	/** The type where it is a choice, or is not told. */
	private void type(JsonGenerator generator, Map<?, ?> schema) {
		if (schema.get(TYPE) instanceof List<?> types) {
			generator.writeName(ANY_OF).writeStartArray();
			for (Object type : types) {
				if (type != null && !type.equals("null")) {
					Json.write(generator.writeStartObject(), TYPE, type);
					end(generator, types.contains("null"));
				}
			}
			generator.writeEndArray();
			return;
		}
		if (schema.get(ANY_OF) != null) {
			return;
		}
		Object type = schema.get(TYPE);
		if (type == null) {
			type = (schema.get(ITEMS) != null) ? "array" : "object";
			generator.writeStringProperty(TYPE, type.toString());
		}
		if (type.equals("array") && schema.get(ITEMS) == null) {
			write(generator.writeName(ITEMS), null, false);
		}
	}

	private void anyOf(JsonGenerator generator, List<?> all) {
		boolean orNull = all.stream().anyMatch(Schema::isNull);
		generator.writeName(ANY_OF).writeStartArray();
		for (Object one : all) {
			if (one instanceof Map<?, ?> && !isNull(one)) {
				write(generator, one, orNull);
			}
		}
		generator.writeEndArray();
	}

	private static boolean isNull(@Nullable Object schema) {
		return "null".equals(Values.fields(schema).get(TYPE));
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

	private void member(JsonGenerator generator, String name, @Nullable Object value, Map<?, ?> schema,
			boolean nullable) {
		if (!KNOWN.contains(name) || value == null) {
			return;
		}
		switch (name) {
			case "properties" -> properties(generator, Values.fields(value));
			case ITEMS -> write(generator.writeName(name), value, false);
			case ANY_OF -> {
				if (!(schema.get(TYPE) instanceof List)) {
					anyOf(generator, Values.items(value));
				}
			}
			default -> {
				boolean taken = switch (name) {
					case TYPE -> !(value instanceof List);
					case NULLABLE -> !nullable;
					case "format" -> FORMATS.contains(String.valueOf(value));
					case "enum" -> value instanceof List<?> all && all.stream().allMatch(String.class::isInstance);
					default -> true;
				};
				if (taken) {
					Json.write(generator, name, value);
				}
			}
		}
	}

	private void properties(JsonGenerator generator, Map<?, ?> properties) {
		if (properties.isEmpty()) {
			return;
		}
		generator.writeName("properties").writeStartObject();
		properties.forEach((name, schema) -> write(generator.writeName(String.valueOf(name)), schema, false));
		generator.writeEndObject();
		if (this.ordered) {
			Json.write(generator, "propertyOrdering", List.copyOf(properties.keySet()));
		}
	}

}
