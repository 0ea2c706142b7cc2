package dev.litellm.dialect.chatgpt;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatAggregator;
import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.WireReply;

/**
 * Decoder that puts the chunks of a stream together, and gives the answer out when the
 * stream has ended. Not thread-safe.
 */
final class GatheringDecoder implements FrameDecoder<ChatResponse> {

	private final FrameDecoder<ChatChunk> chunks;

	private final ChatAggregator answer = new ChatAggregator();

	private final Consumer<ChatChunk> gather = this.answer::add;

	private boolean given;

	GatheringDecoder(FrameDecoder<ChatChunk> chunks) {
		this.chunks = chunks;
	}

	@Override
	public void frame(@Nullable String event, byte[] bytes, int offset, int length, Consumer<ChatResponse> out) {
		this.chunks.frame(event, bytes, offset, length, this.gather);
		if (isDone()) {
			give(out);
		}
	}

	@Override
	public void end(Consumer<ChatResponse> out) {
		this.chunks.end(this.gather);
		give(out);
	}

	@Override
	public void whole(WireReply reply, Consumer<ChatResponse> out) {
		this.chunks.whole(reply, this.gather);
		give(out);
	}

	private void give(Consumer<ChatResponse> out) {
		if (!this.given) {
			this.given = true;
			out.accept(this.answer.response());
		}
	}

	@Override
	public boolean isDone() {
		return this.chunks.isDone();
	}

}
