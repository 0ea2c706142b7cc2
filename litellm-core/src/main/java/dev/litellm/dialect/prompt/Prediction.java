package dev.litellm.dialect.prompt;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.Failures;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;

/**
 * A prediction of Replicate's, as it stands.
 *
 * @param id its id
 * @param fields what is read of it
 */
record Prediction(String id, Map<?, ?> fields) {

	private static final String EXPECTED = "a prediction";

	/** What is read of a prediction; the input that it repeats, for example, is not. */
	private static final Set<String> READ = Set.of("id", "model", "status", "error", "output", "urls", "metrics");

	private static final List<String> CONTEXT_WINDOW = List.of("exceeds maximum input length", "prompttoolong",
			"maximum context length", "context window");

	private static final List<String> CONTENT_POLICY = List.of("flagged as sensitive", "(e005)", "nsfw");

	static Prediction of(WireReply reply) {
		Map<?, ?> fields = Failures.object(reply, EXPECTED, READ);
		if (!(fields.get("id") instanceof String id) || id.isEmpty()) {
			throw Failures.invalid(reply, EXPECTED, "no id").asException();
		}
		return new Prediction(id, fields);
	}

	private String status() {
		return Values.text(this.fields.get("status"), "");
	}

	boolean isRunning() {
		return switch (status()) {
			case "succeeded", "failed", "canceled", "aborted" -> false;
			default -> true;
		};
	}

	@Nullable String model() {
		return Values.text(this.fields.get("model"));
	}

	/**
	 * Return where the output is streamed.
	 * @return the address, or null where it is not
	 */
	@Nullable URI stream() {
		String url = Values.text(Values.fields(this.fields.get("urls")).get("stream"), "");
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
					: failure(status(), Values.text(this.fields.get("error"))))
				.asException();
		}
		return Texts.answer(text(this.fields.get("output")), new Texts.About(this.id, now, model(), null, usage()));
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

	private static String text(@Nullable Object output) {
		if (output instanceof List<?> pieces) {
			StringBuilder text = new StringBuilder();
			for (Object piece : pieces) {
				text.append(text(piece));
			}
			return text.toString();
		}
		return (output == null) ? "" : (output instanceof String text) ? text : Json.text(output);
	}

	private @Nullable Usage usage() {
		Map<?, ?> metrics = Values.fields(this.fields.get("metrics"));
		return (metrics.get("output_token_count") instanceof Number generated)
				? Usage.of(Values.number(metrics.get("input_token_count")), generated.longValue()) : null;
	}

}
