package dev.litellm.dialect.gigachat;

import java.util.Arrays;
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
		Told event = this.events.read(Told::read, bytes, offset, length);
		if (event.isError()) {
			throw this.answers.error(event, Arrays.copyOfRange(bytes, offset, offset + length)).asException();
		}
		this.chunks.about(event.id, event.model);
		event.choices.forEach((choice) -> choice(choice, out));
		this.chunks.usage(event.usage, out);
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

	private void choice(Said said, Consumer<ChatChunk> out) {
		ToolCall call = said.call;
		String text = (said.content != null) ? said.content : "";
		List<ToolCall> calls = List.of();
		if (this.answers.isAnswer(call) && call != null) {
			this.answered = true;
			text = text + call.arguments();
		}
		else if (call != null) {
			calls = List
				.of(new ToolCall(this.calls++, call.id(), call.type(), call.name(), call.arguments(), Map.of()));
		}
		Delta delta = new Delta(this.begun ? null : "assistant", text.isEmpty() ? null : text, said.reasoning,
				List.of(), calls, said.extra());
		if (!this.begun || delta.hasContent()) {
			this.chunks.say(delta, out);
		}
		this.begun = true;
		String reason = said.reason;
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
