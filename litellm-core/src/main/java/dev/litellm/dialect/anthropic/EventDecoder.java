package dev.litellm.dialect.anthropic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.Delta;
import dev.litellm.chat.ThinkingBlock;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ChunkWriter;
import dev.litellm.dialect.Events;
import dev.litellm.dialect.Failures;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Values;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.WireReply;

/**
 * Decoder of Anthropic's stream of events into OpenAI's chunks.
 */
final class EventDecoder implements FrameDecoder<ChatChunk> {

	private final AnthropicErrors errors;

	private final AnswerReader answers;

	private final Map<@Nullable Object, OpenBlock> open = new HashMap<>();

	private final List<OpenBlock> closed = new ArrayList<>();

	private final Map<String, @Nullable Object> usage = new Members();

	private final Events events = new Events();

	private final TextDeltas texts = new TextDeltas(this.events);

	private final ChunkWriter chunks;

	private int calls;

	private boolean answered;

	private boolean begun;

	private boolean finished;

	private boolean done;

	EventDecoder(AnthropicErrors errors, AnswerReader answers) {
		this.errors = errors;
		this.answers = answers;
		this.chunks = new ChunkWriter(answers.created());
	}

	@Override
	public void frame(@Nullable String name, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		if (Events.isDone(bytes, offset, length)) {
			return;
		}
		String said = this.begun ? this.texts.read(bytes, offset, length) : null;
		if (said != null) {
			say(block(this.texts.index()), said, out);
			return;
		}
		Map<String, @Nullable Object> event = this.events.read(bytes, offset, length);
		String type = Values.text(event.get("type"), (name != null) ? name : "");
		switch (type) {
			case "message_start" -> start(Values.fields(event.get("message")), out);
			case "content_block_start" -> open(event.get("index"), Values.fields(event.get("content_block")), out);
			case "content_block_delta" -> delta(event.get("index"), Values.fields(event.get("delta")), out);
			case "content_block_stop" -> close(event.get("index"), out);
			case "message_delta" -> finish(event, out);
			case "message_stop" -> this.done = true;
			case "error" -> throw this.errors.within(event).asException();
			default -> {
			}
		}
	}

	private void start(Map<?, ?> message, Consumer<ChatChunk> out) {
		this.begun = true;
		this.chunks.about(Values.text(message.get("id")), Values.text(message.get("model")));
		addUsage(message.get("usage"));
		this.chunks.say(Delta.ofRole("assistant"), out);
	}

	private void addUsage(@Nullable Object told) {
		Values.fields(told).forEach((name, value) -> {
			if (value != null) {
				this.usage.put(String.valueOf(name), value);
			}
		});
	}

	private void open(@Nullable Object index, Map<?, ?> block, Consumer<ChatChunk> out) {
		String type = Values.text(block.get("type"), "");
		boolean answer = type.equals("tool_use") && this.answers.emulation().isAnswer(block.get("name"));
		OpenBlock opened = new OpenBlock(block, answer, (type.equals("tool_use") && !answer) ? this.calls++ : -1);
		this.open.put(index, opened);
		this.answered |= answer;
		if (opened.call() >= 0) {
			this.chunks.say(Delta.ofToolCall(new ToolCall(opened.call(), Values.text(block.get("id")), "function",
					this.answers.names().original(Values.text(block.get("name"), "")), "", Map.of())), out);
			if (block.get("input") instanceof Map<?, ?> input && !input.isEmpty()) {
				opened.text().append(Json.text(input));
				piece(opened, opened.text().toString(), out);
			}
		}
		else if (type.equals("redacted_thinking")) {
			this.chunks.say(Delta.ofThinking(AnswerReader.thinking(block)), out);
		}
		else if (type.equals("text") && block.get("text") instanceof String text && !text.isEmpty()) {
			this.chunks.say(Delta.ofContent(text), out);
		}
	}

	private void delta(@Nullable Object index, Map<?, ?> delta, Consumer<ChatChunk> out) {
		OpenBlock block = block(index);
		switch (Values.text(delta.get("type"), "")) {
			case "text_delta" -> say(block, Values.text(delta.get("text"), ""), out);
			case "thinking_delta" -> {
				String text = Values.text(delta.get("thinking"), "");
				block.text().append(text);
				thinking(text, null, out);
			}
			case "signature_delta" -> {
				String signature = Values.text(delta.get("signature"), "");
				block.sign(signature);
				thinking("", signature, out);
			}
			case "citations_delta" -> {
				if (delta.get("citation") != null) {
					block.cite(delta.get("citation"));
				}
			}
			case "input_json_delta" -> {
				String text = Values.text(delta.get("partial_json"), "");
				block.text().append(text);
				if (block.call() >= 0 && !text.isEmpty()) {
					piece(block, text, out);
				}
			}
			default -> {
			}
		}
	}

	private OpenBlock block(@Nullable Object index) {
		return this.open.computeIfAbsent(index, (missing) -> new OpenBlock(Map.of(), false, -1));
	}

	private void say(OpenBlock block, String text, Consumer<ChatChunk> out) {
		block.text().append(text);
		this.chunks.say(Delta.ofContent(text), out);
	}

	private void thinking(String text, @Nullable String signature, Consumer<ChatChunk> out) {
		this.chunks.say(Delta.ofThinking(new ThinkingBlock("thinking", text, signature, Map.of())), out);
	}

	private void piece(OpenBlock block, String text, Consumer<ChatChunk> out) {
		this.chunks.say(Delta.ofToolCall(new ToolCall(block.call(), null, "function", null, text, Map.of())), out);
	}

	private void close(@Nullable Object index, Consumer<ChatChunk> out) {
		OpenBlock block = this.open.remove(index);
		if (block == null) {
			return;
		}
		this.closed.add(block);
		if (block.call() >= 0 && block.text().isEmpty()) {
			piece(block, "{}", out);
		}
		else if (block.isAnswer()) {
			Object input = block.input();
			this.chunks.say(
					Delta.ofContent((input instanceof String text) ? text : this.answers.emulation().answer(input)),
					out);
		}
	}

	/** What OpenAI's shape has no room for comes at the end, to be sent back. */
	private void own(Consumer<ChatChunk> out) {
		if (this.closed.stream().anyMatch(OpenBlock::isOwn)) {
			List<?> blocks = this.closed.stream().map(OpenBlock::whole).toList();
			this.chunks.say(new Delta(null, null, null, List.of(), List.of(), AnswerReader.ownBlocks(blocks)), out);
		}
	}

	private void finish(Map<String, @Nullable Object> event, Consumer<ChatChunk> out) {
		addUsage(event.get("usage"));
		String reason = Values.text(Values.fields(event.get("delta")).get("stop_reason"));
		if (reason == null) {
			return;
		}
		this.finished = true;
		own(out);
		this.chunks.finish(AnswerReader.finish(reason, this.answered && this.calls == 0), reason, Map.of(), out);
		this.chunks.usage(AnswerReader.usage(this.usage), out);
	}

	@Override
	public void end(Consumer<ChatChunk> out) {
		if (!this.done && !this.finished) {
			throw ChunkWriter.endedEarly(this.begun).asException();
		}
	}

	@Override
	public void whole(WireReply reply, Consumer<ChatChunk> out) {
		Map<?, ?> answer = Failures.object(reply, MessagesCodec.EXPECTED);
		if (answer.get("error") != null) {
			throw this.errors.of(reply).asException();
		}
		this.done = true;
		out.accept(ChatChunk.of(this.answers.whole(answer)));
	}

	@Override
	public boolean isDone() {
		return this.done;
	}

}
