package dev.litellm.dialect.prompt;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.Events;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.TextPath;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;

/**
 * Decoder of watsonx's stream of generations: an event for each token, the count of the
 * prompt's tokens with the first, that of the answer's with each.
 */
final class WatsonxDecoder extends TextDecoder {

	private static final String NOT_YET = "not_finished";

	/** How deep in an event a result's members stand. */
	private static final int RESULT = 3;

	private final Events events = new Events();

	private final TextPath texts = new TextPath(this.events, this::isNothing, "results", TextPath.FIRST,
			"generated_text");

	private long input;

	private long output;

	/** What the event that is being read counts. */
	private int counted;

	WatsonxDecoder(long created, Function<WireReply, ChatResponse> whole) {
		super(created, null, whole);
	}

	@Override
	public void frame(@Nullable String name, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		this.counted = 0;
		if (!"error".equals(name) && piece(this.texts, bytes, offset, length, out)) {
			this.output = Math.max(this.output, this.counted);
			return;
		}
		Map<String, @Nullable Object> event = this.events.read(WatsonxCodec.READ::read, bytes, offset, length);
		if (event.get("errors") instanceof List<?> || "error".equals(name)) {
			fail(this.events.read(bytes, offset, length), "error".equals(name));
		}
		chunks().about(null, Values.text(event.get("model_id")));
		this.input = Math.max(this.input, Values.number(event.get(WatsonxCodec.INPUT)));
		this.output = Math.max(this.output, Values.number(event.get(WatsonxCodec.OUTPUT)));
		if (event.get(WatsonxCodec.TEXT) instanceof String text) {
			piece(text, out);
		}
		String reason = Values.text(event.get(WatsonxCodec.REASON));
		if (reason != null && !reason.equals(NOT_YET)) {
			finish(reason, Usage.of(this.input, this.output), out);
		}
	}

	private static void fail(Map<?, ?> event, boolean named) {
		List<?> errors = Values.items(event.get("errors"));
		if (errors.isEmpty() && !named) {
			return;
		}
		Map<?, ?> error = errors.isEmpty() ? event : Values.fields(errors.get(0));
		int status = (int) Values.number(event.get("status_code"));
		throw new Failure(ErrorKind.ofStatus((status >= 400) ? status : 500),
				Failures.excerpt(Values.text(error.get("message"), Json.text(event))), (status >= 400) ? status : 500,
				Values.text(error.get("code")), null, null, null)
			.asException();
	}

	/** Whether a member tells nothing beside a piece of text. */
	private boolean isNothing(String name, JsonParser parser) {
		return switch (name) {
			case "created_at", "model_version" -> true;
			case "model_id" -> TextPath.is(parser, chunks().model());
			case "input_token_count" -> isCount(parser) && parser.getIntValue() <= this.input;
			case "generated_token_count" -> {
				boolean count = isCount(parser);
				this.counted = count ? parser.getIntValue() : 0;
				yield count;
			}
			case "stop_reason" -> TextPath.is(parser, NOT_YET);
			default -> false;
		};
	}

	private static boolean isCount(JsonParser parser) {
		return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
				&& parser.streamReadContext().getNestingDepth() == RESULT;
	}

}
