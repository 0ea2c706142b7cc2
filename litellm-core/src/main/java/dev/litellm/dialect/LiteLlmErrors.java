package dev.litellm.dialect;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.error.ErrorKind;

/**
 * The kinds of LiteLLM's exceptions by the names of their classes.
 *
 * @since 0.1.0
 */
public final class LiteLlmErrors {

	private static final Map<String, ErrorKind> BY_CLASS = Map.ofEntries(
			Map.entry("AuthenticationError", ErrorKind.AUTHENTICATION),
			Map.entry("PermissionDeniedError", ErrorKind.PERMISSION_DENIED),
			Map.entry("NotFoundError", ErrorKind.NOT_FOUND), Map.entry("BadRequestError", ErrorKind.BAD_REQUEST),
			Map.entry("UnprocessableEntityError", ErrorKind.BAD_REQUEST),
			Map.entry("UnsupportedParamsError", ErrorKind.UNSUPPORTED_PARAMS),
			Map.entry("ContextWindowExceededError", ErrorKind.CONTEXT_WINDOW_EXCEEDED),
			Map.entry("ContentPolicyViolationError", ErrorKind.CONTENT_POLICY_VIOLATION),
			Map.entry("RateLimitError", ErrorKind.RATE_LIMIT),
			Map.entry("BudgetExceededError", ErrorKind.PERMISSION_DENIED), Map.entry("Timeout", ErrorKind.TIMEOUT),
			Map.entry("APITimeoutError", ErrorKind.TIMEOUT),
			Map.entry("InternalServerError", ErrorKind.INTERNAL_SERVER),
			Map.entry("BadGatewayError", ErrorKind.BAD_GATEWAY),
			Map.entry("ServiceUnavailableError", ErrorKind.SERVICE_UNAVAILABLE),
			Map.entry("APIConnectionError", ErrorKind.INTERNAL_SERVER));

	private LiteLlmErrors() {
	}

	/**
	 * Return the kind of an exception.
	 * @param name the simple name of its class, for example {@code RateLimitError}
	 * @return the kind, or null where there is no such class
	 */
	public static @Nullable ErrorKind kind(String name) {
		return BY_CLASS.get(name);
	}

}
