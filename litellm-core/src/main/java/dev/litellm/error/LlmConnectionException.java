package dev.litellm.error;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * No connection, or one that broke before the answer.
 *
 * @since 0.1.0
 */
public final class LlmConnectionException extends LlmException {

	private static final long serialVersionUID = 1L;

	LlmConnectionException(Failure failure, @Nullable String provider, @Nullable String model, List<Attempt> attempts) {
		super(failure, provider, model, attempts);
	}

}
