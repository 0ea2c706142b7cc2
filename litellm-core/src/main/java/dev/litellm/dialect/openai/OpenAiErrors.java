package dev.litellm.dialect.openai;

import java.time.Clock;
import java.time.Duration;
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
 * Kinds of OpenAI's errors and of what compatible servers send instead: status and code
 * decide first, text last.
 */
final class OpenAiErrors {

	private static final int EXCERPT = 300;

	private static final List<String> CONTEXT_WINDOW = List.of("maximum context length", "context length exceeded",
			"exceed context limit", "exceeds the context window", "context window exceeded", "prompt is too long",
			"input is too long", "too many tokens", "maximum context limit", "longer than the model's context length",
			"exceeds the available context size", "input length exceeds", "reduce the length of the messages");

	private static final List<String> CONTENT_POLICY = List.of("content_policy_violation", "content management policy",
			"violating our usage policy", "rejected as a result of our safety system",
			"rejected as a result of the safety system", "content filtering policy", "content_filter_policy",
			"the model produced invalid content");

	private final Clock clock;

	OpenAiErrors(Clock clock) {
		this.clock = clock;
	}

	Failure of(WireReply reply) {
		Object body = parse(reply);
		Map<?, ?> error = errorObject(body);
		String message = (error != null) ? message(error) : null;
		String code = (error != null) ? code(error) : null;
		ErrorKind kind = kind(reply.status(), error, code, (message != null) ? message : "");
		return new Failure(kind, (message != null) ? excerpt(message) : describe(reply), reply.status(), code,
				requestId(reply.headers()), retryAfter(reply.headers()), null);
	}

	/**
	 * Return the failure that an error object tells which came with a status of success,
	 * or within a stream.
	 * @param error the error's object or text
	 * @param status the status of the answer that held it
	 * @param headers the headers of that answer
	 * @return the failure
	 */
	Failure within(@Nullable Object error, int status, HttpHeaders headers) {
		Map<?, ?> fields = (error instanceof Map<?, ?> map) ? map : Map.of("message", String.valueOf(error));
		String message = message(fields);
		String code = code(fields);
		int told = status(fields, code);
		ErrorKind kind = kind((told != 0) ? told : 500, fields, code, (message != null) ? message : "");
		return new Failure(kind, excerpt((message != null) ? message : Json.text(fields)), (told != 0) ? told : status,
				code, requestId(headers), retryAfter(headers), null);
	}

	private static int status(Map<?, ?> error, @Nullable String code) {
		for (Object value : new Object[] { error.get("status"), error.get("status_code"), error.get("code") }) {
			int number = (value instanceof Number n) ? n.intValue() : 0;
			if (value instanceof String text && text.matches("[45]\\d\\d")) {
				number = Integer.parseInt(text);
			}
			if (number >= 400 && number < 600) {
				return number;
			}
		}
		String type = (error.get("type") instanceof String text) ? text : "";
		return switch ((code != null && !code.isEmpty()) ? code : type) {
			case "rate_limit_exceeded", "rate_limit_error", "throttling_error", "insufficient_quota" -> 429;
			case "invalid_api_key", "authentication_error" -> 401;
			case "invalid_request_error", "context_length_exceeded" -> 400;
			case "model_not_found", "not_found_error" -> 404;
			default -> 0;
		};
	}

	private static ErrorKind kind(int status, @Nullable Map<?, ?> error, @Nullable String code, String message) {
		String told = (code != null) ? code : "";
		String type = (error != null && error.get("type") instanceof String text) ? text : "";
		if (told.equals("context_length_exceeded") || type.equals("exceed_context_size_error")) {
			return ErrorKind.CONTEXT_WINDOW_EXCEEDED;
		}
		if (told.equals("content_policy_violation") || told.equals("content_filter")
				|| told.equals("moderation_blocked")) {
			return ErrorKind.CONTENT_POLICY_VIOLATION;
		}
		ErrorKind proxied = ProxyErrors.kind(type, message);
		if (proxied != null) {
			return proxied;
		}
		if (status == 400 || status == 403 || status == 413 || status == 422) {
			String text = message.toLowerCase(Locale.ROOT);
			if (CONTEXT_WINDOW.stream().anyMatch(text::contains)) {
				return ErrorKind.CONTEXT_WINDOW_EXCEEDED;
			}
			if (CONTENT_POLICY.stream().anyMatch(text::contains)) {
				return ErrorKind.CONTENT_POLICY_VIOLATION;
			}
		}
		return ErrorKind.ofStatus(status);
	}

	private static @Nullable Object parse(WireReply reply) {
		try {
			return Json.read(reply.body());
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static @Nullable Map<?, ?> errorObject(@Nullable Object body) {
		if (body instanceof List<?> items && !items.isEmpty()) {
			return errorObject(items.get(0));
		}
		if (!(body instanceof Map<?, ?> fields)) {
			return null;
		}
		if (fields.get("error") instanceof Map<?, ?> error) {
			return error;
		}
		return (fields.get("error") instanceof String text && !fields.containsKey("message")) ? Map.of("message", text)
				: fields;
	}

	private static @Nullable String message(Map<?, ?> error) {
		for (String name : List.of("message", "detail", "error", "error_message", "msg", "title")) {
			Object value = error.get(name);
			if (value instanceof String text && !text.isBlank()) {
				return text;
			}
			if (value instanceof Map<?, ?> || value instanceof List<?>) {
				return Json.text(value);
			}
		}
		return null;
	}

	private static @Nullable String code(Map<?, ?> error) {
		Object code = error.get("code");
		if (code == null) {
			code = error.get("type");
		}
		return (code instanceof String || code instanceof Number) ? code.toString() : null;
	}

	private static String describe(WireReply reply) {
		if (reply.body().length == 0) {
			return "answered " + reply.status() + " without a body";
		}
		String text = reply.text();
		boolean html = text.stripLeading().startsWith("<");
		return "answered " + reply.status() + (html ? " with a page instead of JSON: " : " with: ")
				+ excerpt(html ? text.replaceAll("(?s)<(script|style).*?</\\1>|<[^>]*>", " ") : text);
	}

	static String excerpt(String text) {
		String line = text.replaceAll("\\s+", " ").strip();
		return (line.length() <= EXCERPT) ? line : line.substring(0, EXCERPT) + "…";
	}

	static @Nullable String requestId(HttpHeaders headers) {
		for (String name : List.of("x-request-id", "request-id", "x-litellm-call-id", "cf-ray")) {
			String value = headers.getFirst(name);
			if (value != null) {
				return value;
			}
		}
		return null;
	}

	private @Nullable Duration retryAfter(HttpHeaders headers) {
		return RetryAfter.of(headers, this.clock);
	}

}
