package dev.litellm.dialect.prompt;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Delta;
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.ChunkWriter;
import dev.litellm.dialect.TextPath;
import dev.litellm.dialect.ThinkTags;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.WireReply;

/**
 * Decoder of a stream of pieces of one text.
 */
abstract class TextDecoder implements FrameDecoder<ChatChunk> {

	private final ChunkWriter chunks;

	private final Function<WireReply, ChatResponse> whole;

	private final ThinkTags tags = new ThinkTags();

	private boolean begun;

	private boolean done;

	/**
	 * Create a decoder.
	 * @param created when the answer was made, in seconds since 1970
	 * @param model the model, or null where the events tell it
	 * @param whole reads an answer that came whole
	 */
	TextDecoder(long created, @Nullable String model, Function<WireReply, ChatResponse> whole) {
		this.chunks = new ChunkWriter(created);
		this.chunks.about(null, model);
		this.whole = whole;
	}

	final ChunkWriter chunks() {
		return this.chunks;
	}

	/**
	 * Tell the piece of the text that an event is.
	 * @param texts reads events that are no more than that
	 * @param bytes an array that holds the event's data
	 * @param offset where the data begins
	 * @param length how long it is
	 * @param out takes the chunk
	 * @return false where the event tells anything else
	 */
	final boolean piece(TextPath texts, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		String piece = texts.read(bytes, offset, length);
		if (piece != null) {
			piece(piece, out);
		}
		return piece != null;
	}

	/**
	 * Tell a piece of the text.
	 * @param piece the piece
	 * @param out takes the chunk
	 */
	final void piece(String piece, Consumer<ChatChunk> out) {
		ThinkTags.Split split = this.tags.next(piece);
		say((split != null) ? split.content() : piece, (split != null) ? split.reasoning() : "", out);
	}

	private void say(String content, String reasoning, Consumer<ChatChunk> out) {
		if (this.begun && content.isEmpty() && reasoning.isEmpty()) {
			return;
		}
		Delta delta = new Delta(this.begun ? null : "assistant", content.isEmpty() ? null : content,
				reasoning.isEmpty() ? null : reasoning, List.of(), List.of(), Map.of());
		this.begun = true;
		this.chunks.say(delta, out);
	}

	/**
	 * Tell the end of the text.
	 * @param reason why it ended, in the provider's words, or null
	 * @param usage the tokens, or null
	 * @param out takes the chunks
	 */
	final void finish(@Nullable String reason, @Nullable Usage usage, Consumer<ChatChunk> out) {
		ThinkTags.Split rest = this.tags.end();
		say(rest.content(), rest.reasoning(), out);
		this.done = true;
		this.chunks.finish(FinishReason.unify((reason != null) ? reason : FinishReason.STOP), reason, Map.of(), out);
		this.chunks.usage(usage, out);
	}

	final boolean isBegun() {
		return this.begun;
	}

	@Override
	public void end(Consumer<ChatChunk> out) {
		if (!this.done) {
			ThinkTags.Split rest = this.tags.end();
			if (!rest.isEmpty()) {
				say(rest.content(), rest.reasoning(), out);
			}
			throw ChunkWriter.endedEarly(this.begun).asException();
		}
	}

	@Override
	public void whole(WireReply reply, Consumer<ChatChunk> out) {
		ChatResponse response = this.whole.apply(reply);
		this.done = true;
		out.accept(ChatChunk.of(response));
	}

	@Override
	public final boolean isDone() {
		return this.done;
	}

}
