package dev.litellm.error;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The request is wrong.
 *
 * @since 0.1.0
 */
public sealed class LlmBadRequestException extends LlmException
		permits LlmUnsupportedParamsException, LlmContextWindowException, LlmContentPolicyException {

	private static final long serialVersionUID = 1L;

	LlmBadRequestException(Failure failure, @Nullable String provider, @Nullable String model, List<Attempt> attempts) {
		super(failure, provider, model, attempts);
	}

}
