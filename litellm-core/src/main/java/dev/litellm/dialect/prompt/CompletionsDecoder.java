package dev.litellm.dialect.prompt;

import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.dialect.Events;
import dev.litellm.dialect.OuterDecoder;
import dev.litellm.json.Json;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.WireReply;

/**
 * Decoder of streams of completions, whose events are made those of chats.
 */
final class CompletionsDecoder extends OuterDecoder {

	private final Events events = new Events();

	CompletionsDecoder(FrameDecoder<ChatChunk> inner) {
		super(inner);
	}

	@Override
	public void frame(@Nullable String name, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		if (length == 0 || bytes[offset] != '{') {
			inner().frame(name, bytes, offset, length, out);
			return;
		}
		Map<String, @Nullable Object> event = this.events.read(bytes, offset, length);
		byte[] chunk = Json.bytes(CompletionsCodec.chatted(event, "delta"));
		inner().frame(name, chunk, 0, chunk.length, out);
	}

	@Override
	public void whole(WireReply reply, Consumer<ChatChunk> out) {
		inner().whole(CompletionsCodec.chatted(reply), out);
	}

}
