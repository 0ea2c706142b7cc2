package dev.litellm.dialect.gigachat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.Delta;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ChunkWriter;
import dev.litellm.dialect.Events;
import dev.litellm.dialect.TextPath;
import dev.litellm.json.Values;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.WireReply;

/**
 * Decoder of GigaChat's stream into OpenAI's chunks.
 */
final class EventDecoder implements FrameDecoder<ChatChunk> {

	private final AnswerReader answers;

	private final Events events = new Events();

	private final ChunkWriter chunks;

	private final TextPath texts = new TextPath(this.events, this::isNothing, "choices", TextPath.ONLY, "delta",
			"content");

	private int calls;

	private boolean answered;

	private boolean begun;

	private boolean finished;

	private boolean done;

	EventDecoder(AnswerReader answers) {
		this.answers = answers;
		this.chunks = new ChunkWriter(answers.created());
	}

	@Override
	public void frame(@Nullable String name, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		if (Events.isDone(bytes, offset, length)) {
			this.done = true;
			return;
		}
		String text = this.begun ? this.texts.read(bytes, offset, length) : null;
		if (text != null) {
			this.chunks.text(text, out);
			return;
		}
		Map<String, @Nullable Object> event = this.events.read(bytes, offset, length);
		if (AnswerReader.isError(event)) {
			throw this.answers.error(event).asException();
		}
		this.chunks.about(Values.text(event.get("id")), Values.text(event.get("model")));
		for (Object item : Values.items(event.get("choices"))) {
			choice(Values.fields(item), out);
		}
		this.chunks.usage(AnswerReader.usage(event.get("usage")), out);
	}

	/** Whether a member tells nothing beside a piece of text. */
	private boolean isNothing(String name, JsonParser parser) {
		return switch (name) {
			case "created", "index", "object", "role" -> true;
			case "id" -> TextPath.is(parser, this.chunks.id());
			case "model" -> TextPath.is(parser, this.chunks.model());
			default -> false;
		};
	}

	private void choice(Map<?, ?> choice, Consumer<ChatChunk> out) {
		Map<?, ?> said = Values.fields(choice.get("delta"));
		ToolCall call = AnswerReader.call(said, this.calls);
		String text = Values.text(said.get("content"), "");
		if (this.answers.isAnswer(call) && call != null) {
			this.answered = true;
			text = text + call.arguments();
			call = null;
		}
		this.calls += (call != null) ? 1 : 0;
		String reasoning = Values.text(said.get("reasoning_content"));
		Delta delta = new Delta(this.begun ? null : "assistant", text.isEmpty() ? null : text, reasoning, List.of(),
				(call != null) ? List.of(call) : List.of(), AnswerReader.state(said));
		if (!this.begun || delta.hasContent()) {
			this.chunks.say(delta, out);
		}
		this.begun = true;
		String reason = Values.text(choice.get("finish_reason"));
		if (reason != null && !this.finished) {
			this.finished = true;
			this.chunks.finish(AnswerReader.finish(reason, this.answered && this.calls == 0), reason, Map.of(), out);
		}
	}

	@Override
	public void end(Consumer<ChatChunk> out) {
		if (!this.finished && !(this.done && this.begun)) {
			throw ChunkWriter.endedEarly(this.begun).asException();
		}
	}

	@Override
	public void whole(WireReply reply, Consumer<ChatChunk> out) {
		ChatChunk chunk = ChatChunk.of(this.answers.whole(reply));
		this.begun = true;
		this.finished = true;
		out.accept(chunk);
	}

	@Override
	public boolean isDone() {
		return this.done;
	}

}
