package dev.litellm.dialect.anthropic;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import org.springframework.http.HttpHeaders;

import dev.litellm.dialect.RetryAfter;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.transport.WireReply;

/**
 * Kinds of Anthropic's errors, which come as an answer or as an event of a stream.
 */
final class AnthropicErrors {

	private static final int EXCERPT = 300;

	private static final Map<String, Integer> STATUS = Map.of("invalid_request_error", 400, "authentication_error", 401,
			"billing_error", 402, "permission_error", 403, "not_found_error", 404, "request_too_large", 413,
			"rate_limit_error", 429, "api_error", 500, "timeout_error", 504, "overloaded_error", 529);

	private static final List<String> CONTEXT_WINDOW = List.of("prompt is too long", "exceed context limit",
			"exceeds the context window", "prompt: length", "maximum context length");

	private final Clock clock;

	AnthropicErrors(Clock clock) {
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
		if (body instanceof Map<?, ?> fields && fields.get("error") instanceof Map<?, ?> error) {
			return failure(error, reply.status(), fields.get("request_id"), reply.headers());
		}
		String text = excerpt(reply.text());
		return new Failure(ErrorKind.ofStatus(reply.status()),
				"answered " + reply.status() + (text.isEmpty() ? " without a body" : " with: " + text), reply.status(),
				null, requestId(null, reply.headers()), RetryAfter.of(reply.headers(), this.clock), null);
	}

	/**
	 * Return the failure that an event of a stream tells.
	 * @param event the event's data
	 * @return the failure
	 */
	Failure within(Map<String, @Nullable Object> event) {
		Map<?, ?> error = (event.get("error") instanceof Map<?, ?> fields) ? fields : event;
		return failure(error, 0, event.get("request_id"), HttpHeaders.EMPTY);
	}

	private Failure failure(Map<?, ?> error, int status, @Nullable Object requestId, HttpHeaders headers) {
		String type = (error.get("type") instanceof String text) ? text : null;
		String message = (error.get("message") instanceof String text) ? text : Json.text(error);
		int told = (status != 0) ? status : STATUS.getOrDefault((type != null) ? type : "", 500);
		return new Failure(kind(told, message), excerpt(message), told, type, requestId(requestId, headers),
				RetryAfter.of(headers, this.clock), null);
	}

	private static ErrorKind kind(int status, String message) {
		if (status == 400 || status == 413) {
			String text = message.toLowerCase(Locale.ROOT);
			if (CONTEXT_WINDOW.stream().anyMatch(text::contains)) {
				return ErrorKind.CONTEXT_WINDOW_EXCEEDED;
			}
			if (text.contains("content filtering policy")) {
				return ErrorKind.CONTENT_POLICY_VIOLATION;
			}
		}
		return ErrorKind.ofStatus(status);
	}

	static String excerpt(String text) {
		String line = text.replaceAll("\\s+", " ").strip();
		return (line.length() <= EXCERPT) ? line : line.substring(0, EXCERPT) + "…";
	}

	private static @Nullable String requestId(@Nullable Object told, HttpHeaders headers) {
		return (told instanceof String text) ? text : headers.getFirst("request-id");
	}

}
