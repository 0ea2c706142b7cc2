package dev.litellm.dialect.bedrock;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.dialect.Events;
import dev.litellm.dialect.aws.AwsErrors;
import dev.litellm.dialect.aws.EventOpener;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Leaves;
import dev.litellm.transport.FrameDecoder;

/**
 * Opener of InvokeModel's events, each of which holds an event of the model's own format.
 */
class ChunkOpener extends EventOpener {

	private static final Leaves BYTES = Leaves.of("bytes");

	private final Base64Event plain = new Base64Event();

	private @Nullable Events others;

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
		int opened = this.plain.open(bytes, offset, length);
		if (opened >= 0) {
			event(this.plain.event(), opened, out);
		}
		else if (others().read(BYTES::read, bytes, offset, length).get("bytes") instanceof String text) {
			byte[] event = decode(text);
			event(event, event.length, out);
		}
	}

	/** Made for the first event that is not plain; most streams have none. */
	final Events others() {
		Events made = (this.others != null) ? this.others : new Events();
		this.others = made;
		return made;
	}

	/**
	 * Hand an event of the model's own format over.
	 * @param event an array that begins with the event
	 * @param length how long the event is
	 * @param out takes the chunks
	 */
	void event(byte[] event, int length, Consumer<ChatChunk> out) {
		inner().frame(null, event, 0, length, out);
	}

	private static byte[] decode(String text) {
		try {
			return Base64.getDecoder().decode(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (IllegalArgumentException ex) {
			throw Failure.of(ErrorKind.INVALID_RESPONSE, "an event of the stream is not base64", ex).asException();
		}
	}

}
