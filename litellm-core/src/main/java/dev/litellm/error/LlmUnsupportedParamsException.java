package dev.litellm.error;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A parameter that the provider or model does not know.
 *
 * @since 0.1.0
 */
public final class LlmUnsupportedParamsException extends LlmBadRequestException {

	private static final long serialVersionUID = 1L;

	LlmUnsupportedParamsException(Failure failure, @Nullable String provider, @Nullable String model,
			List<Attempt> attempts) {
		super(failure, provider, model, attempts);
	}

}
