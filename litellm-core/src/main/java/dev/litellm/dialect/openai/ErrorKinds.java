package dev.litellm.dialect.openai;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.litellm.dialect.ErrorTexts;
import dev.litellm.error.ErrorKind;

/**
 * Kinds of the errors of OpenAI and of compatible servers: status and code decide first,
 * text last.
 */
final class ErrorKinds {

	private static final Set<String> CONTEXT_WINDOW_CODES = Set.of("context_length_exceeded",
			"exceed_context_size_error", "context_window_exceeded");

	private static final Set<String> RATE_LIMIT_CODES = Set.of("token_quota_reached");

	private static final Set<String> CONTENT_POLICY_CODES = Set.of("content_policy_violation", "content_filter",
			"moderation_blocked", "data_inspection_failed", "guardrail_violation", "contentFilter");

	/** Codes and types of limits that are lifted by people, not by time. */
	private static final Set<String> SPENT_CODES = Set.of("insufficient_quota", "credit_balance_exhausted",
			"organization_spend_limit_exceeded", "project_spend_limit_exceeded", "organization_usage_limit_exceeded",
			"billing_hard_limit_reached", "billing_not_active", "exceeded_current_quota_error");

	/** Codes and types that tell a status where the answer has none of its own. */
	private static final Map<String, Integer> STATUSES = Map.ofEntries(Map.entry("rate_limit_exceeded", 429),
			Map.entry("rate_limit_error", 429), Map.entry("throttling_error", 429), Map.entry("rate_limited", 429),
			Map.entry("insufficient_quota", 429), Map.entry("invalid_api_key", 401),
			Map.entry("authentication_error", 401), Map.entry("permission_error", 403),
			Map.entry("invalid_request_error", 400), Map.entry("context_length_exceeded", 400),
			Map.entry("model_not_found", 404), Map.entry("not_found_error", 404), Map.entry("overloaded_error", 529));

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
		if (RATE_LIMIT_CODES.contains(code)) {
			return ErrorKind.RATE_LIMIT;
		}
		if (status == 413 && code.toLowerCase(Locale.ROOT).startsWith("rate_limit")) {
			return ErrorKind.RATE_LIMIT;
		}
		ErrorKind told = (status == 400 || status == 403 || status == 413 || status == 422) ? ErrorTexts.kind(message)
				: null;
		return (told != null) ? told : (proxied != null) ? proxied : ErrorKind.ofStatus(status);
	}

	/**
	 * Return whether a limit of rates is one of money: credit or a budget is used up.
	 * @param kind the error's kind
	 * @param error what it says
	 * @return true where waiting does not help
	 */
	static boolean isSpent(ErrorKind kind, ErrorBody error) {
		return kind == ErrorKind.RATE_LIMIT
				&& ((error.code() != null && SPENT_CODES.contains(error.code())) || SPENT_CODES.contains(error.type()));
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
