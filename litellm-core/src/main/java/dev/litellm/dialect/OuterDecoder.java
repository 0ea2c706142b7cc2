package dev.litellm.dialect;

import java.util.function.Consumer;

import dev.litellm.chat.ChatChunk;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.WireReply;

/**
 * A decoder of streams whose events hold, or come to, those of another format, which
 * another decoder reads. Not thread-safe.
 *
 * @since 0.1.0
 */
public abstract class OuterDecoder implements FrameDecoder<ChatChunk> {

	private final FrameDecoder<ChatChunk> inner;

	/**
	 * Create a decoder.
	 * @param inner decodes the events within
	 */
	protected OuterDecoder(FrameDecoder<ChatChunk> inner) {
		this.inner = inner;
	}

	protected final FrameDecoder<ChatChunk> inner() {
		return this.inner;
	}

	@Override
	public void end(Consumer<ChatChunk> out) {
		this.inner.end(out);
	}

	@Override
	public void whole(WireReply reply, Consumer<ChatChunk> out) {
		this.inner.whole(reply, out);
	}

	@Override
	public final boolean isDone() {
		return this.inner.isDone();
	}

}
