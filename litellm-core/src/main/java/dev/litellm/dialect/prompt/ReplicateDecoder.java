package dev.litellm.dialect.prompt;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;
import dev.litellm.json.Json;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;

/**
 * Decoder of Replicate's stream: pieces of plain text, then how the prediction has ended.
 */
final class ReplicateDecoder extends TextDecoder {

	ReplicateDecoder(Prediction prediction, long created, Function<WireReply, ChatResponse> whole) {
		super(created, null, whole);
		chunks().about(prediction.id(), prediction.model());
	}

	@Override
	public void frame(@Nullable String name, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		String data = new String(bytes, offset, length, StandardCharsets.UTF_8);
		switch ((name != null) ? name : "") {
			case "output" -> piece(data, out);
			case "error" ->
				throw Prediction.failure("failed", Values.text(fields(data).get("detail"), data)).asException();
			case "done" -> done(Values.text(fields(data).get("reason"), ""), out);
			default -> {
			}
		}
	}

	private void done(String reason, Consumer<ChatChunk> out) {
		if (reason.equals("error")) {
			throw Prediction.failure("failed", null).asException();
		}
		if (!reason.isEmpty()) {
			throw Prediction.failure(reason, null).asException();
		}
		finish(null, null, out);
	}

	private static Map<?, ?> fields(String data) {
		try {
			return Values.fields(Json.read(data));
		}
		catch (JacksonException ex) {
			return Map.of();
		}
	}

}
