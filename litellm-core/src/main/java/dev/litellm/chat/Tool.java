package dev.litellm.chat;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.json.Json;

/**
 * A tool that the model may call: a function, or a provider's own kind with its fields as
 * they are.
 *
 * @param type {@code function}, a provider's own type, or empty for a provider's tool
 * without one
 * @param name the function's name, or null for other types
 * @param description what the function does, or null
 * @param parameters the JSON schema of its arguments, or null
 * @param strict whether the arguments must hold to the schema, or null
 * @param functionExtra further members of {@code function}
 * @param extra further members beside {@code function}
 * @since 0.1.0
 */
public record Tool(String type, @Nullable String name, @Nullable String description,
		@Nullable Map<String, @Nullable Object> parameters, @Nullable Boolean strict,
		Map<String, @Nullable Object> functionExtra, Map<String, @Nullable Object> extra) implements Json.Writable {

	public Tool {
		Checks.given("tools.type", type, "\"function\" or a provider's own type");
		if ("function".equals(type) && (name == null || name.isBlank())) {
			throw new IllegalArgumentException(
					"Tool without a name: give Tool.function(name, description, parameters) a name of letters, digits, '_' and '-'");
		}
		parameters = (parameters != null) ? Fields.copy(parameters) : null;
		functionExtra = Fields.copy(functionExtra);
		extra = Fields.copy(extra);
	}

	/**
	 * A function.
	 * @param name its name
	 * @param description what it does
	 * @param parameters the JSON schema of its arguments
	 * @return the tool
	 */
	public static Tool function(String name, @Nullable String description,
			@Nullable Map<String, @Nullable Object> parameters) {
		return new Tool("function", name, description, parameters, null, Map.of(), Map.of());
	}

	/**
	 * A provider's own tool, for example a web search.
	 * @param type its type
	 * @param fields all other members
	 * @return the tool
	 */
	public static Tool of(String type, Map<String, @Nullable Object> fields) {
		return new Tool(type, null, null, null, null, Map.of(), fields);
	}

	/**
	 * Return this tool with one more member beside {@code function}.
	 * @param name the member's name, for example {@code cache_control}
	 * @param value a JSON value
	 * @return the new tool
	 */
	public Tool with(String name, Object value) {
		return new Tool(this.type, this.name, this.description, this.parameters, this.strict, this.functionExtra,
				Fields.plus(this.extra, name, value));
	}

	/**
	 * Return this tool with arguments that must hold to the schema.
	 * @return the new tool
	 */
	public Tool asStrict() {
		return new Tool(this.type, this.name, this.description, this.parameters, true, this.functionExtra, this.extra);
	}

	@Override
	public void writeTo(JsonGenerator generator) {
		generator.writeStartObject();
		if (!this.type.isEmpty()) {
			Fields.writeGiven(generator, this.extra, "type", this.type);
		}
		if (this.name != null && !this.extra.containsKey("function")) {
			generator.writeName("function");
			generator.writeStartObject();
			Fields.writeGiven(generator, this.functionExtra, "name", this.name);
			Fields.writeGiven(generator, this.functionExtra, "description", this.description);
			Fields.writeGiven(generator, this.functionExtra, "parameters", this.parameters);
			Fields.writeGiven(generator, this.functionExtra, "strict", this.strict);
			Fields.write(generator, this.functionExtra);
			generator.writeEndObject();
		}
		Fields.write(generator, this.extra);
		generator.writeEndObject();
	}

}
