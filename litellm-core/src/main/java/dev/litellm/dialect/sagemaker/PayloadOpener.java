package dev.litellm.dialect.sagemaker;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.dialect.aws.AwsErrors;
import dev.litellm.dialect.aws.EventOpener;
import dev.litellm.transport.BodyReader;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.Framing;

/**
 * Opener of SageMaker's events, which together hold a stream of server-sent events, cut
 * anywhere.
 */
final class PayloadOpener extends EventOpener {

	/** The most bytes of an event within; those without are limited before. */
	private static final int LIMIT = 64 << 20;

	private final BodyReader<ChatChunk> reader;

	PayloadOpener(FrameDecoder<ChatChunk> inner, AwsErrors errors) {
		super(inner, errors);
		this.reader = Framing.SSE.reader(inner, LIMIT);
	}

	@Override
	public void frame(@Nullable String type, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		this.reader.read(bytes, offset, length, out);
	}

	@Override
	public void end(Consumer<ChatChunk> out) {
		this.reader.end(out);
	}

}
