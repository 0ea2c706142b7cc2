package dev.litellm.chat;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.json.Json;

/**
 * A call of a tool that the model asks for.
 *
 * @param index the call's place among parallel calls in a stream, or null outside one
 * @param id the call's id, which the tool's result must repeat; in a stream only on the
 * call's first piece
 * @param type {@code function}, or null where the provider left it out
 * @param name the function's name; in a stream only on the call's first piece
 * @param arguments the arguments as JSON text; in a stream a piece of it
 * @param extra further members; those of {@code function} under that name
 * @since 0.1.0
 */
public record ToolCall(@Nullable Integer index, @Nullable String id, @Nullable String type, @Nullable String name,
		@Nullable String arguments, Map<String, @Nullable Object> extra) implements Json.Writable {

	public ToolCall {
		extra = Fields.copy(extra);
	}

	/**
	 * A call of a function.
	 * @param id the call's id
	 * @param name the function's name
	 * @param arguments the arguments as JSON text
	 * @return the call
	 */
	public static ToolCall function(String id, String name, String arguments) {
		Checks.notBlank("tool_calls.id", id);
		Checks.notBlank("tool_calls.function.name", name);
		Checks.given("tool_calls.function.arguments", arguments, "\"{}\" where there are none");
		return new ToolCall(null, id, "function", name, arguments, Map.of());
	}

	/**
	 * Return this call at a place among those of a stream.
	 * @param index the place
	 * @return the call
	 */
	ToolCall at(int index) {
		return new ToolCall(index, this.id, this.type, this.name, this.arguments, this.extra);
	}

	@Override
	public void writeTo(JsonGenerator generator) {
		generator.writeStartObject();
		if (this.index != null) {
			generator.writeNumberProperty("index", this.index);
		}
		Fields.writeText(generator, "id", this.id);
		Fields.writeText(generator, "type", this.type);
		Map<?, ?> function = (this.extra.get("function") instanceof Map<?, ?> map) ? map : Map.of();
		if (this.name != null || this.arguments != null || !function.isEmpty()) {
			generator.writeName("function");
			generator.writeStartObject();
			Fields.writeText(generator, "name", this.name);
			Fields.writeText(generator, "arguments", this.arguments);
			function.forEach((name, value) -> Fields.write(generator, String.valueOf(name), value));
			generator.writeEndObject();
		}
		this.extra.forEach((name, value) -> {
			if (!name.equals("function")) {
				Fields.write(generator, name, value);
			}
		});
		generator.writeEndObject();
	}

}
