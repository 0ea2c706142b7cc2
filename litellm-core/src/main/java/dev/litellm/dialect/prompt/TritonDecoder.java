package dev.litellm.dialect.prompt;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Events;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.TextPath;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.json.Leaves;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;

/**
 * Decoder of Triton's stream, which ends where the connection does.
 */
final class TritonDecoder extends TextDecoder {

	private static final Leaves READ = Leaves.of("text_output", "model_name", "error");

	private final Events events = new Events();

	private final TextPath texts = new TextPath(this.events, this::isNothing, "text_output");

	TritonDecoder(long created, Function<WireReply, ChatResponse> whole) {
		super(created, null, whole);
	}

	@Override
	public void frame(@Nullable String name, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		if (piece(this.texts, bytes, offset, length, out)) {
			return;
		}
		Map<String, @Nullable Object> event = this.events.read(READ::read, bytes, offset, length);
		if (event.get("error") != null) {
			Object error = this.events.read(bytes, offset, length).get("error");
			throw new Failure(ErrorKind.INTERNAL_SERVER, Failures.excerpt(Values.text(error, Json.text(error))), 500,
					null, null, null, null)
				.asException();
		}
		chunks().about(null, Values.text(event.get("model_name")));
		if (event.get("text_output") instanceof String text) {
			piece(text, out);
		}
	}

	/** Whether a member tells nothing beside a piece of text. */
	private boolean isNothing(String name, JsonParser parser) {
		return switch (name) {
			case "model_version", "sequence_end", "sequence_id", "sequence_start" -> true;
			case "model_name" -> TextPath.is(parser, chunks().model());
			default -> false;
		};
	}

	@Override
	public void end(Consumer<ChatChunk> out) {
		if (isBegun() && !isDone()) {
			finish(null, null, out);
		}
		super.end(out);
	}

}
