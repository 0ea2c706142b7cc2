package dev.litellm.dialect.langgraph;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.Delta;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.ChunkWriter;
import dev.litellm.dialect.Events;
import dev.litellm.dialect.TextPath;
import dev.litellm.json.Values;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.WireReply;

/**
 * Decoder of the stream of a run, in the mode {@code messages-tuple}; a run ends with the
 * stream.
 */
final class EventDecoder implements FrameDecoder<ChatChunk> {

	private static final Set<String> MESSAGES = Set.of("messages", "messages-tuple", "message", "");

	/** What is read of the metadata of the model's answer. */
	private static final Set<String> TOLD = Set.of("model_name", "finish_reason", "stop_reason");

	private final StateReader answers;

	private final Events events = new Events();

	private final ChunkWriter chunks;

	private final TextPath texts = new TextPath(this.events, this::isNothing, TextPath.FIRST, "content");

	private boolean answer;

	private long promptTokens;

	private long completionTokens;

	private @Nullable String reason;

	private boolean begun;

	private boolean finished;

	private boolean done;

	EventDecoder(StateReader answers) {
		this.answers = answers;
		this.chunks = new ChunkWriter(answers.created());
	}

	@Override
	public void frame(@Nullable String name, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		String event = (name != null) ? name : "";
		if (event.equals("end")) {
			this.done = true;
			return;
		}
		if (!event.equals("error") && !MESSAGES.contains(event)) {
			return;
		}
		String text = event.equals("error") ? null : text(bytes, offset, length);
		if (text != null) {
			this.chunks.about(null, this.answers.assistant());
			this.chunks.text(text, out);
			return;
		}
		if (event.equals("error")) {
			throw StateReader.failure(Values.fields(this.events.readValue(bytes, offset, length))).asException();
		}
		RunMessage message = this.events.readValue(EventDecoder::first, bytes, offset, length);
		if (message != null) {
			message(message, out);
		}
	}

	/** The message, of a pair with its metadata. */
	private static @Nullable RunMessage first(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_ARRAY || parser.nextToken() == JsonToken.END_ARRAY) {
			parser.skipChildren();
			return null;
		}
		RunMessage message = RunMessage.read(parser);
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			parser.skipChildren();
		}
		return message;
	}

	private @Nullable String text(byte[] bytes, int offset, int length) {
		this.answer = false;
		String text = this.begun ? this.texts.read(bytes, offset, length) : null;
		return this.answer ? text : null;
	}

	/** Whether a member tells nothing beside a piece of text. */
	private boolean isNothing(String name, JsonParser parser) {
		return switch (name) {
			case "additional_kwargs", "example", "invalid_tool_calls", "name", "tool_call_chunks", "tool_calls" -> true;
			case "id" -> TextPath.is(parser, this.chunks.id());
			case "response_metadata" -> isSilent(parser);
			case "type" -> {
				this.answer = TextPath.is(parser, "AIMessageChunk") || TextPath.is(parser, "ai");
				yield this.answer;
			}
			default -> false;
		};
	}

	/** Reads the object to its end. */
	private static boolean isSilent(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			return false;
		}
		boolean silent = true;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			silent &= !TOLD.contains(parser.currentName());
			parser.nextToken();
			parser.skipChildren();
		}
		return silent;
	}

	private void message(RunMessage message, Consumer<ChatChunk> out) {
		if (!message.isAnswer()) {
			return;
		}
		this.chunks.about(message.id(), message.model(this.answers.assistant()));
		if (!this.begun) {
			this.chunks.say(Delta.ofRole("assistant"), out);
			this.begun = true;
		}
		if (!message.text().isEmpty()) {
			this.chunks.say(Delta.ofContent(message.text()), out);
		}
		Usage usage = message.usage();
		if (usage != null) {
			this.promptTokens += usage.promptTokens();
			this.completionTokens += usage.completionTokens();
		}
		String told = message.reason();
		this.reason = (told != null) ? told : this.reason;
	}

	@Override
	public void end(Consumer<ChatChunk> out) {
		if (!this.begun) {
			throw ChunkWriter.endedEarly(false).asException();
		}
		if (this.finished) {
			return;
		}
		this.finished = true;
		this.chunks.finish(StateReader.finish(this.reason), this.reason, Map.of(), out);
		if (this.promptTokens + this.completionTokens > 0) {
			this.chunks.usage(Usage.of(this.promptTokens, this.completionTokens), out);
		}
	}

	@Override
	public void whole(WireReply reply, Consumer<ChatChunk> out) {
		out.accept(ChatChunk.of(this.answers.whole(reply)));
		this.begun = true;
		this.finished = true;
	}

	@Override
	public boolean isDone() {
		return this.done;
	}

}
