package dev.litellm.dialect.anthropic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Delta;
import dev.litellm.chat.ThinkingBlock;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ChunkWriter;
import dev.litellm.dialect.Events;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.WireReply;

/**
 * Decoder of Anthropic's stream of events into OpenAI's chunks.
 */
final class EventDecoder implements FrameDecoder<ChatChunk> {

	private final AnthropicErrors errors;

	private final BodyBuilder asked;

	private final long created;

	private final Map<Integer, Open> open = new HashMap<>();

	private final List<AnswerBlock> closed = new ArrayList<>();

	private final ChunkWriter chunks;

	private final EventReader event;

	private int calls;

	private boolean answered;

	private boolean begun;

	private boolean finished;

	private boolean done;

	EventDecoder(AnthropicErrors errors, BodyBuilder asked, long created) {
		this.errors = errors;
		this.asked = asked;
		this.created = created;
		this.chunks = new ChunkWriter(created);
		this.event = new EventReader(this.chunks);
	}

	@Override
	public void frame(@Nullable String name, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		if (Events.isDone(bytes, offset, length)) {
			return;
		}
		switch (this.event.read(name, bytes, offset, length)) {
			case "message_start" -> start(out);
			case "content_block_start" -> open(this.event.block(), out);
			case "content_block_delta" -> add(block(), this.event.piece(), out);
			case "content_block_stop" -> close(out);
			case "message_delta" -> finish(this.event.stopReason(), out);
			case "message_stop" -> this.done = true;
			case "error" -> throw this.errors.within(new Events().read(bytes, offset, length)).asException();
			default -> {
			}
		}
	}

	private void start(Consumer<ChatChunk> out) {
		this.begun = true;
		this.chunks.say(Delta.ofRole("assistant"), out);
	}

	private void open(AnswerBlock block, Consumer<ChatChunk> out) {
		boolean use = block.type().equals("tool_use");
		boolean answer = use && this.asked.emulation().isAnswer(block.name());
		Open opened = new Open(block, (use && !answer) ? this.calls++ : -1);
		this.open.put(this.event.index(), opened);
		this.answered |= answer;
		if (opened.isCall()) {
			this.chunks.say(Delta.ofToolCall(new ToolCall(opened.call(), block.id(), "function",
					this.asked.names().original(block.name()), "", Map.of())), out);
			if (!block.isEmpty()) {
				piece(opened, block.text(), out);
			}
		}
		else if (block.type().equals("redacted_thinking")) {
			this.chunks.say(Delta.ofThinking(block.thought()), out);
		}
		else if (block.type().equals("text")) {
			this.chunks.text(block.text(), out);
		}
	}

	private Open block() {
		return this.open.computeIfAbsent(this.event.index(), (missing) -> new Open(new AnswerBlock(), -1));
	}

	private void add(Open opened, String piece, Consumer<ChatChunk> out) {
		AnswerBlock block = opened.block();
		switch (this.event.kind()) {
			case "text_delta" -> {
				block.add(piece);
				this.chunks.say(Delta.ofContent(piece), out);
			}
			case "thinking_delta" -> {
				block.add(piece);
				thinking(piece, null, out);
			}
			case "signature_delta" -> {
				block.sign(piece);
				thinking("", piece, out);
			}
			case "compaction_delta" -> block.summarize(piece, this.event.sealed());
			case "citations_delta" -> block.cite(this.event.citation());
			case "input_json_delta" -> {
				block.add(piece);
				if (opened.isCall() && !piece.isEmpty()) {
					piece(opened, piece, out);
				}
			}
			default -> {
			}
		}
	}

	private void thinking(String text, @Nullable String signature, Consumer<ChatChunk> out) {
		this.chunks.say(Delta.ofThinking(new ThinkingBlock("thinking", text, signature, Map.of())), out);
	}

	private void piece(Open opened, String text, Consumer<ChatChunk> out) {
		this.chunks.say(Delta.ofToolCall(new ToolCall(opened.call(), null, "function", null, text, Map.of())), out);
	}

	private void close(Consumer<ChatChunk> out) {
		Open opened = this.open.remove(this.event.index());
		if (opened == null) {
			return;
		}
		AnswerBlock block = opened.block();
		this.closed.add(block);
		if (opened.isCall() && block.isEmpty()) {
			piece(opened, block.input(), out);
		}
		else if (!opened.isCall() && block.type().equals("tool_use")) {
			Object input = block.inputValue();
			this.chunks.say(
					Delta.ofContent((input instanceof String text) ? text : this.asked.emulation().answer(input)), out);
		}
	}

	/** What OpenAI's shape has no room for comes at the end, to be sent back. */
	private void own(Consumer<ChatChunk> out) {
		Map<String, @Nullable Object> own = AnswerReader.ownBlocks(this.closed, this.asked.emulation());
		if (!own.isEmpty()) {
			this.chunks.say(new Delta(null, null, null, List.of(), List.of(), own), out);
		}
	}

	private void finish(@Nullable String reason, Consumer<ChatChunk> out) {
		if (reason == null) {
			return;
		}
		this.finished = true;
		own(out);
		this.chunks.finish(AnswerReader.finish(reason, this.answered && this.calls == 0), reason, Map.of(), out);
		this.chunks.usage(this.event.usage().usage(), out);
	}

	@Override
	public void end(Consumer<ChatChunk> out) {
		if (!this.done && !this.finished) {
			throw ChunkWriter.endedEarly(this.begun).asException();
		}
	}

	@Override
	public void whole(WireReply reply, Consumer<ChatChunk> out) {
		ChatResponse answer = new AnswerReader(this.errors, this.asked).read(reply, this.created);
		this.done = true;
		out.accept(ChatChunk.of(answer));
	}

	@Override
	public boolean isDone() {
		return this.done;
	}

	/**
	 * A block between its start and its stop.
	 *
	 * @param block what has come of it
	 * @param call its place among the calls, or -1 where it is none
	 */
	private record Open(AnswerBlock block, int call) {

		boolean isCall() {
			return this.call >= 0;
		}

	}

}
