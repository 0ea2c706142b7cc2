package dev.litellm.dialect.cohere;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChunkChoice;
import dev.litellm.chat.Delta;
import dev.litellm.chat.ThinkingBlock;
import dev.litellm.chat.ToolCall;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.ChunkWriter;
import dev.litellm.dialect.EndingDecoder;
import dev.litellm.error.Failure;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;

/**
 * Decoder of Cohere's stream of events, which come as server-sent events or as lines,
 * into OpenAI's chunks.
 */
final class EventDecoder extends EndingDecoder {

	private final CohereErrors errors;

	private final AnswerReader answers;

	private final EventReader event = new EventReader();

	private final ChunkWriter chunks;

	/** Where in the whole text each part of the content begins. */
	private final List<Integer> starts = new ArrayList<>();

	private int said;

	private @Nullable String id;

	private int calls;

	private boolean argued;

	EventDecoder(CohereErrors errors, AnswerReader answers) {
		this.errors = errors;
		this.answers = answers;
		this.chunks = new ChunkWriter(answers.created());
	}

	@Override
	public void frame(@Nullable String name, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		this.event.read(bytes, offset, length);
		switch (this.event.type()) {
			case "message-start" -> start(out);
			case "content-start" -> {
				this.starts.add(this.said);
				content(out);
			}
			case "content-delta" -> content(out);
			case "tool-plan-delta" -> plan(Values.text(this.event.get("tool_plan"), ""), out);
			case "tool-call-start" -> call(one("tool_calls"), out);
			case "tool-call-delta" ->
				arguments(Values.text(Values.fields(one("tool_calls").get("function")).get("arguments"), ""), out);
			case "tool-call-end" -> {
				if (!this.argued) {
					arguments("{}", out);
				}
			}
			case "citation-start" -> say(Citations.of(List.of(one("citations")), this.starts), out);
			case "message-end" -> finish(out);
			default -> {
				if (this.event.get("message") instanceof String) {
					throw this.errors.within(this.event.members()).asException();
				}
			}
		}
	}

	/** One object, though it may stand in a list. */
	private Map<?, ?> one(String name) {
		Object told = this.event.get(name);
		return Values.fields((told instanceof List<?> items && !items.isEmpty()) ? items.get(0) : told);
	}

	private void start(Consumer<ChatChunk> out) {
		begin();
		this.id = Values.text(this.event.get("id"));
		this.chunks.about(this.id, this.answers.model());
		this.chunks.say(Delta.ofRole("assistant"), out);
	}

	private void content(Consumer<ChatChunk> out) {
		String text = this.event.text();
		if (text != null && !text.isEmpty()) {
			this.said += text.length();
			Object logprobs = this.event.get("logprobs");
			Map<String, @Nullable Object> extra = (logprobs != null) ? AnswerReader.logprobs(List.of(logprobs))
					: Map.of();
			this.chunks.write(List.of(new ChunkChoice(0, Delta.ofContent(text), null, null, extra)), null, Map.of(),
					out);
		}
		String thought = this.event.thinking();
		if (thought != null && !thought.isEmpty()) {
			this.chunks.say(Delta.ofThinking(new ThinkingBlock("thinking", thought, null, Map.of())), out);
		}
	}

	private void plan(String plan, Consumer<ChatChunk> out) {
		if (!plan.isEmpty()) {
			say(Map.of("tool_plan", plan), out);
		}
	}

	private void say(Map<String, @Nullable Object> extra, Consumer<ChatChunk> out) {
		this.chunks.say(new Delta(null, null, null, List.of(), List.of(), extra), out);
	}

	private void call(Map<?, ?> call, Consumer<ChatChunk> out) {
		ToolCall begun = AnswerReader.call(this.calls++, call);
		this.argued = begun.arguments() != null && !begun.arguments().isEmpty();
		this.chunks.say(Delta.ofToolCall(begun), out);
	}

	private void arguments(String piece, Consumer<ChatChunk> out) {
		if (this.calls > 0 && !piece.isEmpty()) {
			this.argued = true;
			this.chunks.say(Delta.ofToolCall(new ToolCall(this.calls - 1, null, "function", null, piece, Map.of())),
					out);
		}
	}

	private void finish(Consumer<ChatChunk> out) {
		String reason = Values.text(this.event.get("finish_reason"));
		Usage usage = AnswerReader.usage(this.event.get("usage"));
		Failure ended = this.errors.ending(reason, this.event.get("error"), this.id);
		finish();
		if (ended != null) {
			this.chunks.usage(usage, out);
			throw ended.asException();
		}
		this.chunks.finish(AnswerReader.finish(reason, this.calls > 0), reason, Map.of(), out);
		this.chunks.usage(usage, out);
	}

	@Override
	public void whole(WireReply reply, Consumer<ChatChunk> out) {
		finish();
		out.accept(ChatChunk.of(this.answers.whole(reply)));
	}

}
