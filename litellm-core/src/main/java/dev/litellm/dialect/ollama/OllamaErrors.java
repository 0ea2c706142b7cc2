package dev.litellm.dialect.ollama;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.HttpHeaders;

import dev.litellm.dialect.Failures;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;

/**
 * Kinds of Ollama's errors, which are a text, as an answer or as a line of a stream.
 */
final class OllamaErrors {

	private static final List<String> CONTEXT_WINDOW = List.of("exceeds the context length",
			"exceeds the available context size", "exceeds maximum context length", "prompt is too long");

	private final Failures failures;

	OllamaErrors(Clock clock) {
		this.failures = new Failures(clock);
	}

	Failure of(WireReply reply) {
		return (Failures.body(reply) instanceof Map<?, ?> body && body.get("error") != null)
				? failure(body.get("error"), reply.status(), reply.headers()) : this.failures.of(reply);
	}

	/**
	 * Return the failure that a line of a stream, or an answer of status 200, tells.
	 * @param error the {@code error} member
	 * @return the failure
	 */
	Failure within(Object error) {
		return failure(error, 500, HttpHeaders.EMPTY);
	}

	private Failure failure(Object error, int status, HttpHeaders headers) {
		String message = (error instanceof String text) ? text
				: Values.text(Values.fields(error).get("message"), Json.text(error));
		return this.failures.of(kind(status, message), message, status, null, headers);
	}

	private static ErrorKind kind(int status, String message) {
		String text = message.toLowerCase(Locale.ROOT);
		boolean tooLong = (status == 400 || status == 413) && CONTEXT_WINDOW.stream().anyMatch(text::contains);
		return tooLong ? ErrorKind.CONTEXT_WINDOW_EXCEEDED : ErrorKind.ofStatus(status);
	}

}
