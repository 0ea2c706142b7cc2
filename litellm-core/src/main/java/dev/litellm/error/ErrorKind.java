package dev.litellm.error;

import java.util.Locale;

/**
 * The kind of a failure, decided once from what the provider said: whether the same call
 * may succeed a little later, and whether another model may do what this one could not.
 *
 * @since 0.1.0
 */
public enum ErrorKind {

	/** The request is wrong, whoever gets it (400, 413, 422). */
	BAD_REQUEST(false, false),

	/** A parameter that the provider or model does not know. */
	UNSUPPORTED_PARAMS(false, false),

	/** The prompt is longer than the model takes. */
	CONTEXT_WINDOW_EXCEEDED(false, true),

	/** The provider's safety rules refuse the prompt or the answer. */
	CONTENT_POLICY_VIOLATION(false, true),

	/** The key is missing, wrong or expired (401). */
	AUTHENTICATION(false, true),

	/** The key may not do this (402, 403). */
	PERMISSION_DENIED(false, true),

	/** There is no such model or address (404). */
	NOT_FOUND(false, true),

	/** Somebody else changes the same thing (409). */
	CONFLICT(true, true),

	/** Too many requests or tokens (429). */
	RATE_LIMIT(true, true),

	/** No answer in time (408, 504, or a timeout of ours). */
	TIMEOUT(true, true),

	/** The provider failed (500, 529, and other 5xx). */
	INTERNAL_SERVER(true, true),

	/** A gateway before the provider failed (502). */
	BAD_GATEWAY(true, true),

	/** The provider does not serve at the moment (503). */
	SERVICE_UNAVAILABLE(true, true),

	/** No connection, or one that broke before the answer. */
	CONNECTION(true, true),

	/** An answer that is not in the provider's format. */
	INVALID_RESPONSE(false, true),

	/** A stream that broke after content had reached the caller. */
	STREAM_INTERRUPTED(false, false),

	/** The caller gave up. */
	CANCELLED(false, false);

	private final boolean retryable;

	private final boolean fallbackable;

	ErrorKind(boolean retryable, boolean fallbackable) {
		this.retryable = retryable;
		this.fallbackable = fallbackable;
	}

	/**
	 * Return whether the same call may succeed a little later.
	 * @return true if a retry makes sense
	 */
	public boolean isRetryable() {
		return this.retryable;
	}

	/**
	 * Return whether another model may do what this one could not.
	 * @return true if a fallback makes sense
	 */
	public boolean isFallbackable() {
		return this.fallbackable;
	}

	/**
	 * Return the kind in words, for messages.
	 * @return for example {@code rate limit}
	 */
	public String text() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	/**
	 * Return the kind as a code, for metrics.
	 * @return for example {@code rate_limit}
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Return the kind that an HTTP status alone tells.
	 * @param status 400 or above
	 * @return the kind
	 */
	public static ErrorKind ofStatus(int status) {
		return switch (status) {
			case 401 -> AUTHENTICATION;
			case 402, 403 -> PERMISSION_DENIED;
			case 404 -> NOT_FOUND;
			case 408, 504 -> TIMEOUT;
			case 409 -> CONFLICT;
			case 429 -> RATE_LIMIT;
			case 502 -> BAD_GATEWAY;
			case 503 -> SERVICE_UNAVAILABLE;
			default -> (status >= 500) ? INTERNAL_SERVER : BAD_REQUEST;
		};
	}

}
