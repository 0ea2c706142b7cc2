package dev.litellm.dialect.gemini;

import java.util.ArrayList;
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
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.ChunkWriter;
import dev.litellm.dialect.Events;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.TextPath;
import dev.litellm.json.Values;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.WireReply;

/**
 * Decoder of Gemini's stream, whose events are answers in pieces, into OpenAI's chunks.
 */
final class EventDecoder implements FrameDecoder<ChatChunk> {

	private final GeminiErrors errors;

	private final AnswerReader answers;

	private final Map<Integer, OpenCandidate> candidates = new TreeMap<>();

	private final Events events = new Events();

	private final ChunkWriter chunks;

	private final TextPath texts = new TextPath(this.events, this::isNothing, "candidates", TextPath.ONLY, "content",
			"parts", TextPath.ONLY, "text");

	private @Nullable Object counted;

	/** The last event of mere text, whose tokens are read if no other tells them. */
	private byte[] last = new byte[0];

	private int lastLength;

	private @Nullable Object grounding;

	private @Nullable String tier;

	private boolean done;

	EventDecoder(GeminiErrors errors, AnswerReader answers) {
		this.errors = errors;
		this.answers = answers;
		this.chunks = new ChunkWriter(answers.created());
	}

	@Override
	public void frame(@Nullable String name, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		OpenCandidate only = (this.candidates.size() == 1 && this.tier == null) ? this.candidates.get(0) : null;
		String said = (only != null && only.isPlain()) ? this.texts.read(bytes, offset, length) : null;
		if (only != null && said != null) {
			keep(bytes, offset, length);
			only.text.append(said);
			if (!said.isEmpty()) {
				this.chunks.say(Delta.ofContent(said), out);
			}
			return;
		}
		Map<String, @Nullable Object> event = this.events.read(bytes, offset, length);
		Object error = event.get("error");
		if (error != null) {
			this.chunks.usage(usage(), out);
			throw this.errors.within(error).asException();
		}
		this.chunks.about(Values.text(event.get("responseId")), Values.text(event.get("modelVersion")));
		Object found = AnswerReader.grounding(event);
		this.grounding = (found != null) ? found : this.grounding;
		Object told = event.get("usageMetadata");
		if (Values.fields(told).get("promptTokenCount") != null) {
			this.counted = told;
			this.lastLength = 0;
		}
		if (this.candidates.isEmpty()) {
			this.tier = AnswerReader.serviceTier(event);
		}
		pieces(event, out);
	}

	/** Whether a member tells nothing beside a piece of text, or the tokens so far. */
	private boolean isNothing(String name, JsonParser parser) {
		return switch (name) {
			case "role", "usageMetadata" -> true;
			case "index" -> parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getIntValue() == 0;
			case "modelVersion" -> TextPath.is(parser, this.chunks.model());
			case "responseId" -> TextPath.is(parser, this.chunks.id());
			default -> false;
		};
	}

	private void keep(byte[] bytes, int offset, int length) {
		if (this.last.length < length) {
			this.last = new byte[length + length / 2];
		}
		System.arraycopy(bytes, offset, this.last, 0, length);
		this.lastLength = length;
	}

	private @Nullable Usage usage() {
		Object told = (this.lastLength > 0) ? this.events.read(this.last, 0, this.lastLength).get("usageMetadata")
				: null;
		return AnswerReader.usage((Values.fields(told).get("promptTokenCount") != null) ? told : this.counted,
				this.grounding);
	}

	private void pieces(Map<?, ?> event, Consumer<ChatChunk> out) {
		List<ChunkChoice> said = new ArrayList<>(1);
		List<ChunkChoice> ended = new ArrayList<>(0);
		for (Object item : AnswerReader.candidates(event)) {
			Map<?, ?> candidate = Values.fields(item);
			int index = AnswerReader.index(candidate, 0);
			OpenCandidate open = this.candidates.computeIfAbsent(index, (key) -> new OpenCandidate());
			Delta delta = open.delta(candidate);
			if (delta != null) {
				said.add(new ChunkChoice(index, delta, null, null, Map.of()));
			}
			String reason = Values.text(candidate.get("finishReason"));
			if (reason != null && !open.finished) {
				open.finished = true;
				ended.add(new ChunkChoice(index, Delta.empty(), AnswerReader.finish(reason, open.calls > 0), reason,
						AnswerReader.ending(candidate)));
			}
		}
		String blocked = AnswerReader.blocked(event);
		if (blocked != null && this.candidates.isEmpty()) {
			this.candidates.computeIfAbsent(0, (key) -> new OpenCandidate()).finished = true;
			ended.add(new ChunkChoice(0, Delta.ofRole("assistant"), FinishReason.CONTENT_FILTER, blocked, Map.of()));
		}
		Map<String, @Nullable Object> metadata = AnswerReader.metadata(event);
		if (this.tier != null && !said.isEmpty()) {
			metadata.put("service_tier", this.tier);
			this.tier = null;
		}
		if (!said.isEmpty() || !metadata.isEmpty()) {
			this.chunks.write(said, null, metadata, out);
		}
		if (!ended.isEmpty()) {
			this.chunks.write(ended, null, Map.of(), out);
		}
	}

	@Override
	public void end(Consumer<ChatChunk> out) {
		if (this.done) {
			return;
		}
		boolean begun = !this.candidates.isEmpty();
		if (!begun || this.candidates.values().stream().anyMatch((candidate) -> !candidate.finished)) {
			throw ChunkWriter.endedEarly(begun).asException();
		}
		this.done = true;
		this.chunks.usage(usage(), out);
	}

	@Override
	public void whole(WireReply reply, Consumer<ChatChunk> out) {
		WholeAnswer answer = Failures.read(reply, GenerateCodec.EXPECTED, WholeAnswer::read);
		Object error = answer.told().get("error");
		if (error != null) {
			throw this.errors.within(error).asException();
		}
		this.done = true;
		out.accept(ChatChunk.of(this.answers.whole(answer, reply.headers())));
	}

	@Override
	public boolean isDone() {
		return false;
	}

	/**
	 * A candidate between its first piece and its end.
	 */
	private static final class OpenCandidate {

		private final StringBuilder text = new StringBuilder();

		private @Nullable PartialCall call;

		private int calls;

		private int images;

		private boolean begun;

		private boolean finished;

		/** Whether a piece of text may follow that needs no more than to be said. */
		boolean isPlain() {
			return this.begun && !this.finished && this.call == null;
		}

		@Nullable Delta delta(Map<?, ?> candidate) {
			Pieces pieces = new Pieces(true, this.calls, this.images);
			for (Object item : AnswerReader.parts(candidate)) {
				if (item instanceof Map<?, ?> part) {
					add(part, pieces);
				}
			}
			if (this.call != null && candidate.get("finishReason") != null) {
				this.call.complete(pieces);
				this.call = null;
			}
			this.calls = pieces.nextCall();
			this.images = pieces.nextImage();
			this.text.append(pieces.text());
			Map<String, @Nullable Object> extra = pieces.extra();
			List<Object> annotations = Grounding.annotations(candidate.get("groundingMetadata"), this.text.toString());
			if (!annotations.isEmpty()) {
				extra.put("annotations", annotations);
			}
			Delta delta = new Delta(this.begun ? null : "assistant", pieces.text().isEmpty() ? null : pieces.text(),
					pieces.reasoning(), pieces.thinking(), pieces.calls(), extra);
			boolean first = !this.begun;
			this.begun = true;
			return (first || delta.hasContent()) ? delta : null;
		}

		private void add(Map<?, ?> part, Pieces pieces) {
			if (!(part.get("functionCall") instanceof Map<?, ?> piece)) {
				pieces.add(part);
				return;
			}
			boolean more = Boolean.TRUE.equals(piece.get("willContinue"));
			if (this.call == null && !more) {
				pieces.add(part);
				return;
			}
			if (this.call == null) {
				this.call = new PartialCall(piece, Values.text(part.get("thoughtSignature")));
			}
			this.call.add(piece);
			if (!more && piece.get("partialArgs") == null) {
				this.call.complete(pieces);
				this.call = null;
			}
		}

	}

}
