package dev.litellm.dialect.bedrock;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.Delta;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ChunkWriter;
import dev.litellm.dialect.EndingDecoder;
import dev.litellm.dialect.Events;
import dev.litellm.transport.WireReply;

/**
 * Decoder of the streams of Command R.
 */
final class CommandDecoder extends EndingDecoder {

	private final String model;

	private final long created;

	private final Events events = new Events();

	private final CommandAnswer event = CommandAnswer.ofStream();

	private final Function<JsonParser, CommandAnswer> reader = this.event::read;

	private final ChunkWriter chunks;

	private boolean called;

	CommandDecoder(String model, long created) {
		this.model = model;
		this.created = created;
		this.chunks = new ChunkWriter(created);
		this.chunks.about(null, model);
	}

	@Override
	public void frame(@Nullable String name, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		this.events.read(this.reader, bytes, offset, length);
		switch (this.event.type()) {
			case "text-generation" -> say(Delta.ofContent(this.event.text()), out);
			case "tool-calls-generation" -> {
				for (ToolCall call : this.event.calls()) {
					this.called = true;
					say(Delta.ofToolCall(call), out);
				}
			}
			case "citation-generation" ->
				say(new Delta(null, null, null, List.of(), List.of(), this.event.more()), out);
			case "stream-end" -> {
				String reason = this.event.reason();
				this.chunks.about(this.event.id(), null);
				say(Delta.empty(), out);
				finish();
				this.chunks.finish(this.event.finish(this.called), reason, Map.of(), out);
				this.chunks.usage(this.event.usage(), out);
			}
			default -> {
			}
		}
	}

	private void say(Delta delta, Consumer<ChatChunk> out) {
		if (!isBegun()) {
			begin();
			this.chunks.say(Delta.ofRole("assistant"), out);
		}
		if (delta.hasContent()) {
			this.chunks.say(delta, out);
		}
	}

	@Override
	public void whole(WireReply reply, Consumer<ChatChunk> out) {
		ChatChunk chunk = ChatChunk.of(CommandAnswer.whole(reply, this.model, this.created));
		finish();
		out.accept(chunk);
	}

}
