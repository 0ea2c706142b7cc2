package dev.litellm.dialect.ollama;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChunkChoice;
import dev.litellm.chat.Delta;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ChunkWriter;
import dev.litellm.dialect.Events;
import dev.litellm.dialect.TextPath;
import dev.litellm.dialect.ThinkTags;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.WireReply;

/**
 * Decoder of Ollama's stream of lines into OpenAI's chunks.
 */
final class LineDecoder implements FrameDecoder<ChatChunk> {

	private final OllamaErrors errors;

	private final Events lines = new Events();

	private final ThinkTags tags = new ThinkTags();

	private final long now;

	private final TextPath texts = new TextPath(this.lines, this::isNothing, "message", "content");

	private @Nullable ChunkWriter writer;

	private int calls;

	private boolean done;

	LineDecoder(OllamaErrors errors, long now) {
		this.errors = errors;
		this.now = now;
	}

	@Override
	public void frame(@Nullable String name, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		if (this.done) {
			return;
		}
		String text = (this.writer != null) ? this.texts.read(bytes, offset, length) : null;
		if (this.writer != null && text != null) {
			say(text, this.writer, out);
			return;
		}
		Line line = this.lines.read(Line::read, bytes, offset, length);
		if (line.error() != null) {
			throw this.errors.within(line.error()).asException();
		}
		take(line, out);
	}

	/** Whether a member tells nothing beside a piece of text. */
	private boolean isNothing(String name, JsonParser parser) {
		return switch (name) {
			case "created_at", "role", "remote_model", "remote_host" -> true;
			case "model" -> this.writer != null && TextPath.is(parser, this.writer.model());
			case "done" -> parser.currentToken() == JsonToken.VALUE_FALSE;
			default -> false;
		};
	}

	private void say(String text, ChunkWriter chunks, Consumer<ChatChunk> out) {
		ThinkTags.Split split = this.tags.next(text);
		if (split == null) {
			chunks.text(text, out);
		}
		else if (!split.isEmpty()) {
			chunks.say(delta(split), out);
		}
	}

	private static Delta delta(ThinkTags.Split split) {
		return new Delta(null, orNull(split.content()), orNull(split.reasoning()), List.of(), List.of(), Map.of());
	}

	private void take(Line line, Consumer<ChatChunk> out) {
		ChunkWriter chunks = this.writer;
		boolean first = chunks == null;
		if (chunks == null) {
			chunks = new ChunkWriter(line.created(this.now));
			this.writer = chunks;
		}
		chunks.about(null, line.model());
		Delta delta = delta(line, first);
		if (first || delta.hasContent()) {
			chunks.write(List.of(new ChunkChoice(0, delta, null, null, line.isDone() ? Map.of() : line.logprobs())),
					null, Map.of(), out);
		}
		if (line.isDone()) {
			this.done = true;
			chunks.finish(line.finish(this.calls > 0), line.reason(), line.logprobs(), out);
			chunks.write(List.of(), line.usage(), line.extra(), out);
		}
	}

	private Delta delta(Line line, boolean first) {
		Said said = line.said();
		String content = said.text();
		String thinking = said.thinking();
		ThinkTags.Split split = (content != null && thinking == null) ? this.tags.next(content) : null;
		if (split != null) {
			content = split.content();
			thinking = split.reasoning();
		}
		if (line.isDone()) {
			ThinkTags.Split rest = this.tags.end();
			content = joined(content, rest.content());
			thinking = joined(thinking, rest.reasoning());
		}
		List<ToolCall> pieces = said.calls(this.calls);
		this.calls += pieces.size();
		return new Delta(first ? "assistant" : null, orNull(content), orNull(thinking), List.of(), pieces,
				said.images());
	}

	private static @Nullable String joined(@Nullable String text, String more) {
		return (text == null || more.isEmpty()) ? ((text != null) ? text : more) : text + more;
	}

	private static @Nullable String orNull(@Nullable String text) {
		return (text == null || text.isEmpty()) ? null : text;
	}

	@Override
	public void end(Consumer<ChatChunk> out) {
		if (this.done) {
			return;
		}
		ThinkTags.Split rest = this.tags.end();
		if (!rest.isEmpty() && this.writer != null) {
			this.writer.say(delta(rest), out);
		}
		throw ChunkWriter.endedEarly(this.writer != null).asException();
	}

	@Override
	public void whole(WireReply reply, Consumer<ChatChunk> out) {
		frame(null, reply.body(), 0, reply.body().length, out);
		end(out);
	}

	@Override
	public boolean isDone() {
		return this.done;
	}

}
