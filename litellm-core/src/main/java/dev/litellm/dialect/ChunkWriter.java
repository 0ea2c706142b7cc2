package dev.litellm.dialect;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChunkChoice;
import dev.litellm.chat.Delta;
import dev.litellm.chat.Usage;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;

/**
 * Writer of the chunks of one stream, all with the same id, time and model. Not
 * thread-safe.
 *
 * @since 0.1.0
 */
public final class ChunkWriter {

	private final long created;

	private @Nullable String id;

	private @Nullable String model;

	/**
	 * Create a writer.
	 * @param created when the answer was made, in seconds since 1970
	 */
	public ChunkWriter(long created) {
		this.created = created;
	}

	/**
	 * Take what an event tells of the answer.
	 * @param id the answer's id, or null where the event tells none
	 * @param model the model, or null where the event tells none
	 */
	public void about(@Nullable String id, @Nullable String model) {
		this.id = (id != null) ? id : this.id;
		this.model = (model != null) ? model : this.model;
	}

	public @Nullable String id() {
		return this.id;
	}

	public @Nullable String model() {
		return this.model;
	}

	/**
	 * Write a piece of the first answer's text.
	 * @param text the piece; nothing is written where it is empty
	 * @param out takes the chunk
	 */
	public void text(String text, Consumer<ChatChunk> out) {
		if (!text.isEmpty()) {
			say(Delta.ofContent(text), out);
		}
	}

	/**
	 * Write what is added to the first answer.
	 * @param delta what is added
	 * @param out takes the chunk
	 */
	public void say(Delta delta, Consumer<ChatChunk> out) {
		write(List.of(new ChunkChoice(0, delta, null, null, Map.of())), null, Map.of(), out);
	}

	/**
	 * Write the end of the first answer.
	 * @param reason why it ended, in OpenAI's words
	 * @param own the same in the provider's words
	 * @param extra further members of the choice
	 * @param out takes the chunk
	 */
	public void finish(@Nullable String reason, @Nullable String own, Map<String, @Nullable Object> extra,
			Consumer<ChatChunk> out) {
		write(List.of(new ChunkChoice(0, Delta.empty(), reason, own, extra)), null, Map.of(), out);
	}

	/**
	 * Write a chunk that holds nothing but the tokens.
	 * @param usage the tokens; nothing is written where it is null
	 * @param out takes the chunk
	 */
	public void usage(@Nullable Usage usage, Consumer<ChatChunk> out) {
		if (usage != null) {
			write(List.of(), usage, Map.of(), out);
		}
	}

	/**
	 * Write a chunk.
	 * @param choices what is added to each answer
	 * @param usage the tokens, or null
	 * @param extra further members of the chunk
	 * @param out takes the chunk
	 */
	public void write(List<ChunkChoice> choices, @Nullable Usage usage, Map<String, @Nullable Object> extra,
			Consumer<ChatChunk> out) {
		out.accept(new ChatChunk(this.id, this.created, this.model, choices, usage, extra));
	}

	/**
	 * Return the failure of a stream that ended before its answer did.
	 * @param begun whether anything of the answer had come
	 * @return the failure
	 */
	public static Failure endedEarly(boolean begun) {
		return Failure.of(ErrorKind.CONNECTION,
				begun ? "the stream ended before the answer did" : "the stream ended before it began");
	}

}
