package dev.litellm.error;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The prompt is longer than the model takes.
 *
 * @since 0.1.0
 */
public final class LlmContextWindowException extends LlmBadRequestException {

	private static final long serialVersionUID = 1L;

	LlmContextWindowException(Failure failure, @Nullable String provider, @Nullable String model,
			List<Attempt> attempts) {
		super(failure, provider, model, attempts);
	}

}
