package dev.litellm.dialect.openai;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.error.ErrorKind;

/**
 * Kinds of the errors of OpenAI and of compatible servers: status and code decide first,
 * text last.
 */
final class ErrorKinds {

	private static final Set<String> CONTEXT_WINDOW_CODES = Set.of("context_length_exceeded",
			"exceed_context_size_error", "context_window_exceeded");

	private static final Set<String> CONTENT_POLICY_CODES = Set.of("content_policy_violation", "content_filter",
			"moderation_blocked", "data_inspection_failed", "guardrail_violation", "contentFilter");

	/** Codes and types that tell a status where the answer has none of its own. */
	private static final Map<String, Integer> STATUSES = Map.ofEntries(Map.entry("rate_limit_exceeded", 429),
			Map.entry("rate_limit_error", 429), Map.entry("throttling_error", 429), Map.entry("rate_limited", 429),
			Map.entry("insufficient_quota", 429), Map.entry("invalid_api_key", 401),
			Map.entry("authentication_error", 401), Map.entry("permission_error", 403),
			Map.entry("invalid_request_error", 400), Map.entry("context_length_exceeded", 400),
			Map.entry("model_not_found", 404), Map.entry("not_found_error", 404), Map.entry("overloaded_error", 529));

	private static final List<String> CONTEXT_WINDOW = List.of("maximum context length", "context length exceeded",
			"exceed context limit", "exceeds the context window", "context window exceeded", "prompt is too long",
			"input is too long", "too many tokens", "maximum context limit", "longer than the model's context length",
			"exceeds the available context size", "input length exceeds", "reduce the length of the messages",
			"maximum prompt length", "`inputs` tokens + `max_new_tokens` must be", "exceeded model token limit",
			"range of input length should be", "maximum number of tokens allowed", "tokens exceed the configured limit",
			"specified maximum sequence length");

	private static final List<String> CONTENT_POLICY = List.of("content_policy_violation", "content management policy",
			"violating our usage policy", "violates usage guidelines", "as a result of our safety system",
			"as a result of the safety system", "content filtering policy", "content_filter_policy",
			"the model produced invalid content", "content moderation policy", "moderation guardrail",
			"content exists risk", "inappropriate content", "considered high risk", "due to safety violations",
			"flagged by", "input was flagged", "responsible ai practices");

	private ErrorKinds() {
	}

	static ErrorKind of(int status, ErrorBody error) {
		String code = (error.code() != null) ? error.code() : "";
		if (CONTEXT_WINDOW_CODES.contains(code) || CONTEXT_WINDOW_CODES.contains(error.type())) {
			return ErrorKind.CONTEXT_WINDOW_EXCEEDED;
		}
		if (CONTENT_POLICY_CODES.contains(code) || CONTENT_POLICY_CODES.contains(error.type())) {
			return ErrorKind.CONTENT_POLICY_VIOLATION;
		}
		String message = (error.message() != null) ? error.message() : "";
		ErrorKind proxied = ProxyErrors.kind(status, error.type(), message);
		if (proxied != null && proxied != ErrorKind.BAD_REQUEST) {
			return proxied;
		}
		if (status == 413 && code.toLowerCase(Locale.ROOT).startsWith("rate_limit")) {
			return ErrorKind.RATE_LIMIT;
		}
		ErrorKind told = (status == 400 || status == 403 || status == 413 || status == 422) ? ofText(message) : null;
		return (told != null) ? told : (proxied != null) ? proxied : ErrorKind.ofStatus(status);
	}

	private static @Nullable ErrorKind ofText(String message) {
		String text = message.toLowerCase(Locale.ROOT);
		if (CONTEXT_WINDOW.stream().anyMatch(text::contains)) {
			return ErrorKind.CONTEXT_WINDOW_EXCEEDED;
		}
		return CONTENT_POLICY.stream().anyMatch(text::contains) ? ErrorKind.CONTENT_POLICY_VIOLATION : null;
	}

	/**
	 * Return the status of an error that came without one of its own.
	 * @param error what it says
	 * @return the status that it tells, by number, code or type, else 500
	 */
	static int status(ErrorBody error) {
		if (error.status() != 0) {
			return error.status();
		}
		Integer byCode = (error.code() != null) ? STATUSES.get(error.code()) : null;
		return (byCode != null) ? byCode : STATUSES.getOrDefault(error.type(), 500);
	}

}
