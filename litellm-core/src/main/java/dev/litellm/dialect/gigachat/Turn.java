package dev.litellm.dialect.gigachat;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.json.Json;

/**
 * A message as GigaChat takes it.
 *
 * @param role who says it
 * @param name of a result, the function's name, else null
 * @param content what is said
 * @param attachments the ids of its files, which are known once they are uploaded
 * @param state what GigaChat wants back with a call, or null
 * @param call the call of a function, or null
 */
record Turn(String role, @Nullable String name, String content, List<Object> attachments, @Nullable Object state,
		@Nullable Call call) implements Json.Writable {

	@Override
	public void writeTo(JsonGenerator generator) {
		generator.writeStartObject();
		generator.writeStringProperty("role", this.role);
		Json.writeGiven(generator, "name", this.name);
		Json.write(generator, "content", this.content);
		if (!this.attachments.isEmpty()) {
			Json.write(generator, "attachments", this.attachments);
		}
		Json.writeGiven(generator, Turns.STATE, this.state);
		Json.writeGiven(generator, "function_call", this.call);
		generator.writeEndObject();
	}

	/**
	 * The call of a function.
	 *
	 * @param name the function's name
	 * @param arguments its arguments
	 */
	record Call(@Nullable String name, Json.Writable arguments) implements Json.Writable {

		/**
		 * Take a call.
		 * @param call the call
		 * @throws dev.litellm.error.FailureException if its arguments are no object
		 */
		Call(ToolCall call) {
			this(call.name(), ToolCalls.input(call));
		}

		@Override
		public void writeTo(JsonGenerator generator) {
			generator.writeStartObject();
			Json.write(generator, "name", this.name);
			Json.write(generator, "arguments", this.arguments);
			generator.writeEndObject();
		}

	}

}
