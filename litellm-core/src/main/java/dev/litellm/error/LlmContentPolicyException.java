package dev.litellm.error;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The provider's safety rules refuse the prompt or the answer.
 *
 * @since 0.1.0
 */
public final class LlmContentPolicyException extends LlmBadRequestException {

	private static final long serialVersionUID = 1L;

	LlmContentPolicyException(Failure failure, @Nullable String provider, @Nullable String model,
			List<Attempt> attempts) {
		super(failure, provider, model, attempts);
	}

}
