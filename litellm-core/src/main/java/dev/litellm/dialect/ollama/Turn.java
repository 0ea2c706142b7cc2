package dev.litellm.dialect.ollama;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.chat.Message;
import dev.litellm.json.Json;

/**
 * A message as Ollama takes it.
 *
 * @param message the message
 * @param content all its text
 * @param images its pictures in base64
 * @param calls the calls of tools
 * @param tool of a tool's result, the tool's name, or null
 */
record Turn(Message message, String content, List<CharSequence> images, List<Call> calls,
		@Nullable String tool) implements Json.Writable {

	@Override
	public void writeTo(JsonGenerator generator) {
		generator.writeStartObject();
		generator.writeStringProperty("role", switch (this.message.role()) {
			case "developer" -> "system";
			case "function" -> "tool";
			default -> this.message.role();
		});
		if (this.message.reasoningContent() != null && !this.message.reasoningContent().isEmpty()) {
			Json.write(generator, "thinking", this.message.reasoningContent());
		}
		Json.write(generator, "content", this.content);
		Json.write(generator, "images", this.images);
		if (!this.calls.isEmpty()) {
			Json.write(generator, "tool_calls", this.calls);
		}
		if (this.message.toolCallId() != null) {
			Json.write(generator, "tool_call_id", this.message.toolCallId());
			Json.write(generator, "tool_name", this.tool);
		}
		generator.writeEndObject();
	}

	/**
	 * A call of a tool.
	 *
	 * @param id its id, or null
	 * @param name the tool's name
	 * @param input writes the arguments
	 */
	record Call(@Nullable String id, String name, Json.Writable input) implements Json.Writable {

		@Override
		public void writeTo(JsonGenerator generator) {
			generator.writeStartObject();
			Json.writeGiven(generator, "id", this.id);
			generator.writeName("function").writeStartObject();
			Json.write(generator, "name", this.name);
			Json.write(generator, "arguments", this.input);
			generator.writeEndObject();
			generator.writeEndObject();
		}

	}

}
