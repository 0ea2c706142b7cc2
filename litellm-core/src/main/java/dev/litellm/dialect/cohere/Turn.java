package dev.litellm.dialect.cohere;

import java.util.List;
import java.util.Set;

import tools.jackson.core.JsonGenerator;

import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.json.Json;

/**
 * A message as Cohere takes it.
 *
 * @param message the message
 * @param content its content in parts, or empty where it is plain text
 */
record Turn(Message message, List<Json.Writable> content) implements Json.Writable {

	/** Members of answers and marks for others that Cohere does not take back. */
	private static final Set<String> NOT_TAKEN = Set.of("cache_control", "provider_specific_fields", "annotations",
			"refusal", "audio", "images", "function_call", "is_error", "role", "content", "tool_calls", "tool_call_id",
			"name");

	@Override
	public void writeTo(JsonGenerator generator) {
		generator.writeStartObject();
		generator.writeStringProperty("role", switch (this.message.role()) {
			case "developer" -> "system";
			case "function" -> "tool";
			default -> this.message.role();
		});
		Json.writeGiven(generator, "content", this.content.isEmpty() ? this.message.content() : this.content);
		if (!this.message.toolCalls().isEmpty()) {
			generator.writeName("tool_calls").writeStartArray();
			this.message.toolCalls().forEach((call) -> write(generator, call));
			generator.writeEndArray();
		}
		Json.writeGiven(generator, "tool_call_id", this.message.toolCallId());
		Json.writeGiven(generator, "name", this.message.name());
		this.message.extra().forEach((name, value) -> {
			if (!NOT_TAKEN.contains(name)) {
				Json.write(generator, name, value);
			}
		});
		generator.writeEndObject();
	}

	private static void write(JsonGenerator generator, ToolCall call) {
		generator.writeStartObject();
		Json.write(generator, "id", call.id());
		generator.writeStringProperty("type", "function");
		generator.writeName("function").writeStartObject();
		Json.write(generator, "name", call.name());
		Json.write(generator, "arguments", ToolCalls.text(call));
		generator.writeEndObject();
		generator.writeEndObject();
	}

}
