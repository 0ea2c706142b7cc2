package dev.litellm.dialect.a2a;

import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Delta;
import dev.litellm.chat.FinishReason;
import dev.litellm.dialect.ChunkWriter;
import dev.litellm.dialect.EndingDecoder;
import dev.litellm.dialect.Events;
import dev.litellm.transport.WireReply;

/**
 * Decoder of an agent's stream: pieces of artifacts, and how the task stands.
 */
final class EventDecoder extends EndingDecoder {

	private final ChunkWriter chunks;

	private final Events events = new Events();

	private final ArtifactTexts texts = new ArtifactTexts(this.events);

	private final long created;

	private final String model;

	private boolean said;

	EventDecoder(long created, String model) {
		this.chunks = new ChunkWriter(created);
		this.chunks.about(null, model);
		this.created = created;
		this.model = model;
	}

	@Override
	public void frame(@Nullable String name, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		String piece = this.texts.read(bytes, offset, length);
		if (piece != null) {
			begin(out);
			say(piece, out);
			return;
		}
		Answer answer = this.events.read(Answer::read, bytes, offset, length).result();
		String state = answer.state();
		String artifact = answer.artifact();
		answer.check();
		begin(out);
		if (artifact != null) {
			say(artifact, out);
		}
		else if (state.isEmpty()) {
			say(answer.text(), out);
			if (answer.isMessage()) {
				finish(null, out);
			}
		}
		else if (!state.equals("submitted") && !state.equals("working")) {
			if (!this.said) {
				say(answer.text(), out);
			}
			finish(state, out);
		}
	}

	private void begin(Consumer<ChatChunk> out) {
		if (!isBegun()) {
			begin();
			this.chunks.say(Delta.ofRole("assistant"), out);
		}
	}

	private void say(String text, Consumer<ChatChunk> out) {
		if (!text.isEmpty()) {
			this.said = true;
			this.chunks.say(Delta.ofContent(text), out);
		}
	}

	private void finish(@Nullable String state, Consumer<ChatChunk> out) {
		if (!isDone()) {
			finish();
			this.chunks.finish(FinishReason.STOP, state, Map.of(), out);
		}
	}

	@Override
	public void whole(WireReply reply, Consumer<ChatChunk> out) {
		ChatResponse response = Answer.of(reply).response(this.model, this.created);
		finish();
		out.accept(ChatChunk.of(response));
	}

}
