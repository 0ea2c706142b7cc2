package dev.litellm.dialect.gemini;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import org.springframework.http.HttpHeaders;

import dev.litellm.call.Durations;
import dev.litellm.dialect.RetryAfter;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.transport.WireReply;

/**
 * Kinds of Google's errors, which come as an answer or as an event of a stream.
 */
final class GeminiErrors {

	private static final int EXCERPT = 300;

	private static final List<String> CONTEXT_WINDOW = List.of("exceeds the maximum number of tokens",
			"input token count");

	private final Clock clock;

	GeminiErrors(Clock clock) {
		this.clock = clock;
	}

	Failure of(WireReply reply) {
		Object body;
		try {
			body = Json.read(reply.body());
		}
		catch (JacksonException ex) {
			body = null;
		}
		if (body instanceof List<?> items && !items.isEmpty()) {
			body = items.get(0);
		}
		if (body instanceof Map<?, ?> fields && fields.get("error") instanceof Map<?, ?> error) {
			return failure(error, reply.status(), reply.headers());
		}
		String text = excerpt(reply.text());
		return new Failure(ErrorKind.ofStatus(reply.status()),
				"answered " + reply.status() + (text.isEmpty() ? " without a body" : " with: " + text), reply.status(),
				null, null, RetryAfter.of(reply.headers(), this.clock), null);
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
		String name = (error.get("status") instanceof String text) ? text : null;
		String message = (error.get("message") instanceof String text) ? text : Json.text(error);
		int told = status;
		if (told == 0) {
			told = (error.get("code") instanceof Number code && code.intValue() >= 400) ? code.intValue() : 500;
		}
		Duration wait = RetryAfter.of(headers, this.clock);
		return new Failure(kind(told, message, error), excerpt(message), told, name, null,
				(wait != null) ? wait : retryDelay(error), null);
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
		if (error.get("details") instanceof List<?> details) {
			for (Object item : details) {
				if (item instanceof Map<?, ?> detail && String.valueOf(detail.get("@type")).endsWith("." + type)) {
					return detail.get(name);
				}
			}
		}
		return null;
	}

	static String excerpt(String text) {
		String line = text.replaceAll("\\s+", " ").strip();
		return (line.length() <= EXCERPT) ? line : line.substring(0, EXCERPT) + "…";
	}

}
