package dev.litellm.dialect.anthropic;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import dev.litellm.dialect.Failures;
import dev.litellm.dialect.RpcErrors;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;

/**
 * Kinds of Anthropic's errors, which come as an answer or as an event of a stream.
 */
final class AnthropicErrors {

	private static final Map<String, Integer> STATUS = Map.of("invalid_request_error", 400, "authentication_error", 401,
			"billing_error", 402, "permission_error", 403, "not_found_error", 404, "request_too_large", 413,
			"rate_limit_error", 429, "api_error", 500, "timeout_error", 504, "overloaded_error", 529);

	private static final List<String> CONTEXT_WINDOW = List.of("prompt is too long", "exceed context limit",
			"exceeds the context window", "prompt: length", "maximum context length");

	private final Failures failures;

	AnthropicErrors(Clock clock) {
		this.failures = new Failures(clock);
	}

	/**
	 * Return the failure that an answer tells.
	 * @param reply an answer of status 300 or above, or one of 200 that holds an error
	 * @return the failure
	 */
	Failure of(WireReply reply) {
		Map<?, ?> body = RpcErrors.body(Failures.body(reply));
		Map<?, ?> error = (body.get("error") instanceof Map<?, ?> fields) ? fields : body;
		return (error != body || body.get("message") instanceof String || reply.status() < 300)
				? failure(error, reply.status(), body.get("request_id"), reply.headers()) : this.failures.of(reply);
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
		String type = Stream.of("type", "error_code", "status")
			.map((name) -> Values.text(error.get(name)))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
		String message = Values.text(error.get("message"), Json.text(error));
		int told = (status >= 300) ? status : STATUS.getOrDefault((type != null) ? type : "", code(error));
		Failure failure = this.failures.of(kind(told, message), message, told, type, headers);
		failure = (failure.retryAfter() != null) ? failure : failure.withRetryAfter(RpcErrors.retryDelay(error));
		return (requestId instanceof String id) ? failure.withRequestId(id) : failure;
	}

	private static int code(Map<?, ?> error) {
		return (error.get("code") instanceof Number code && code.intValue() >= 400 && code.intValue() < 600)
				? code.intValue() : 500;
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

}
