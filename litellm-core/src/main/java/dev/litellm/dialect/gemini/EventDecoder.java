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
import dev.litellm.dialect.TextPath;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.WireReply;

/**
 * Decoder of Gemini's stream, whose events are answers in pieces, into OpenAI's chunks.
 */
final class EventDecoder implements FrameDecoder<ChatChunk> {

	private final GeminiErrors errors;

	private final long created;

	private final Map<Integer, OpenCandidate> candidates = new TreeMap<>();

	private final Events events = new Events();

	private final ChunkWriter chunks;

	private final TextPath texts = new TextPath(this.events, this::isNothing, "candidates", TextPath.ONLY, "content",
			"parts", TextPath.ONLY, "text");

	private @Nullable UsageReader counted;

	/** The last event of mere text, whose tokens are read if no other tells them. */
	private byte[] last = new byte[0];

	private int lastLength;

	private @Nullable Object grounding;

	private @Nullable String tier;

	private boolean done;

	EventDecoder(GeminiErrors errors, long created) {
		this.errors = errors;
		this.created = created;
		this.chunks = new ChunkWriter(created);
	}

	@Override
	public void frame(@Nullable String name, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		OpenCandidate only = (this.candidates.size() == 1 && this.tier == null) ? this.candidates.get(0) : null;
		String said = (only != null && only.isPlain()) ? this.texts.read(bytes, offset, length) : null;
		if (only != null && said != null) {
			keep(bytes, offset, length);
			only.add(said);
			this.chunks.text(said, out);
			return;
		}
		Answer event = this.events.read(Answer::read, bytes, offset, length);
		if (event.error() != null) {
			this.chunks.usage(usage(), out);
			throw this.errors.within(event.error()).asException();
		}
		this.chunks.about(event.id(), event.model());
		Object found = event.grounding();
		this.grounding = (found != null) ? found : this.grounding;
		if (event.usage() != null && event.usage().isTold()) {
			this.counted = event.usage();
			this.lastLength = 0;
		}
		if (this.candidates.isEmpty()) {
			this.tier = event.tier();
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
		UsageReader told = (this.lastLength > 0) ? this.events.read(Answer::read, this.last, 0, this.lastLength).usage()
				: null;
		UsageReader usage = (told != null && told.isTold()) ? told : this.counted;
		return (usage != null) ? usage.usage(this.grounding) : null;
	}

	private void pieces(Answer event, Consumer<ChatChunk> out) {
		List<ChunkChoice> said = new ArrayList<>(1);
		List<ChunkChoice> ended = new ArrayList<>(0);
		for (Candidate candidate : event.candidates()) {
			int index = candidate.index(0);
			OpenCandidate open = this.candidates.computeIfAbsent(index, (key) -> new OpenCandidate());
			Delta delta = open.add(candidate);
			if (delta != null) {
				said.add(new ChunkChoice(index, delta, null, null, Map.of()));
			}
			if (candidate.reason() != null && !open.isFinished()) {
				open.finish();
				ended.add(new ChunkChoice(index, Delta.empty(), candidate.finish(open.isCalling()), candidate.reason(),
						candidate.ending()));
			}
		}
		String blocked = event.blocked();
		if (blocked != null && this.candidates.isEmpty()) {
			this.candidates.computeIfAbsent(0, (key) -> new OpenCandidate()).finish();
			ended.add(new ChunkChoice(0, Delta.ofRole("assistant"), FinishReason.CONTENT_FILTER, blocked, Map.of()));
		}
		Map<String, @Nullable Object> metadata = event.metadata();
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
		if (!begun || !this.candidates.values().stream().allMatch(OpenCandidate::isFinished)) {
			throw ChunkWriter.endedEarly(begun).asException();
		}
		this.done = true;
		this.chunks.usage(usage(), out);
	}

	@Override
	public void whole(WireReply reply, Consumer<ChatChunk> out) {
		Answer answer = Answer.whole(reply, this.errors);
		this.done = true;
		out.accept(ChatChunk.of(answer.response(this.created, reply.headers())));
	}

	@Override
	public boolean isDone() {
		return false;
	}

}
