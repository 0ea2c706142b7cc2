package dev.litellm.error;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The provider, or a gateway before it, failed.
 *
 * @since 0.1.0
 */
public final class LlmServerException extends LlmException {

	private static final long serialVersionUID = 1L;

	LlmServerException(Failure failure, @Nullable String provider, @Nullable String model, List<Attempt> attempts) {
		super(failure, provider, model, attempts);
	}

}
