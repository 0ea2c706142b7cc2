package dev.litellm.dialect.anthropic;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.ChunkChoice;
import dev.litellm.chat.Delta;
import dev.litellm.chat.ThinkingBlock;
import dev.litellm.chat.ToolCall;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.WireReply;

/**
 * Decoder of Anthropic's stream of events into OpenAI's chunks.
 */
final class EventDecoder implements FrameDecoder<ChatChunk> {

	private final AnthropicErrors errors;

	private final AnswerReader answers;

	private final Map<Object, OpenBlock> open = new HashMap<>();

	private final Map<String, @Nullable Object> usage = new LinkedHashMap<>();

	private @Nullable String id;

	private @Nullable String model;

	private int calls;

	private boolean answered;

	private boolean begun;

	private boolean finished;

	private boolean done;

	EventDecoder(AnthropicErrors errors, AnswerReader answers) {
		this.errors = errors;
		this.answers = answers;
	}

	@Override
	public void frame(@Nullable String name, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		Map<String, @Nullable Object> event = read(bytes, offset, length);
		String type = AnswerReader.string(event.get("type"), (name != null) ? name : "");
		switch (type) {
			case "message_start" -> start(fields(event.get("message")), out);
			case "content_block_start" -> open(event.get("index"), fields(event.get("content_block")), out);
			case "content_block_delta" -> delta(event.get("index"), fields(event.get("delta")), out);
			case "content_block_stop" -> close(event.get("index"), out);
			case "message_delta" -> finish(event, out);
			case "message_stop" -> this.done = true;
			case "error" -> throw this.errors.within(event).asException();
			default -> {
			}
		}
	}

	private static Map<String, @Nullable Object> read(byte[] bytes, int offset, int length) {
		try (JsonParser parser = Json.parser(bytes, offset, length)) {
			if (parser.nextToken() == JsonToken.START_OBJECT) {
				return Json.readObject(parser);
			}
		}
		catch (JacksonException ex) {
			// told below
		}
		throw Failure
			.of(ErrorKind.INVALID_RESPONSE,
					"an event of the stream is not a JSON object: "
							+ AnthropicErrors.excerpt(new String(bytes, offset, length, StandardCharsets.UTF_8)))
			.asException();
	}

	private static Map<?, ?> fields(@Nullable Object value) {
		return (value instanceof Map<?, ?> fields) ? fields : Map.of();
	}

	private void start(Map<?, ?> message, Consumer<ChatChunk> out) {
		this.begun = true;
		this.id = AnswerReader.string(message.get("id"), null);
		this.model = AnswerReader.string(message.get("model"), null);
		addUsage(message.get("usage"));
		emit(new Delta("assistant", null, null, List.of(), List.of(), Map.of()), out);
	}

	private void addUsage(@Nullable Object told) {
		fields(told).forEach((name, value) -> {
			if (value != null) {
				this.usage.put(String.valueOf(name), value);
			}
		});
	}

	private void open(@Nullable Object index, Map<?, ?> block, Consumer<ChatChunk> out) {
		String type = AnswerReader.string(block.get("type"), "");
		boolean answer = type.equals("tool_use") && this.answers.emulation().isAnswer(block.get("name"));
		OpenBlock opened = new OpenBlock(answer, (type.equals("tool_use") && !answer) ? this.calls++ : -1);
		this.open.put(String.valueOf(index), opened);
		this.answered |= answer;
		if (opened.call >= 0) {
			emit(call(new ToolCall(opened.call, AnswerReader.string(block.get("id"), null), "function",
					this.answers.names().original(AnswerReader.string(block.get("name"), "")), "", Map.of())), out);
			if (block.get("input") instanceof Map<?, ?> input && !input.isEmpty()) {
				opened.text.append(Json.text(input));
				piece(opened, opened.text.toString(), out);
			}
		}
		else if (type.equals("redacted_thinking")) {
			emit(new Delta(null, null, null, List.of(AnswerReader.thinking(block)), List.of(), Map.of()), out);
		}
		else if (type.equals("text") && block.get("text") instanceof String text && !text.isEmpty()) {
			emit(Delta.ofContent(text), out);
		}
	}

	private void delta(@Nullable Object index, Map<?, ?> delta, Consumer<ChatChunk> out) {
		OpenBlock block = this.open.get(String.valueOf(index));
		switch (AnswerReader.string(delta.get("type"), "")) {
			case "text_delta" -> emit(Delta.ofContent(AnswerReader.string(delta.get("text"), "")), out);
			case "thinking_delta" -> thinking(AnswerReader.string(delta.get("thinking"), ""), null, out);
			case "signature_delta" -> thinking("", AnswerReader.string(delta.get("signature"), ""), out);
			case "input_json_delta" -> {
				if (block != null) {
					String text = AnswerReader.string(delta.get("partial_json"), "");
					block.text.append(text);
					if (block.call >= 0 && !text.isEmpty()) {
						piece(block, text, out);
					}
				}
			}
			default -> {
			}
		}
	}

	private void thinking(String text, @Nullable String signature, Consumer<ChatChunk> out) {
		ThinkingBlock block = new ThinkingBlock("thinking", text, signature, Map.of());
		emit(new Delta(null, null, text.isEmpty() ? null : text, List.of(block), List.of(), Map.of()), out);
	}

	private void piece(OpenBlock block, String text, Consumer<ChatChunk> out) {
		emit(call(new ToolCall(block.call, null, "function", null, text, Map.of())), out);
	}

	private static Delta call(ToolCall call) {
		return new Delta(null, null, null, List.of(), List.of(call), Map.of());
	}

	private void close(@Nullable Object index, Consumer<ChatChunk> out) {
		OpenBlock block = this.open.remove(String.valueOf(index));
		if (block == null) {
			return;
		}
		if (block.call >= 0 && block.text.isEmpty()) {
			piece(block, "{}", out);
		}
		else if (block.answer) {
			emit(Delta.ofContent(answer(block.text.toString())), out);
		}
	}

	private String answer(String input) {
		try {
			return this.answers.emulation().answer(input.isEmpty() ? Map.of() : Json.read(input));
		}
		catch (JacksonException ex) {
			return input;
		}
	}

	private void finish(Map<String, @Nullable Object> event, Consumer<ChatChunk> out) {
		addUsage(event.get("usage"));
		String reason = AnswerReader.string(fields(event.get("delta")).get("stop_reason"), null);
		if (reason == null) {
			return;
		}
		this.finished = true;
		String finish = AnswerReader.finish(reason, this.answered && this.calls == 0);
		out.accept(new ChatChunk(this.id, this.answers.created(), this.model,
				List.of(new ChunkChoice(0, Delta.empty(), finish, reason, Map.of())), null, Map.of()));
		out.accept(new ChatChunk(this.id, this.answers.created(), this.model, List.of(), AnswerReader.usage(this.usage),
				Map.of()));
	}

	private void emit(Delta delta, Consumer<ChatChunk> out) {
		out.accept(new ChatChunk(this.id, this.answers.created(), this.model,
				List.of(new ChunkChoice(0, delta, null, null, Map.of())), null, Map.of()));
	}

	@Override
	public void end(Consumer<ChatChunk> out) {
		if (!this.done && !this.finished) {
			throw Failure
				.of(ErrorKind.CONNECTION,
						this.begun ? "the stream ended before the answer did" : "the stream ended before it began")
				.asException();
		}
	}

	@Override
	public void whole(WireReply reply, Consumer<ChatChunk> out) {
		Map<String, @Nullable Object> answer = read(reply.body(), 0, reply.body().length);
		if (answer.get("error") != null) {
			throw this.errors.of(reply).asException();
		}
		this.done = true;
		ChatResponse response = this.answers.whole(answer);
		Choice choice = response.choices().get(0);
		Delta delta = new Delta("assistant", choice.message().content(), choice.message().reasoningContent(),
				choice.message().thinkingBlocks(), choice.message().toolCalls(), choice.message().extra());
		out.accept(new ChatChunk(response.id(), response.created(), response.model(),
				List.of(new ChunkChoice(0, delta, choice.finishReason(), choice.nativeFinishReason(), choice.extra())),
				response.usage(), Map.of()));
	}

	@Override
	public boolean isDone() {
		return this.done;
	}

	/**
	 * A content block between its start and its stop.
	 */
	private static final class OpenBlock {

		private final boolean answer;

		/** The call's place among the calls, or -1 where the block is none. */
		private final int call;

		private final StringBuilder text = new StringBuilder();

		OpenBlock(boolean answer, int call) {
			this.answer = answer;
			this.call = call;
		}

	}

}
