package dev.litellm.error;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The key may not do this.
 *
 * @since 0.1.0
 */
public final class LlmPermissionDeniedException extends LlmException {

	private static final long serialVersionUID = 1L;

	LlmPermissionDeniedException(Failure failure, @Nullable String provider, @Nullable String model,
			List<Attempt> attempts) {
		super(failure, provider, model, attempts);
	}

}
