package dev.litellm.dialect.oci;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChunkChoice;
import dev.litellm.chat.Delta;
import dev.litellm.dialect.ChunkWriter;
import dev.litellm.dialect.Events;
import dev.litellm.dialect.TextPath;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.WireReply;

/**
 * Decoder of streams in any format into OpenAI's chunks.
 */
final class EventDecoder implements FrameDecoder<ChatChunk> {

	private final OciErrors errors;

	private final AnswerReader answers;

	private final Map<Integer, OpenChoice> choices = new TreeMap<>();

	private final Events events = new Events();

	private final ChunkWriter chunks;

	private @Nullable TextPath texts;

	/** The format of the last event that told it. */
	private @Nullable String format;

	private boolean done;

	/**
	 * Create a decoder.
	 * @param errors tells errors within the stream
	 * @param answers reads what both formats have in common
	 * @param model the model that was asked, since events tell none
	 */
	EventDecoder(OciErrors errors, AnswerReader answers, String model) {
		this.errors = errors;
		this.answers = answers;
		this.chunks = new ChunkWriter(answers.created());
		this.chunks.about(null, model);
	}

	@Override
	public void frame(@Nullable String name, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		if (Events.isDone(bytes, offset, length)) {
			this.done = true;
			return;
		}
		OpenChoice first = (this.texts != null) ? this.choices.get(0) : null;
		String text = (this.texts != null && first != null) ? this.texts.read(bytes, offset, length) : null;
		if (first != null && text != null) {
			first.add(text);
			this.chunks.text(text, out);
			return;
		}
		Told event = this.events.read(Told::read, bytes, offset, length);
		if (event.isError()) {
			throw this.errors.within(event.code, Arrays.copyOfRange(bytes, offset, offset + length)).asException();
		}
		this.format = (event.format != null) ? event.format : this.format;
		Said message = event.message;
		boolean last = event.reason != null;
		if (message != null && !"COHEREV2".equals(this.format)) {
			choice(event, choice(event.index).generic(message), out);
		}
		else if (message != null) {
			this.answers.checkFinished(event);
			choice(event, choice(event.index).cohereV2(message, last), out);
		}
		else if (event.inline.isTold() || last) {
			this.answers.checkFinished(event);
			choice(event, choice(event.index).cohere(event.inline, last), out);
		}
		this.chunks.usage(event.usage, out);
		if (this.texts == null) {
			this.texts = (message != null)
					? new TextPath(this.events, this::isNothing, "message", "content", TextPath.ONLY, "text")
					: new TextPath(this.events, this::isNothing, "text");
		}
	}

	/** Whether a member tells nothing beside a piece of text. */
	private boolean isNothing(String name, JsonParser parser) {
		return switch (name) {
			case "pad", "role", "type" -> true;
			case "apiFormat" -> TextPath.is(parser, this.format);
			case "index" -> parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getIntValue() == 0;
			default -> false;
		};
	}

	private OpenChoice choice(int index) {
		return this.choices.computeIfAbsent(index, (key) -> new OpenChoice());
	}

	private void choice(Told event, Delta delta, Consumer<ChatChunk> out) {
		OpenChoice choice = choice(event.index);
		String reason = event.reason;
		boolean finishes = reason != null && !choice.finished;
		choice.finished |= finishes;
		if (delta.hasContent() || delta.role() != null) {
			write(new ChunkChoice(event.index, delta, null, null, Map.of()), out);
		}
		if (finishes) {
			write(new ChunkChoice(event.index, Delta.empty(), AnswerReader.finish(reason, choice.hasCalls()), reason,
					Map.of()), out);
		}
	}

	private void write(ChunkChoice choice, Consumer<ChatChunk> out) {
		this.chunks.write(List.of(choice), null, Map.of(), out);
	}

	@Override
	public void end(Consumer<ChatChunk> out) {
		boolean unfinished = this.choices.isEmpty()
				|| this.choices.values().stream().anyMatch((choice) -> !choice.finished);
		if (unfinished && !(this.done && !this.choices.isEmpty())) {
			throw ChunkWriter.endedEarly(!this.choices.isEmpty()).asException();
		}
	}

	@Override
	public void whole(WireReply reply, Consumer<ChatChunk> out) {
		ChatChunk chunk = ChatChunk.of(this.answers.whole(reply));
		this.choices.computeIfAbsent(0, (key) -> new OpenChoice()).finished = true;
		out.accept(chunk);
	}

	@Override
	public boolean isDone() {
		return this.done;
	}

}
