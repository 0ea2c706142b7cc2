package dev.litellm.dialect.aws;

import java.util.Arrays;
import java.util.function.Consumer;

import dev.litellm.chat.ChatChunk;
import dev.litellm.dialect.OuterDecoder;
import dev.litellm.transport.FrameDecoder;

/**
 * Opener of the events of one of Amazon's streams, which hold those of another maker's
 * format.
 *
 * @since 0.1.0
 */
public abstract class EventOpener extends OuterDecoder {

	private final AwsErrors errors;

	/**
	 * Create an opener.
	 * @param inner decodes the events within
	 * @param errors tells exceptions
	 */
	protected EventOpener(FrameDecoder<ChatChunk> inner, AwsErrors errors) {
		super(inner);
		this.errors = errors;
	}

	@Override
	public final void failure(String type, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		throw this.errors.within(type, Arrays.copyOfRange(bytes, offset, offset + length)).asException();
	}

}
