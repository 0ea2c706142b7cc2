package dev.litellm.dialect.bedrock;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.Delta;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ChunkWriter;
import dev.litellm.dialect.EndingDecoder;
import dev.litellm.dialect.Events;
import dev.litellm.dialect.aws.InvokeMembers;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;

/**
 * Decoder of the streams of Command R.
 */
final class CommandDecoder extends EndingDecoder {

	private final CommandAnswers answers;

	private final Events events = new Events();

	private final ChunkWriter chunks;

	private boolean calls;

	CommandDecoder(CommandAnswers answers) {
		this.answers = answers;
		this.chunks = new ChunkWriter(answers.created());
		this.chunks.about(null, answers.model());
	}

	@Override
	public void frame(@Nullable String name, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		Map<String, @Nullable Object> event = this.events.read(bytes, offset, length);
		switch (Values.text(event.get("event_type"), "")) {
			case "text-generation" -> say(Delta.ofContent(Values.text(event.get("text"), "")), out);
			case "tool-calls-generation" -> {
				for (ToolCall call : CommandAnswers.calls(event, true)) {
					this.calls = true;
					say(Delta.ofToolCall(call), out);
				}
			}
			case "citation-generation" ->
				say(new Delta(null, null, null, List.of(), List.of(), CommandAnswers.more(event)), out);
			case "stream-end" -> {
				String reason = CommandAnswers.reason(event);
				this.chunks.about(Values.text(Values.fields(event.get("response")).get("response_id")), null);
				say(Delta.empty(), out);
				finish();
				this.chunks.finish(CommandAnswers.finish(reason, this.calls), reason, Map.of(), out);
				this.chunks.usage(InvokeMembers.usage(event), out);
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
		ChatChunk chunk = ChatChunk.of(this.answers.whole(reply));
		finish();
		out.accept(chunk);
	}

}
