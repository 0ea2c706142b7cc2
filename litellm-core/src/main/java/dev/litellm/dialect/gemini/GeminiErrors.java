package dev.litellm.dialect.gemini;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import dev.litellm.call.Durations;
import dev.litellm.dialect.Failures;
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
		Object body = Failures.body(reply);
		if (body instanceof List<?> items && !items.isEmpty()) {
			body = items.get(0);
		}
		return (Values.fields(body).get("error") instanceof Map<?, ?> error)
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
		int told = (status != 0) ? status : 500;
		if (error.get("code") instanceof Number code && code.intValue() >= 400 && code.intValue() < 600) {
			told = code.intValue();
		}
		Failure failure = this.failures.of(kind(told, message, error), message, told, Values.text(error.get("status")),
				headers);
		return (failure.retryAfter() != null) ? failure : failure.withRetryAfter(retryDelay(error));
	}

	private static ErrorKind kind(int status, String message, Map<?, ?> error) {
		if (status == 400) {
			String text = message.toLowerCase(Locale.ROOT);
			if (text.startsWith("api key ")
					|| detail(error, "ErrorInfo", "reason") instanceof String reason && reason.startsWith("API_KEY_")) {
				return ErrorKind.AUTHENTICATION;
			}
			if (CONTEXT_WINDOW.stream().anyMatch(text::contains)) {
				return ErrorKind.CONTEXT_WINDOW_EXCEEDED;
			}
		}
		return ErrorKind.ofStatus(status);
	}

	private static @Nullable Duration retryDelay(Map<?, ?> error) {
		return (detail(error, "RetryInfo", "retryDelay") instanceof String text) ? Durations.parse(text) : null;
	}

	private static @Nullable Object detail(Map<?, ?> error, String type, String name) {
		for (Object item : Values.items(error.get("details"))) {
			if (item instanceof Map<?, ?> detail && String.valueOf(detail.get("@type")).endsWith("." + type)) {
				return detail.get(name);
			}
		}
		return null;
	}

}
