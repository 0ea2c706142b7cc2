package dev.litellm.chat;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.json.Json;

/**
 * One of a model's answers.
 *
 * @param index its place among the answers
 * @param message the answer
 * @param finishReason why it ended, in OpenAI's words
 * @param nativeFinishReason why it ended, in the provider's words
 * @param extra further members, for example {@code logprobs}
 * @since 0.1.0
 */
public record Choice(int index, Message message, @Nullable String finishReason, @Nullable String nativeFinishReason,
		Map<String, @Nullable Object> extra) implements Json.Writable {

	public Choice {
		extra = Fields.copy(extra);
	}

	@Override
	public void writeTo(JsonGenerator generator) {
		generator.writeStartObject();
		generator.writeNumberProperty("index", this.index);
		Fields.write(generator, "message", this.message);
		Fields.write(generator, "finish_reason", this.finishReason);
		Fields.write(generator, this.extra);
		generator.writeEndObject();
	}

}
