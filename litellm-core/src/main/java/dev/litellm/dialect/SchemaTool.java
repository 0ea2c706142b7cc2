package dev.litellm.dialect;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import dev.litellm.json.Json;

/**
 * Answers in JSON from models that cannot be held to a schema: a tool whose input is the
 * answer. Inputs are objects, so another kind of answer is wrapped into one.
 *
 * @param active whether the answer is asked for in this way
 * @param wrapped whether the answer is wrapped
 * @since 0.1.0
 */
public record SchemaTool(boolean active, boolean wrapped) {

	/** The tool's name. */
	public static final String NAME = "json_tool_call";

	/** No tool: the answer comes as it is. */
	public static final SchemaTool NONE = new SchemaTool(false, false);

	private static final String VALUE = "value";

	/**
	 * Return the tool for answers that hold to a schema.
	 * @param schema the JSON schema
	 * @return the tool
	 */
	public static SchemaTool of(Map<?, ?> schema) {
		return new SchemaTool(true, !"object".equals(schema.get("type")));
	}

	/**
	 * Return the schema of a request's answer.
	 * @param format OpenAI's {@code response_format}
	 * @return the JSON schema, or null where it asks for none
	 */
	public static @Nullable Map<?, ?> schema(@Nullable Object format) {
		Map<?, ?> fields = (format instanceof Map<?, ?> given) ? given : Map.of();
		Object schema = (fields.get("json_schema") instanceof Map<?, ?> named) ? named.get("schema")
				: fields.get("response_schema");
		return (schema instanceof Map<?, ?> members) ? members : null;
	}

	/**
	 * Return the schema of the tool's input.
	 * @param schema the schema of the answer
	 * @return the same, or an object around it
	 */
	@SuppressWarnings("unchecked")
	public Map<String, @Nullable Object> input(Map<?, ?> schema) {
		return (Map<String, @Nullable Object>) (this.wrapped
				? Map.of("type", "object", "properties", Map.of(VALUE, schema), "required", List.of(VALUE)) : schema);
	}

	public boolean isAnswer(@Nullable Object toolName) {
		return this.active && NAME.equals(toolName);
	}

	/**
	 * Return the answer that a call of the tool holds.
	 * @param input the call's input
	 * @return the answer as JSON text
	 */
	public String answer(@Nullable Object input) {
		return Json.text((this.wrapped && input instanceof Map<?, ?> fields && fields.containsKey(VALUE))
				? fields.get(VALUE) : input);
	}

	/**
	 * Return the answer that a call of the tool holds.
	 * @param arguments the call's arguments as JSON text
	 * @return the answer as the model wrote it where it is not wrapped
	 */
	public String answerOf(String arguments) {
		if (!this.wrapped) {
			return arguments;
		}
		try {
			return answer(Json.read(arguments));
		}
		catch (JacksonException ex) {
			return arguments;
		}
	}

}
