package dev.litellm.dialect.anthropic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.json.Json;

/**
 * Answers in JSON from models that cannot be held to a schema: a tool whose input is the
 * answer. Inputs are objects, so another kind of answer is wrapped into one.
 *
 * @param active whether the answer is asked for in this way
 * @param wrapped whether the answer is wrapped
 */
record Emulation(boolean active, boolean wrapped) {

	static final String TOOL = "json_tool_call";

	static final Emulation NONE = new Emulation(false, false);

	private static final String VALUE = "value";

	static Emulation of(Map<?, ?> schema) {
		return new Emulation(true, !"object".equals(schema.get("type")));
	}

	Map<String, @Nullable Object> tool(Map<String, @Nullable Object> schema) {
		Map<String, @Nullable Object> tool = new LinkedHashMap<>();
		tool.put("name", TOOL);
		tool.put("input_schema", this.wrapped
				? Map.of("type", "object", "properties", Map.of(VALUE, schema), "required", List.of(VALUE)) : schema);
		return tool;
	}

	boolean isAnswer(@Nullable Object toolName) {
		return this.active && TOOL.equals(toolName);
	}

	/**
	 * Return the answer that a call of the tool holds.
	 * @param input the call's input
	 * @return the answer as JSON text
	 */
	String answer(@Nullable Object input) {
		return Json.text((this.wrapped && input instanceof Map<?, ?> fields) ? fields.get(VALUE) : input);
	}

}
