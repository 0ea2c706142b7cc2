package dev.litellm.dialect.gemini;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.chat.Tool;
import dev.litellm.dialect.Target;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Values;
import dev.litellm.provider.ModelFacts;

/**
 * Tools and their choice as Gemini takes them: functions together, tools that Google runs
 * one by one.
 */
final class Tools implements Json.Writable {

	static final String ALLOWED = "allowed_function_names";

	/** Google's own tools by their names without case and underscores. */
	private static final Map<String, String> OWN = Map.of("googlesearch", "googleSearch", "websearch", "googleSearch",
			"websearchpreview", "googleSearch", "googlesearchretrieval", "googleSearchRetrieval", "enterprisewebsearch",
			"enterpriseWebSearch", "urlcontext", "url_context", "codeexecution", "code_execution", "googlemaps",
			"googleMaps", "computeruse", "computerUse", "filesearch", "fileSearch");

	private static final List<String> ORDER = List.of("googleSearch", "googleSearchRetrieval", "enterpriseWebSearch",
			"url_context", "code_execution", "googleMaps", "computerUse", "fileSearch");

	private static final List<String> SEARCHES = ORDER.subList(0, 3);

	private final Target target;

	private final ModelFacts facts;

	private final List<Function> functions = new ArrayList<>(0);

	private final Map<String, @Nullable Object> own = new Members();

	private @Nullable Map<String, @Nullable Object> place;

	Tools(Target target, ModelFacts facts) {
		this.target = target;
		this.facts = facts;
	}

	void add(Tool tool) {
		if (tool.name() != null) {
			addFunction(tool.name(), tool.description(), tool.parameters());
			return;
		}
		for (String name : names(tool)) {
			String wire = OWN.get(name.replace("_", "").toLowerCase(Locale.ROOT).replaceAll("\\d+$", ""));
			if (wire != null) {
				Map<?, ?> fields = (tool.extra().get(name) instanceof Map<?, ?> given) ? given
						: tool.extra().containsKey(name) ? Map.of() : tool.extra();
				addOwn(wire, fields);
				return;
			}
		}
		throw Failure
			.of(ErrorKind.UNSUPPORTED_PARAMS,
					"tools of type '" + tool.type() + "' are not supported by " + this.target.provider().name()
							+ ": give functions, or one of " + ORDER)
			.asException();
	}

	private static List<String> names(Tool tool) {
		List<String> names = new ArrayList<>(tool.extra().keySet());
		names.add(tool.type());
		return names;
	}

	void addFunction(String name, @Nullable Object description, @Nullable Object parameters) {
		Map<?, ?> schema = Values.fields(parameters);
		boolean whole = Schema.loses(schema) && !this.facts.has("old-schema");
		this.functions.add(new Function(name, description, whole ? "parametersJsonSchema" : "parameters",
				schema.isEmpty() ? null : whole ? schema : new Schema(schema, false)));
	}

	private void addOwn(String name, Map<?, ?> given) {
		this.own.put(name, switch (name) {
			case "googleMaps" -> maps(Values.copy(given));
			case "computerUse" -> computer(Values.copy(given));
			default -> given;
		});
	}

	/** Where the caller is stands beside the tools. */
	private Map<?, ?> maps(Map<String, @Nullable Object> fields) {
		Object latitude = fields.remove("latitude");
		Object longitude = fields.remove("longitude");
		Object language = fields.remove("languageCode");
		Map<String, @Nullable Object> retrieval = new Members();
		if (latitude != null && longitude != null) {
			retrieval.put("latLng", Map.of("latitude", latitude, "longitude", longitude));
		}
		if (language != null) {
			retrieval.put("languageCode", language);
		}
		this.place = retrieval.isEmpty() ? null : retrieval;
		return fields;
	}

	private static Map<?, ?> computer(Map<String, @Nullable Object> fields) {
		if (fields.get("environment") instanceof String text && !text.startsWith("ENVIRONMENT_")) {
			fields.put("environment", "ENVIRONMENT_" + text.toUpperCase(Locale.ROOT));
		}
		Object excluded = fields.remove("excluded_predefined_functions");
		if (excluded != null) {
			fields.put("excludedPredefinedFunctions", excluded);
		}
		return fields;
	}

	void addSearch() {
		this.own.putIfAbsent("googleSearch", Map.of());
	}

	boolean has(String name) {
		return this.own.containsKey(name);
	}

	/**
	 * Return the names of the searches that cannot stand beside functions.
	 * @return the names, taken out
	 */
	List<String> takeSearchesBesideFunctions() {
		if (this.functions.isEmpty()) {
			return List.of();
		}
		List<String> taken = SEARCHES.stream().filter(this.own::containsKey).toList();
		this.own.keySet().removeAll(taken);
		return taken;
	}

	boolean isEmpty() {
		return this.functions.isEmpty() && this.own.isEmpty();
	}

	@Override
	public void writeTo(JsonGenerator generator) {
		generator.writeStartArray();
		if (!this.functions.isEmpty()) {
			write(generator, "function_declarations", this.functions);
		}
		for (String name : ORDER) {
			if (this.own.containsKey(name)) {
				write(generator, name, this.own.get(name));
			}
		}
		generator.writeEndArray();
	}

	private static void write(JsonGenerator generator, String name, @Nullable Object tool) {
		Json.write(generator.writeStartObject(), name, tool);
		generator.writeEndObject();
	}

	@Nullable Map<String, @Nullable Object> place() {
		return this.place;
	}

	/**
	 * Return a choice of functions.
	 * @param asked the {@code tool_choice}
	 * @return the config, or null where the choice is not known
	 */
	static @Nullable Map<String, @Nullable Object> choice(Object asked) {
		Map<String, @Nullable Object> config = new Members();
		if (asked instanceof Map<?, ?> fields) {
			Object name = (fields.get("function") instanceof Map<?, ?> function) ? function.get("name")
					: fields.get("name");
			if (name == null) {
				return null;
			}
			config.put("mode", "ANY");
			config.put(ALLOWED, List.of(name));
			return config;
		}
		String mode = switch (asked.toString()) {
			case "auto" -> "AUTO";
			case "none" -> "NONE";
			case "required", "any" -> "ANY";
			default -> null;
		};
		if (mode == null) {
			return null;
		}
		config.put("mode", mode);
		return config;
	}

	/**
	 * A function.
	 *
	 * @param name its name
	 * @param description what it does, or null
	 * @param form what its schema stands under
	 * @param schema the schema of its arguments, or null
	 */
	private record Function(String name, @Nullable Object description, String form,
			@Nullable Object schema) implements Json.Writable {

		@Override
		public void writeTo(JsonGenerator generator) {
			generator.writeStartObject();
			generator.writeStringProperty("name", this.name);
			Json.writeGiven(generator, "description", this.description);
			Json.writeGiven(generator, this.form, this.schema);
			generator.writeEndObject();
		}

	}

}
