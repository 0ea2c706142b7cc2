package dev.litellm.error;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An answer that is not in the provider's format.
 *
 * @since 0.1.0
 */
public final class LlmInvalidResponseException extends LlmException {

	private static final long serialVersionUID = 1L;

	LlmInvalidResponseException(Failure failure, @Nullable String provider, @Nullable String model,
			List<Attempt> attempts) {
		super(failure, provider, model, attempts);
	}

}
