package dev.litellm.dialect.gemini;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.Usage;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.WireReply;

/**
 * Decoder of Gemini's stream, whose events are answers in pieces, into OpenAI's chunks.
 */
final class EventDecoder implements FrameDecoder<ChatChunk> {

	private final GeminiErrors errors;

	private final AnswerReader answers;

	private final Map<Integer, OpenCandidate> candidates = new TreeMap<>();

	private @Nullable String id;

	private @Nullable String model;

	private @Nullable Usage usage;

	private @Nullable Object grounding;

	private @Nullable String tier;

	private boolean done;

	EventDecoder(GeminiErrors errors, AnswerReader answers) {
		this.errors = errors;
		this.answers = answers;
	}

	@Override
	public void frame(@Nullable String name, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		Map<String, @Nullable Object> event = read(bytes, offset, length);
		Object error = event.get("error");
		if (error != null) {
			tell(out);
			throw this.errors.within(error).asException();
		}
		String given = AnswerReader.string(event.get("responseId"));
		this.id = (given != null) ? given : this.id;
		String version = AnswerReader.string(event.get("modelVersion"));
		this.model = (version != null) ? version : this.model;
		Object found = AnswerReader.grounding(event);
		this.grounding = (found != null) ? found : this.grounding;
		Usage counted = AnswerReader.usage(event, this.grounding);
		this.usage = (counted != null) ? counted : this.usage;
		if (this.candidates.isEmpty()) {
			this.tier = AnswerReader.serviceTier(event);
		}
		pieces(event, out);
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
							+ GeminiErrors.excerpt(new String(bytes, offset, length, StandardCharsets.UTF_8)))
			.asException();
	}

	private void pieces(Map<?, ?> event, Consumer<ChatChunk> out) {
		List<ChunkChoice> said = new ArrayList<>();
		List<ChunkChoice> ended = new ArrayList<>();
		for (Map<?, ?> candidate : AnswerReader.candidates(event)) {
			int index = AnswerReader.index(candidate, 0);
			OpenCandidate open = this.candidates.computeIfAbsent(index, (key) -> new OpenCandidate());
			Delta delta = open.delta(candidate);
			if (delta != null) {
				said.add(new ChunkChoice(index, delta, null, null, Map.of()));
			}
			String reason = AnswerReader.string(candidate.get("finishReason"));
			if (reason != null && !open.finished) {
				open.finished = true;
				ended.add(new ChunkChoice(index, Delta.empty(), AnswerReader.finish(reason, open.calls > 0), reason,
						AnswerReader.ending(candidate)));
			}
		}
		String blocked = AnswerReader.blocked(event);
		if (blocked != null && this.candidates.isEmpty()) {
			this.candidates.computeIfAbsent(0, (key) -> new OpenCandidate()).finished = true;
			ended.add(new ChunkChoice(0, new Delta("assistant", null, null, List.of(), List.of(), Map.of()),
					FinishReason.CONTENT_FILTER, blocked, Map.of()));
		}
		Map<String, @Nullable Object> metadata = AnswerReader.metadata(event);
		if (this.tier != null && !said.isEmpty()) {
			metadata.put("service_tier", this.tier);
			this.tier = null;
		}
		if (!said.isEmpty() || !metadata.isEmpty()) {
			out.accept(chunk(said, null, metadata));
		}
		if (!ended.isEmpty()) {
			out.accept(chunk(ended, null, Map.of()));
		}
	}

	private ChatChunk chunk(List<ChunkChoice> choices, @Nullable Usage usage, Map<String, @Nullable Object> extra) {
		return new ChatChunk(this.id, this.answers.created(), this.model, choices, usage, extra);
	}

	@Override
	public void end(Consumer<ChatChunk> out) {
		if (this.done) {
			return;
		}
		boolean begun = !this.candidates.isEmpty();
		if (!begun || this.candidates.values().stream().anyMatch((candidate) -> !candidate.finished)) {
			throw Failure
				.of(ErrorKind.CONNECTION,
						begun ? "the stream ended before the answer did" : "the stream ended before it began")
				.asException();
		}
		this.done = true;
		tell(out);
	}

	private void tell(Consumer<ChatChunk> out) {
		if (this.usage != null) {
			out.accept(chunk(List.of(), this.usage, Map.of()));
		}
	}

	@Override
	public void whole(WireReply reply, Consumer<ChatChunk> out) {
		Map<String, @Nullable Object> answer = read(reply.body(), 0, reply.body().length);
		Object error = answer.get("error");
		if (error != null) {
			throw this.errors.within(error).asException();
		}
		this.done = true;
		ChatResponse response = this.answers.whole(answer, reply.headers());
		List<ChunkChoice> choices = new ArrayList<>();
		for (Choice choice : response.choices()) {
			Delta delta = new Delta("assistant", choice.message().content(), choice.message().reasoningContent(),
					choice.message().thinkingBlocks(), choice.message().toolCalls(), choice.message().extra());
			choices.add(new ChunkChoice(choice.index(), delta, choice.finishReason(), choice.nativeFinishReason(),
					choice.extra()));
		}
		out.accept(new ChatChunk(response.id(), response.created(), response.model(), choices, response.usage(),
				response.extra()));
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
				this.call = new PartialCall(piece, AnswerReader.string(part.get("thoughtSignature")));
			}
			this.call.add(piece);
			if (!more && piece.get("partialArgs") == null) {
				this.call.complete(pieces);
				this.call = null;
			}
		}

	}

}
