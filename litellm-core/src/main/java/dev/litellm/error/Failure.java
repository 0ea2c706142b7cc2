package dev.litellm.error;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as a value: made by a dialect, the transport or the engine, and
 * carried by the {@link LlmException} that the caller gets.
 *
 * @param kind what kind of failure it is
 * @param message what the provider said, or what is wrong and how to mend it
 * @param status the HTTP status, or 0 where there was none
 * @param code the provider's error code, or null
 * @param requestId the provider's id of the request, or null
 * @param retryAfter how long the provider asks to wait, or null
 * @param cause the exception beneath it, or null
 * @param details what else the provider says of it, as JSON
 * @param lasting whether waiting does not help, though it does with others of its kind:
 * credit or a budget is used up
 * @since 0.1.0
 */
public record Failure(ErrorKind kind, String message, int status, @Nullable String code, @Nullable String requestId,
		@Nullable Duration retryAfter, @Nullable Throwable cause, Map<String, @Nullable Object> details,
		boolean lasting) {

	public Failure {
		message = message.isBlank() ? "no reason was given" : message;
		details = details.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(details));
	}

	public Failure(ErrorKind kind, String message, int status, @Nullable String code, @Nullable String requestId,
			@Nullable Duration retryAfter, @Nullable Throwable cause) {
		this(kind, message, status, code, requestId, retryAfter, cause, Map.of(), false);
	}

	public static Failure of(ErrorKind kind, String message) {
		return new Failure(kind, message, 0, null, null, null, null);
	}

	public static Failure of(ErrorKind kind, String message, @Nullable Throwable cause) {
		return new Failure(kind, message, 0, null, null, null, cause);
	}

	/**
	 * Return this failure with the kind given.
	 * @param kind the kind
	 * @return the new failure
	 */
	public Failure as(ErrorKind kind) {
		return new Failure(kind, this.message, this.status, this.code, this.requestId, this.retryAfter, this.cause,
				this.details, this.lasting);
	}

	public Failure withMessage(String message) {
		return new Failure(this.kind, message, this.status, this.code, this.requestId, this.retryAfter, this.cause,
				this.details, this.lasting);
	}

	public Failure withRequestId(@Nullable String requestId) {
		return new Failure(this.kind, this.message, this.status, this.code, requestId, this.retryAfter, this.cause,
				this.details, this.lasting);
	}

	public Failure withRetryAfter(@Nullable Duration retryAfter) {
		return new Failure(this.kind, this.message, this.status, this.code, this.requestId, retryAfter, this.cause,
				this.details, this.lasting);
	}

	public Failure withDetails(Map<String, @Nullable Object> details) {
		return new Failure(this.kind, this.message, this.status, this.code, this.requestId, this.retryAfter, this.cause,
				details, this.lasting);
	}

	public Failure withLasting(boolean lasting) {
		return new Failure(this.kind, this.message, this.status, this.code, this.requestId, this.retryAfter, this.cause,
				this.details, lasting);
	}

	/**
	 * Return whether the same call may succeed a little later.
	 * @return true if a retry makes sense
	 */
	public boolean isRetryable() {
		return this.kind.isRetryable() && !this.lasting;
	}

	private static Map<String, @Nullable Object> masked(Map<?, ?> details, UnaryOperator<String> mask) {
		Map<String, @Nullable Object> masked = new LinkedHashMap<>();
		details.forEach((name, value) -> masked.put(mask.apply(String.valueOf(name)), masked(value, mask)));
		return masked;
	}

	private static @Nullable Object masked(@Nullable Object value, UnaryOperator<String> mask) {
		if (value instanceof Map<?, ?> fields) {
			return masked(fields, mask);
		}
		if (value instanceof List<?> items) {
			List<@Nullable Object> masked = new ArrayList<>();
			items.forEach((item) -> masked.add(masked(item, mask)));
			return masked;
		}
		return (value instanceof String text) ? mask.apply(text) : value;
	}

	/**
	 * Return this failure with its texts changed.
	 * @param mask takes out of a text what nobody must read
	 * @return the new failure
	 */
	public Failure masked(UnaryOperator<String> mask) {
		return new Failure(this.kind, mask.apply(this.message), this.status,
				(this.code != null) ? mask.apply(this.code) : null,
				(this.requestId != null) ? mask.apply(this.requestId) : null, this.retryAfter, this.cause,
				masked(this.details, mask), this.lasting);
	}

	/**
	 * Return this failure as something to throw within a decoder or the transport.
	 * @return the exception
	 */
	public FailureException asException() {
		return new FailureException(this);
	}

}
