package dev.litellm.error;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * No answer in time.
 *
 * @since 0.1.0
 */
public final class LlmTimeoutException extends LlmException {

	private static final long serialVersionUID = 1L;

	LlmTimeoutException(Failure failure, @Nullable String provider, @Nullable String model, List<Attempt> attempts) {
		super(failure, provider, model, attempts);
	}

}
