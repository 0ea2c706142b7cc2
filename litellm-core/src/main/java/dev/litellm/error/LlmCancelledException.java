package dev.litellm.error;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The caller gave up, for example by an interrupt.
 *
 * @since 0.1.0
 */
public final class LlmCancelledException extends LlmException {

	private static final long serialVersionUID = 1L;

	LlmCancelledException(Failure failure, @Nullable String provider, @Nullable String model, List<Attempt> attempts) {
		super(failure, provider, model, attempts);
	}

}
