package dev.litellm.dialect.sap;

import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.dialect.Events;
import dev.litellm.dialect.OuterDecoder;
import dev.litellm.json.Json;
import dev.litellm.json.Values;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.WireReply;

/**
 * Decoder of streams whose events hold one of OpenAI's each.
 */
final class EnvelopeDecoder extends OuterDecoder {

	private final Events events = new Events();

	EnvelopeDecoder(FrameDecoder<ChatChunk> inner) {
		super(inner);
	}

	@Override
	public void frame(@Nullable String name, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		if (length == 0 || bytes[offset] != '{') {
			inner().frame(name, bytes, offset, length, out);
			return;
		}
		Map<String, @Nullable Object> event = this.events.read(bytes, offset, length);
		Map<?, ?> result = Values.fields(event.get("final_result"));
		if (event.get("error") != null || (result.isEmpty() && event.get("message") != null)) {
			inner().frame(name, bytes, offset, length, out);
		}
		else if (!Values.items(result.get("choices")).isEmpty() || result.get("usage") != null) {
			byte[] chunk = Json.bytes(result);
			inner().frame(name, chunk, 0, chunk.length, out);
		}
	}

	@Override
	public void whole(WireReply reply, Consumer<ChatChunk> out) {
		inner().whole(new WireReply(reply.status(), reply.headers(), Envelope.unwrap(reply)), out);
	}

}
