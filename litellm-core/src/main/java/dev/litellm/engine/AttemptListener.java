package dev.litellm.engine;

import dev.litellm.error.Attempt;

/**
 * Told of each attempt when it has ended; must not block or throw.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface AttemptListener {

	void onAttempt(Attempt attempt);

}
