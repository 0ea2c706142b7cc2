package dev.litellm.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.json.Json;

/**
 * What a chunk adds to one of the answers.
 *
 * @param index the answer's place
 * @param delta what is added
 * @param finishReason why the answer ended, in OpenAI's words, on its last chunk
 * @param nativeFinishReason the same in the provider's words
 * @param extra further members, for example {@code logprobs}
 * @since 0.1.0
 */
public record ChunkChoice(int index, Delta delta, @Nullable String finishReason, @Nullable String nativeFinishReason,
		Map<String, @Nullable Object> extra) implements Json.Writable {

	public ChunkChoice {
		extra = Fields.copy(extra);
	}

	static ChunkChoice of(Choice choice) {
		Message message = choice.message();
		List<ToolCall> calls = new ArrayList<>(message.toolCalls());
		calls.replaceAll((call) -> (call.index() != null) ? call : call.at(message.toolCalls().indexOf(call)));
		Delta delta = new Delta(message.role(), message.text(), message.reasoningContent(), message.thinkingBlocks(),
				calls, message.extra());
		return new ChunkChoice(choice.index(), delta, choice.finishReason(), choice.nativeFinishReason(),
				choice.extra());
	}

	@Override
	public void writeTo(JsonGenerator generator) {
		generator.writeStartObject();
		generator.writeNumberProperty("index", this.index);
		Fields.write(generator, "delta", this.delta);
		Fields.write(generator, "finish_reason", this.finishReason);
		Fields.write(generator, this.extra);
		generator.writeEndObject();
	}

}
