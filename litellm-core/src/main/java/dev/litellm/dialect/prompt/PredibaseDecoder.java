package dev.litellm.dialect.prompt;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Events;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.TextPath;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;

/**
 * Decoder of Predibase's stream: an event for each token, the details with the last.
 */
final class PredibaseDecoder extends TextDecoder {

	private final Events events = new Events();

	private final TextPath texts = new TextPath(this.events, PredibaseDecoder::isNothing, "token", "text");

	PredibaseDecoder(long created, String model, Function<WireReply, ChatResponse> whole) {
		super(created, model, whole);
	}

	@Override
	public void frame(@Nullable String name, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		if (piece(this.texts, bytes, offset, length, out)) {
			return;
		}
		Map<String, @Nullable Object> event = this.events.read(PredibaseCodec.READ::read, bytes, offset, length);
		if (event.get("error") != null) {
			throw failure(this.events.read(bytes, offset, length)).asException();
		}
		if (!Boolean.TRUE.equals(event.get("token.special")) && event.get("token.text") instanceof String text) {
			piece(text, out);
		}
		if (event.get("details") instanceof Map<?, ?>) {
			finish(Values.text(event.get("details.finish_reason")), PredibaseCodec.usage(event), out);
		}
	}

	private static Failure failure(Map<?, ?> event) {
		boolean busy = "overloaded".equals(event.get("error_type"));
		return new Failure(busy ? ErrorKind.RATE_LIMIT : ErrorKind.INTERNAL_SERVER,
				Failures.excerpt(Values.text(event.get("error"), Json.text(event.get("error")))), busy ? 429 : 500,
				Values.text(event.get("error_type")), null, null, null);
	}

	/** Whether a member tells nothing beside a piece of text. */
	private static boolean isNothing(String name, JsonParser parser) {
		return switch (name) {
			case "generated_text", "id", "index", "logprob", "top_tokens" -> true;
			case "special" -> parser.currentToken() == JsonToken.VALUE_FALSE;
			default -> false;
		};
	}

}
