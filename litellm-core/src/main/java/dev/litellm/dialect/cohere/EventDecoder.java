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

	private final String model;

	private final long created;

	private final EventReader event = new EventReader();

	private final ChunkWriter chunks;

	/** Where in the whole text each part of the content begins. */
	private final List<Integer> starts = new ArrayList<>();

	private int said;

	private @Nullable String id;

	private int calls;

	private boolean argued;

	EventDecoder(CohereErrors errors, String model, long created) {
		this.errors = errors;
		this.model = model;
		this.created = created;
		this.chunks = new ChunkWriter(created);
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
			case "tool-call-start" -> call(this.event.call(), out);
			case "tool-call-delta" -> arguments(this.event.call().arguments(), out);
			case "tool-call-end" -> {
				if (!this.argued) {
					arguments("{}", out);
				}
			}
			case "citation-start" -> say(Citations.of(citation(), this.starts), out);
			case "message-end" -> finish(out);
			default -> {
				if (this.event.get("message") instanceof String message) {
					throw this.errors.within(message, Values.text(this.event.get("id"))).asException();
				}
			}
		}
	}

	/** One citation, though it may stand in a list. */
	private List<?> citation() {
		Object told = this.event.get("citations");
		return (told instanceof List<?> items) ? items.subList(0, Math.min(1, items.size()))
				: List.of(Values.fields(told));
	}

	private void start(Consumer<ChatChunk> out) {
		begin();
		this.id = Values.text(this.event.get("id"));
		this.chunks.about(this.id, this.model);
		this.chunks.say(Delta.ofRole("assistant"), out);
	}

	private void content(Consumer<ChatChunk> out) {
		String text = this.event.text();
		if (text != null && !text.isEmpty()) {
			this.said += text.length();
			this.chunks.write(List.of(new ChunkChoice(0, Delta.ofContent(text), null, null, this.event.logprobs())),
					null, Map.of(), out);
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

	private void call(ToolCall told, Consumer<ChatChunk> out) {
		String arguments = (told.arguments() != null) ? told.arguments() : "";
		this.argued = !arguments.isEmpty();
		this.chunks.say(Delta.ofToolCall(MessageReader.begun(this.calls++, told, arguments)), out);
	}

	private void arguments(@Nullable String piece, Consumer<ChatChunk> out) {
		if (this.calls > 0 && piece != null && !piece.isEmpty()) {
			this.argued = true;
			this.chunks.say(Delta.ofToolCall(new ToolCall(this.calls - 1, null, "function", null, piece, Map.of())),
					out);
		}
	}

	private void finish(Consumer<ChatChunk> out) {
		String reason = Values.text(this.event.get("finish_reason"));
		Usage usage = this.event.usage();
		Failure ended = this.errors.ending(reason, Values.text(this.event.get("error")), this.id);
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
		out.accept(ChatChunk.of(AnswerReader.read(reply, this.errors, this.model, this.created)));
	}

}
