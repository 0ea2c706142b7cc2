package dev.litellm.error;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * There is no such model or address.
 *
 * @since 0.1.0
 */
public final class LlmNotFoundException extends LlmException {

	private static final long serialVersionUID = 1L;

	LlmNotFoundException(Failure failure, @Nullable String provider, @Nullable String model, List<Attempt> attempts) {
		super(failure, provider, model, attempts);
	}

}
