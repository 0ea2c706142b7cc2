package dev.litellm.dialect.prompt;

import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.dialect.Events;
import dev.litellm.json.Json;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.WireReply;

/**
 * Decoder of streams of completions, whose events are made those of chats.
 */
final class CompletionsDecoder implements FrameDecoder<ChatChunk> {

	private final FrameDecoder<ChatChunk> inner;

	private final Events events = new Events();

	CompletionsDecoder(FrameDecoder<ChatChunk> inner) {
		this.inner = inner;
	}

	@Override
	public void frame(@Nullable String name, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		if (length == 0 || bytes[offset] != '{') {
			this.inner.frame(name, bytes, offset, length, out);
			return;
		}
		Map<String, @Nullable Object> event = this.events.read(bytes, offset, length);
		byte[] chunk = Json.bytes((generator) -> Json.write(generator, CompletionsCodec.chatted(event, "delta")));
		this.inner.frame(name, chunk, 0, chunk.length, out);
	}

	@Override
	public void end(Consumer<ChatChunk> out) {
		this.inner.end(out);
	}

	@Override
	public void whole(WireReply reply, Consumer<ChatChunk> out) {
		this.inner.whole(CompletionsCodec.chatted(reply), out);
	}

	@Override
	public boolean isDone() {
		return this.inner.isDone();
	}

}
