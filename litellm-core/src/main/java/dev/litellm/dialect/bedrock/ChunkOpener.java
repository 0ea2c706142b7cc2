package dev.litellm.dialect.bedrock;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.dialect.Events;
import dev.litellm.dialect.aws.AwsErrors;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.json.Values;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.WireReply;

/**
 * Opener of InvokeModel's events, each of which holds an event of the model's own format.
 */
final class ChunkOpener implements FrameDecoder<ChatChunk> {

	private final FrameDecoder<ChatChunk> inner;

	private final AwsErrors errors;

	private final boolean named;

	private final Events events = new Events();

	private final Events own = new Events();

	/**
	 * Create an opener.
	 * @param inner decodes the model's own events
	 * @param errors tells exceptions
	 * @param named whether the only member of an event is its name, as Nova's are
	 */
	ChunkOpener(FrameDecoder<ChatChunk> inner, AwsErrors errors, boolean named) {
		this.inner = inner;
		this.errors = errors;
		this.named = named;
	}

	@Override
	public void frame(@Nullable String type, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		if (!(this.events.read(bytes, offset, length).get("bytes") instanceof String text)) {
			return;
		}
		byte[] event = decode(text);
		if (!this.named) {
			this.inner.frame(null, event, 0, event.length, out);
			return;
		}
		for (Map.Entry<String, @Nullable Object> member : this.own.read(event, 0, event.length).entrySet()) {
			if (member.getValue() instanceof Map<?, ?> fields) {
				byte[] value = Json.bytes((generator) -> Json.write(generator, Values.copy(fields)));
				this.inner.frame(member.getKey(), value, 0, value.length, out);
			}
		}
	}

	private static byte[] decode(String text) {
		try {
			return Base64.getDecoder().decode(text);
		}
		catch (IllegalArgumentException ex) {
			throw Failure.of(ErrorKind.INVALID_RESPONSE, "an event of the stream is not base64", ex).asException();
		}
	}

	@Override
	public void failure(String type, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		throw this.errors.within(type, Arrays.copyOfRange(bytes, offset, offset + length)).asException();
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
	public boolean isDone() {
		return this.inner.isDone();
	}

}
