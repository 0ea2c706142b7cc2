package dev.litellm.dialect.bedrock;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Delta;
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.ThinkingBlock;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ChunkWriter;
import dev.litellm.dialect.Events;
import dev.litellm.dialect.TextPath;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.ThinkTags;
import dev.litellm.dialect.aws.AwsErrors;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Values;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.WireReply;

/**
 * Decoder of ConverseStream's events into OpenAI's chunks.
 */
final class EventDecoder implements FrameDecoder<ChatChunk> {

	private final AwsErrors errors;

	private final AnswerReader answers;

	private final ChunkWriter chunks;

	private final Events events = new Events();

	private final TextPath texts = new TextPath(this.events,
			(name, parser) -> name.equals("contentBlockIndex") || name.equals("p"), "delta", "text");

	private final Map<Object, OpenCall> open = new HashMap<>();

	private final Citations citations = new Citations();

	private final ThinkTags tags = new ThinkTags(AnswerReader.TAG);

	/** Text beside an answer that is a tool's input, for the case that none comes. */
	private final StringBuilder beside = new StringBuilder();

	private @Nullable Object additional;

	private int length;

	private int calls;

	private boolean answered;

	private boolean thought;

	private boolean begun;

	private boolean finished;

	private boolean done;

	EventDecoder(AwsErrors errors, AnswerReader answers) {
		this.errors = errors;
		this.answers = answers;
		this.chunks = new ChunkWriter(answers.created());
		this.chunks.about(null, answers.model());
	}

	@Override
	public void frame(@Nullable String type, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		String said = "contentBlockDelta".equals(type) ? this.texts.read(bytes, offset, length) : null;
		if (said != null) {
			text(said, out);
			return;
		}
		Map<String, @Nullable Object> event = this.events.read(bytes, offset, length);
		Object index = event.get("contentBlockIndex");
		switch ((type != null) ? type : "") {
			case "messageStart" -> {
				this.begun = true;
				this.chunks.say(Delta.ofRole("assistant"), out);
			}
			case "contentBlockStart" -> start(index, Values.fields(event.get("start")), out);
			case "contentBlockDelta" -> delta(index, Values.fields(event.get("delta")), out);
			case "contentBlockStop" -> stop(index, out);
			case "messageStop" -> finish(event, out);
			case "metadata" -> metadata(event, out);
			default -> {
			}
		}
	}

	@Override
	public void failure(String type, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		throw this.errors.within(type, Arrays.copyOfRange(bytes, offset, offset + length)).asException();
	}

	private void start(@Nullable Object index, Map<?, ?> start, Consumer<ChatChunk> out) {
		if (!(start.get("toolUse") instanceof Map<?, ?> use)) {
			return;
		}
		boolean answer = this.answers.asked().schemaTool().isAnswer(use.get("name"));
		OpenCall call = answer ? OpenCall.ofAnswer() : OpenCall.at(this.calls++);
		this.open.put(String.valueOf(index), call);
		if (!answer) {
			rest(out);
			String name = this.answers.asked().names().original(Values.text(use.get("name"), ""));
			this.chunks.say(Delta.ofToolCall(
					new ToolCall(call.index(), Values.text(use.get("toolUseId")), "function", name, "", Map.of())),
					out);
		}
	}

	private void delta(@Nullable Object index, Map<?, ?> delta, Consumer<ChatChunk> out) {
		if (delta.get("text") instanceof String text) {
			text(text, out);
		}
		else if (delta.get("toolUse") instanceof Map<?, ?> use) {
			OpenCall call = this.open.get(String.valueOf(index));
			if (call != null) {
				input(call, use.get("input"), out);
			}
		}
		else if (delta.get("reasoningContent") instanceof Map<?, ?> content) {
			this.thought = true;
			ThinkingBlock block = AnswerReader.thought(content, content);
			this.chunks.say(Delta.ofThinking(block), out);
		}
		else if (delta.get("citation") instanceof Map<?, ?> citation) {
			this.citations.add(citation, this.length);
			this.chunks.say(new Delta(null, null, null, List.of(), List.of(), this.citations.next()), out);
		}
	}

	private void text(String text, Consumer<ChatChunk> out) {
		if (this.answers.asked().schemaTool().active()) {
			this.beside.append(text);
			return;
		}
		ThinkTags.Split split = this.tags.next(text);
		if (split == null) {
			say(text, out);
		}
		else {
			say(split, out);
		}
	}

	private void say(ThinkTags.Split split, Consumer<ChatChunk> out) {
		if (!split.reasoning().isEmpty()) {
			this.thought = true;
			this.chunks.say(Delta.ofThinking(new ThinkingBlock("thinking", split.reasoning(), null, Map.of())), out);
		}
		say(split.content(), out);
	}

	private void say(String text, Consumer<ChatChunk> out) {
		if (!text.isEmpty()) {
			this.length += text.length();
			this.chunks.say(Delta.ofContent(text), out);
		}
	}

	private void rest(Consumer<ChatChunk> out) {
		say(this.tags.end(), out);
	}

	private void input(OpenCall call, @Nullable Object told, Consumer<ChatChunk> out) {
		String piece = (told instanceof Map<?, ?>) ? Json.text(told) : Values.text(told, "");
		call.add(piece);
		if (!call.isAnswer() && !piece.isEmpty()) {
			this.chunks.say(call.piece(piece), out);
		}
	}

	private void stop(@Nullable Object index, Consumer<ChatChunk> out) {
		OpenCall call = this.open.remove(String.valueOf(index));
		if (call == null) {
			return;
		}
		if (call.isAnswer()) {
			this.answered = true;
			say(answer(call.input()), out);
		}
		else if (call.input().isEmpty()) {
			this.chunks.say(call.piece("{}"), out);
		}
	}

	private String answer(String input) {
		List<Map<?, ?>> read = Arguments.read(input);
		return (read.size() == 1) ? AnswerReader.answer(this.answers.asked().schemaTool(), read.get(0)) : input;
	}

	private void finish(Map<String, @Nullable Object> event, Consumer<ChatChunk> out) {
		rest(out);
		if (!this.answered) {
			say(this.beside.toString(), out);
		}
		this.additional = event.get("additionalModelResponseFields");
		String reason = Values.text(event.get("stopReason"));
		String finish = AnswerReader.finish(reason);
		this.finished = true;
		this.chunks.finish((this.answered && this.calls == 0) ? FinishReason.STOP : finish, reason, Map.of(), out);
	}

	private void metadata(Map<String, @Nullable Object> event, Consumer<ChatChunk> out) {
		Map<String, @Nullable Object> extra = new Members(AnswerReader.extra(event));
		Object tier = Values.fields(event.get("serviceTier")).get("type");
		if (tier != null) {
			extra.put("service_tier", tier);
		}
		this.chunks.write(List.of(), Usages.of(event.get("usage"), this.additional, this.thought), extra, out);
		this.done = this.finished;
	}

	@Override
	public void end(Consumer<ChatChunk> out) {
		if (!this.done && !this.finished) {
			throw ChunkWriter.endedEarly(this.begun).asException();
		}
	}

	@Override
	public void whole(WireReply reply, Consumer<ChatChunk> out) {
		ChatResponse answer = Failures.read(reply, ConverseCodec.EXPECTED,
				(parser) -> this.answers.whole(parser, reply.headers()));
		if (answer == null) {
			throw this.errors.of(reply).asException();
		}
		this.done = true;
		out.accept(ChatChunk.of(answer));
	}

	@Override
	public boolean isDone() {
		return this.done;
	}

}
