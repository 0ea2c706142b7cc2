package dev.litellm.error;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The key is missing, wrong or expired.
 *
 * @since 0.1.0
 */
public final class LlmAuthenticationException extends LlmException {

	private static final long serialVersionUID = 1L;

	LlmAuthenticationException(Failure failure, @Nullable String provider, @Nullable String model,
			List<Attempt> attempts) {
		super(failure, provider, model, attempts);
	}

}
