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
import dev.litellm.dialect.ThinkTags;
import dev.litellm.dialect.aws.AwsErrors;
import dev.litellm.json.Members;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.WireReply;

/**
 * Decoder of ConverseStream's events into OpenAI's chunks.
 */
final class EventDecoder implements FrameDecoder<ChatChunk> {

	private final AwsErrors errors;

	private final AnswerReader answers;

	private final ChunkWriter chunks;

	private final StreamEvent event = new StreamEvent();

	private final Map<Long, OpenCall> open = new HashMap<>();

	private final Citations citations = new Citations();

	private final ThinkTags tags = new ThinkTags(AnswerReader.TAG);

	/** Text beside an answer that is a tool's input, for the case that none comes. */
	private final StringBuilder beside = new StringBuilder();

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
		this.event.read(bytes, offset, length);
		switch ((type != null) ? type : "") {
			case "messageStart" -> {
				this.begun = true;
				this.chunks.say(Delta.ofRole("assistant"), out);
			}
			case "contentBlockStart" -> start(out);
			case "contentBlockDelta" -> delta(out);
			case "contentBlockStop" -> stop(out);
			case "messageStop" -> finish(out);
			case "metadata" -> metadata(out);
			default -> {
			}
		}
	}

	@Override
	public void failure(String type, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		throw this.errors.within(type, Arrays.copyOfRange(bytes, offset, offset + length)).asException();
	}

	private void start(Consumer<ChatChunk> out) {
		Piece.Use use = this.event.piece().use();
		if (use == null) {
			return;
		}
		boolean answer = this.answers.asked().schemaTool().isAnswer(use.name());
		OpenCall call = answer ? OpenCall.ofAnswer() : OpenCall.at(this.calls++);
		this.open.put(this.event.index(), call);
		if (!answer) {
			rest(out);
			String name = this.answers.asked().names().original((use.name() != null) ? use.name() : "");
			this.chunks.say(Delta.ofToolCall(new ToolCall(call.index(), use.id(), "function", name, "", Map.of())),
					out);
		}
	}

	private void delta(Consumer<ChatChunk> out) {
		Piece piece = this.event.piece();
		if (piece.text() != null) {
			text(piece.text(), out);
		}
		else if (piece.use() != null) {
			OpenCall call = this.open.get(this.event.index());
			if (call != null) {
				input(call, piece.use().input(), out);
			}
		}
		else if (piece.thought() != null) {
			this.thought = true;
			this.chunks.say(Delta.ofThinking(piece.thought()), out);
		}
		for (Object citation : piece.citations()) {
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

	private void input(OpenCall call, String piece, Consumer<ChatChunk> out) {
		call.add(piece);
		if (!call.isAnswer() && !piece.isEmpty()) {
			this.chunks.say(call.piece(piece), out);
		}
	}

	private void stop(Consumer<ChatChunk> out) {
		OpenCall call = this.open.remove(this.event.index());
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
		List<String> read = Arguments.read(input);
		return (read.size() == 1) ? AnswerReader.answer(this.answers.asked().schemaTool(), read.get(0)) : input;
	}

	private void finish(Consumer<ChatChunk> out) {
		rest(out);
		if (!this.answered) {
			say(this.beside.toString(), out);
		}
		String reason = this.event.told().reason();
		String finish = AnswerReader.finish(reason);
		this.finished = true;
		this.chunks.finish((this.answered && this.calls == 0) ? FinishReason.STOP : finish, reason, Map.of(), out);
	}

	private void metadata(Consumer<ChatChunk> out) {
		Map<String, @Nullable Object> extra = this.event.told().extra();
		if (this.event.told().tier() != null) {
			extra = new Members(extra).add("service_tier", this.event.told().tier());
		}
		this.chunks.write(List.of(), this.event.told().usage(this.thought), extra, out);
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
		ChatResponse answer = ConverseCodec.decode(reply, this.answers);
		this.done = true;
		out.accept(ChatChunk.of(answer));
	}

	@Override
	public boolean isDone() {
		return this.done;
	}

}
