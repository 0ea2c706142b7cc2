package dev.litellm.engine;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.Retries;
import dev.litellm.error.Failure;

/**
 * Decides whether and after which wait a model is tried again; knows no clock, thread or
 * HTTP.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface RetryRules {

	/**
	 * Begin the tries of one model.
	 * @param retries the rules, complete
	 * @return the decisions for these tries
	 */
	Tries begin(Retries retries);

	/**
	 * The decisions for the tries of one model; not thread-safe.
	 */
	@FunctionalInterface
	interface Tries {

		/**
		 * Decide after a failure.
		 * @param failure the failure
		 * @return the wait before the next try, or null for no more
		 */
		@Nullable Duration after(Failure failure);

	}

}
