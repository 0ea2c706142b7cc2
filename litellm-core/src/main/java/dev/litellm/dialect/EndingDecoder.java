package dev.litellm.dialect;

import java.util.function.Consumer;

import dev.litellm.chat.ChatChunk;
import dev.litellm.transport.FrameDecoder;

/**
 * Decoder of streams that say themselves when they are over: where one ends before, it
 * was cut off. Not thread-safe.
 *
 * @since 0.1.0
 */
public abstract class EndingDecoder implements FrameDecoder<ChatChunk> {

	private boolean begun;

	private boolean done;

	/**
	 * Take note that something was told.
	 */
	protected final void begin() {
		this.begun = true;
	}

	protected final boolean isBegun() {
		return this.begun;
	}

	/**
	 * Take note that the stream is over.
	 */
	protected final void finish() {
		this.done = true;
	}

	@Override
	public final boolean isDone() {
		return this.done;
	}

	@Override
	public void end(Consumer<ChatChunk> out) {
		if (!this.done) {
			throw ChunkWriter.endedEarly(this.begun).asException();
		}
	}

}
