package dev.litellm.dialect.aws;

import java.util.Arrays;
import java.util.function.Consumer;

import dev.litellm.chat.ChatChunk;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.WireReply;

/**
 * Opener of the events of one of Amazon's streams, which hold those of another maker's
 * format.
 *
 * @since 0.1.0
 */
public abstract class EventOpener implements FrameDecoder<ChatChunk> {

	private final FrameDecoder<ChatChunk> inner;

	private final AwsErrors errors;

	/**
	 * Create an opener.
	 * @param inner decodes the events within
	 * @param errors tells exceptions
	 */
	protected EventOpener(FrameDecoder<ChatChunk> inner, AwsErrors errors) {
		this.inner = inner;
		this.errors = errors;
	}

	protected final FrameDecoder<ChatChunk> inner() {
		return this.inner;
	}

	@Override
	public final void failure(String type, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		throw this.errors.within(type, Arrays.copyOfRange(bytes, offset, offset + length)).asException();
	}

	@Override
	public void end(Consumer<ChatChunk> out) {
		this.inner.end(out);
	}

	@Override
	public final void whole(WireReply reply, Consumer<ChatChunk> out) {
		this.inner.whole(reply, out);
	}

	@Override
	public final boolean isDone() {
		return this.inner.isDone();
	}

}
