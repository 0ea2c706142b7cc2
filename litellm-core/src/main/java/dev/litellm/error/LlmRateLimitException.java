package dev.litellm.error;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Too many requests or tokens; {@link #retryAfter()} tells how long to wait where the
 * provider says so.
 *
 * @since 0.1.0
 */
public final class LlmRateLimitException extends LlmException {

	private static final long serialVersionUID = 1L;

	LlmRateLimitException(Failure failure, @Nullable String provider, @Nullable String model, List<Attempt> attempts) {
		super(failure, provider, model, attempts);
	}

}
