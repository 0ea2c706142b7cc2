package dev.litellm.dialect.oci;

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
import dev.litellm.json.Values;
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
		Map<String, @Nullable Object> event = this.events.read(bytes, offset, length);
		if (OciErrors.isError(event)) {
			throw this.errors.within(event).asException();
		}
		if (event.get("apiFormat") instanceof String told) {
			this.format = told;
		}
		int index = (int) Values.number(event.get("index"));
		if (event.get("message") instanceof Map<?, ?> message && "COHEREV2".equals(this.format)) {
			this.answers.checkFinished(Values.text(event.get("finishReason")), event);
			choice(index, choice(index).cohereV2(message, event.get("finishReason") != null), event, out);
		}
		else if (event.get("message") instanceof Map<?, ?> message) {
			choice(index, choice(index).generic(message), event, out);
		}
		else if (event.containsKey("text") || event.containsKey("toolCalls") || event.containsKey("finishReason")) {
			this.answers.checkFinished(Values.text(event.get("finishReason")), event);
			choice(index, choice(index).cohere(event), event, out);
		}
		this.chunks.usage(AnswerReader.usage(event.get("usage")), out);
		if (this.texts == null) {
			this.texts = (event.get("message") instanceof Map<?, ?>)
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

	private void choice(int index, Delta delta, Map<?, ?> event, Consumer<ChatChunk> out) {
		OpenChoice choice = choice(index);
		String reason = Values.text(event.get("finishReason"));
		boolean finishes = reason != null && !choice.finished;
		choice.finished |= finishes;
		if (delta.hasContent() || delta.role() != null) {
			this.chunks.write(List.of(new ChunkChoice(index, delta, null, null, Map.of())), null, Map.of(), out);
		}
		if (finishes) {
			this.chunks.write(List.of(new ChunkChoice(index, Delta.empty(),
					AnswerReader.finish(reason, choice.hasCalls()), reason, Map.of())), null, Map.of(), out);
		}
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
