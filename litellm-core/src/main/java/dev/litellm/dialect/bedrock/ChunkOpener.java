package dev.litellm.dialect.bedrock;

import java.util.Base64;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.dialect.Events;
import dev.litellm.dialect.aws.AwsErrors;
import dev.litellm.dialect.aws.EventOpener;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.transport.FrameDecoder;

/**
 * Opener of InvokeModel's events, each of which holds an event of the model's own format.
 */
class ChunkOpener extends EventOpener {

	private final Events events = new Events();

	/**
	 * Create an opener.
	 * @param inner decodes the model's own events
	 * @param errors tells exceptions
	 */
	ChunkOpener(FrameDecoder<ChatChunk> inner, AwsErrors errors) {
		super(inner, errors);
	}

	@Override
	public final void frame(@Nullable String type, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		if (this.events.read(bytes, offset, length).get("bytes") instanceof String text) {
			event(decode(text), out);
		}
	}

	/**
	 * Hand an event of the model's own format over.
	 * @param event the event
	 * @param out takes the chunks
	 */
	void event(byte[] event, Consumer<ChatChunk> out) {
		inner().frame(null, event, 0, event.length, out);
	}

	private static byte[] decode(String text) {
		try {
			return Base64.getDecoder().decode(text);
		}
		catch (IllegalArgumentException ex) {
			throw Failure.of(ErrorKind.INVALID_RESPONSE, "an event of the stream is not base64", ex).asException();
		}
	}

}
