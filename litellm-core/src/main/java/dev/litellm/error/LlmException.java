package dev.litellm.error;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The failure of a call: what kind it is, who failed, what was tried, and whether trying
 * again or elsewhere makes sense.
 *
 * @since 0.1.0
 */
public abstract sealed class LlmException extends RuntimeException
		permits LlmAuthenticationException, LlmBadRequestException, LlmCancelledException, LlmConnectionException,
		LlmInvalidResponseException, LlmNotFoundException, LlmPermissionDeniedException, LlmRateLimitException,
		LlmServerException, LlmStreamException, LlmTimeoutException {

	private static final long serialVersionUID = 1L;

	private final transient Failure failure;

	private final @Nullable String provider;

	private final @Nullable String model;

	private final transient List<Attempt> attempts;

	LlmException(Failure failure, @Nullable String provider, @Nullable String model, List<Attempt> attempts) {
		super(Story.tell(failure, provider, model, attempts), failure.cause());
		this.failure = failure;
		this.provider = provider;
		this.model = model;
		this.attempts = List.copyOf(attempts);
	}

	/**
	 * Make the exception of a failure's kind.
	 * @param failure what went wrong
	 * @param provider who failed, or null where no provider was asked
	 * @param model the model that was asked for, or null
	 * @param attempts what was tried, the failed last one included
	 * @return the exception
	 */
	public static LlmException of(Failure failure, @Nullable String provider, @Nullable String model,
			List<Attempt> attempts) {
		return switch (failure.kind()) {
			case BAD_REQUEST -> new LlmBadRequestException(failure, provider, model, attempts);
			case UNSUPPORTED_PARAMS -> new LlmUnsupportedParamsException(failure, provider, model, attempts);
			case CONTEXT_WINDOW_EXCEEDED -> new LlmContextWindowException(failure, provider, model, attempts);
			case CONTENT_POLICY_VIOLATION -> new LlmContentPolicyException(failure, provider, model, attempts);
			case AUTHENTICATION -> new LlmAuthenticationException(failure, provider, model, attempts);
			case PERMISSION_DENIED -> new LlmPermissionDeniedException(failure, provider, model, attempts);
			case NOT_FOUND -> new LlmNotFoundException(failure, provider, model, attempts);
			case RATE_LIMIT -> new LlmRateLimitException(failure, provider, model, attempts);
			case TIMEOUT -> new LlmTimeoutException(failure, provider, model, attempts);
			case CONFLICT, INTERNAL_SERVER, BAD_GATEWAY, SERVICE_UNAVAILABLE ->
				new LlmServerException(failure, provider, model, attempts);
			case CONNECTION -> new LlmConnectionException(failure, provider, model, attempts);
			case INVALID_RESPONSE -> new LlmInvalidResponseException(failure, provider, model, attempts);
			case STREAM_INTERRUPTED -> new LlmStreamException(failure, provider, model, attempts, null);
			case CANCELLED -> new LlmCancelledException(failure, provider, model, attempts);
		};
	}

	/**
	 * Make the exception of a stream that broke after content had reached the caller.
	 * @param failure what went wrong
	 * @param provider who failed
	 * @param model the model that was asked for
	 * @param attempts what was tried, the broken stream last
	 * @param partial the answer as far as it came
	 * @return the exception
	 */
	public static LlmException interrupted(Failure failure, String provider, String model, List<Attempt> attempts,
			Object partial) {
		return new LlmStreamException(failure.as(ErrorKind.STREAM_INTERRUPTED), provider, model, attempts, partial);
	}

	public ErrorKind kind() {
		return this.failure.kind();
	}

	/**
	 * Return what went wrong as a value.
	 * @return the failure of the last attempt
	 */
	public Failure failure() {
		return this.failure;
	}

	public @Nullable String provider() {
		return this.provider;
	}

	public @Nullable String model() {
		return this.model;
	}

	/**
	 * Return the HTTP status of the last answer.
	 * @return the status, or 0 where there was none
	 */
	public int status() {
		return this.failure.status();
	}

	/**
	 * Return the provider's error code.
	 * @return for example {@code rate_limit_exceeded}, or null
	 */
	public @Nullable String code() {
		return this.failure.code();
	}

	/**
	 * Return the provider's id of the failed request, for its support.
	 * @return the id, or null
	 */
	public @Nullable String requestId() {
		return this.failure.requestId();
	}

	/**
	 * Return how long the provider asks to wait.
	 * @return the time, or null where it says nothing
	 */
	public @Nullable Duration retryAfter() {
		return this.failure.retryAfter();
	}

	/**
	 * Return what else the provider says of the failure, for example the
	 * {@code innererror} with Azure's filters.
	 * @return members of the provider's error, empty where there are none
	 */
	public Map<String, @Nullable Object> details() {
		return this.failure.details();
	}

	/**
	 * Return what was tried.
	 * @return the attempts in order, empty where no provider was asked
	 */
	public List<Attempt> attempts() {
		return this.attempts;
	}

	public boolean isRetryable() {
		return this.failure.isRetryable();
	}

	public boolean isFallbackable() {
		return kind().isFallbackable();
	}

}
