package dev.litellm.dialect.gemini;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.HttpHeaders;

import dev.litellm.dialect.Failures;
import dev.litellm.dialect.RpcErrors;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;

/**
 * Kinds of Google's errors, which come as an answer or as an event of a stream.
 */
final class GeminiErrors {

	private static final List<String> CONTEXT_WINDOW = List.of("exceeds the maximum number of tokens",
			"input token count");

	private final Failures failures;

	GeminiErrors(Clock clock) {
		this.failures = new Failures(clock);
	}

	Failure of(WireReply reply) {
		return (RpcErrors.body(Failures.body(reply)).get("error") instanceof Map<?, ?> error)
				? failure(error, reply.status(), reply.headers()) : this.failures.of(reply);
	}

	/**
	 * Return the failure that an event of a stream, or an answer of status 200, tells.
	 * @param told the {@code error} member
	 * @return the failure
	 */
	Failure within(Object told) {
		return failure((told instanceof Map<?, ?> error) ? error : Map.of("message", told.toString()), 0,
				HttpHeaders.EMPTY);
	}

	private Failure failure(Map<?, ?> error, int status, HttpHeaders headers) {
		String message = Values.text(error.get("message"), Json.text(error));
		int told = (status >= 300) ? status : 500;
		if (error.get("code") instanceof Number code && code.intValue() >= 400 && code.intValue() < 600) {
			told = code.intValue();
		}
		Failure failure = this.failures.of(kind(told, message, error), message, told, Values.text(error.get("status")),
				headers);
		return (failure.retryAfter() != null) ? failure : failure.withRetryAfter(RpcErrors.retryDelay(error));
	}

	private static ErrorKind kind(int status, String message, Map<?, ?> error) {
		if (status == 400) {
			String text = message.toLowerCase(Locale.ROOT);
			if (text.startsWith("api key ") || RpcErrors.detail(error, "ErrorInfo", "reason") instanceof String reason
					&& reason.startsWith("API_KEY_")) {
				return ErrorKind.AUTHENTICATION;
			}
			if (CONTEXT_WINDOW.stream().anyMatch(text::contains)) {
				return ErrorKind.CONTEXT_WINDOW_EXCEEDED;
			}
		}
		return ErrorKind.ofStatus(status);
	}

}
