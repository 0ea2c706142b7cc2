package dev.litellm.dialect.prompt;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.JoinedText;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Leaves;
import dev.litellm.json.Members;
import dev.litellm.json.Tokens;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;

/**
 * A prediction of Replicate's, as it stands.
 *
 * @param id its id
 * @param output what has come of it so far
 * @param told what else is read of it; the input that it repeats, for example, is not
 */
record Prediction(String id, String output, Map<?, ?> told) {

	private static final String EXPECTED = "a prediction";

	private static final Leaves URLS = Leaves.of("stream");

	private static final Leaves METRICS = Leaves.of("input_token_count", "output_token_count");

	private static final List<String> CONTEXT_WINDOW = List.of("exceeds maximum input length", "prompttoolong",
			"maximum context length", "context window");

	private static final List<String> CONTENT_POLICY = List.of("flagged as sensitive", "(e005)", "nsfw");

	static Prediction of(WireReply reply) {
		Prediction prediction = Failures.read(reply, EXPECTED, Prediction::read);
		if (prediction.id.isEmpty()) {
			throw Failures.invalid(reply, EXPECTED, "no id").asException();
		}
		return prediction;
	}

	private static Prediction read(JsonParser parser) {
		String id = null;
		String output = "";
		Members told = new Members(6);
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "id" -> id = Tokens.text(parser);
				case "output" -> output = text(parser);
				case "status", "model", "error" -> told.put(name, Tokens.text(parser));
				case "urls" -> told.putAll(URLS.read(parser));
				case "metrics" -> told.putAll(METRICS.read(parser));
				default -> parser.skipChildren();
			}
		}
		return new Prediction((id != null) ? id : "", output, told);
	}

	private String status() {
		return Values.text(this.told.get("status"), "");
	}

	boolean isRunning() {
		return switch (status()) {
			case "succeeded", "failed", "canceled", "aborted" -> false;
			default -> true;
		};
	}

	@Nullable String model() {
		return Values.text(this.told.get("model"));
	}

	/**
	 * Return where the output is streamed.
	 * @return the address, or null where it is not
	 */
	@Nullable URI stream() {
		String url = Values.text(this.told.get("stream"), "");
		try {
			return (url.startsWith("https://") || url.startsWith("http://")) ? URI.create(url) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Return what has come of a prediction that has ended.
	 * @param now the time, in seconds since 1970
	 * @return the answer
	 * @throws dev.litellm.error.FailureException if it has not succeeded
	 */
	ChatResponse answer(long now) {
		if (!status().equals("succeeded")) {
			throw (isRunning() ? Failure.of(ErrorKind.INVALID_RESPONSE, "the prediction still runs")
					: failure(status(), Values.text(this.told.get("error"))))
				.asException();
		}
		return Texts.answer(this.output, new Texts.About(this.id, now, model(), null, usage()));
	}

	/**
	 * Return the failure of a prediction.
	 * @param status how it has ended
	 * @param error what it says of that, or null
	 * @return the failure
	 */
	static Failure failure(String status, @Nullable String error) {
		if (error == null && !status.equals("failed")) {
			return Failure.of(ErrorKind.CANCELLED, "the prediction was " + status + " at Replicate");
		}
		String message = (error != null && !error.isBlank()) ? error : "the prediction failed without saying why";
		String text = message.toLowerCase(Locale.ROOT);
		if (CONTEXT_WINDOW.stream().anyMatch(text::contains)) {
			return failure(ErrorKind.CONTEXT_WINDOW_EXCEEDED, message, 400);
		}
		return CONTENT_POLICY.stream().anyMatch(text::contains)
				? failure(ErrorKind.CONTENT_POLICY_VIOLATION, message, 400)
				: failure(ErrorKind.INTERNAL_SERVER, message, 500);
	}

	private static Failure failure(ErrorKind kind, String message, int status) {
		return new Failure(kind, Failures.excerpt(message), status, null, null, null, null);
	}

	/** An output is a text, or a list of its pieces. */
	private static String text(JsonParser parser) {
		return switch (parser.currentToken()) {
			case START_ARRAY -> {
				JoinedText text = new JoinedText();
				while (parser.nextToken() != JsonToken.END_ARRAY) {
					text.add(text(parser));
				}
				yield text.toString();
			}
			case VALUE_STRING -> parser.getString();
			case VALUE_NULL -> "";
			default -> Tokens.json(parser);
		};
	}

	private @Nullable Usage usage() {
		return (this.told.get("output_token_count") instanceof Number generated)
				? Usage.of(Values.number(this.told.get("input_token_count")), generated.longValue()) : null;
	}

}
