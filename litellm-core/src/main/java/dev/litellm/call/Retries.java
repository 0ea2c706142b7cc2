package dev.litellm.call;

import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;

/**
 * How a call is tried again; null stands for what lies beneath: the model's, the
 * provider's, the application's, the default.
 *
 * @param maxAttempts how often a model is tried, the first time included
 * @param initialWait the longest wait before the second attempt; it doubles for each
 * further one, and the real wait is drawn between zero and it
 * @param maxWait the longest wait before any attempt, a provider's {@code Retry-After}
 * included
 * @param preferFallbackAfter the wait from which on a ready fallback or other deployment
 * is taken at once instead
 * @param on the kinds of failure after which the same model is tried again
 * @since 0.1.0
 */
public record Retries(@Nullable Integer maxAttempts, @Nullable Duration initialWait, @Nullable Duration maxWait,
		@Nullable Duration preferFallbackAfter, @Nullable Set<ErrorKind> on) {

	private static final Retries NONE = new Retries(null, null, null, null, null);

	public Retries {
		if (maxAttempts != null && maxAttempts < 1) {
			throw new IllegalArgumentException("Retry 'max-attempts' is " + maxAttempts
					+ ": it counts the first call, so give 1 for no retry, or more");
		}
		check("initial-wait", initialWait);
		check("max-wait", maxWait);
		check("prefer-fallback-after", preferFallbackAfter);
		on = (on != null) ? Set.copyOf(on) : null;
	}

	public static Retries none() {
		return NONE;
	}

	public static Retries ofMaxAttempts(int maxAttempts) {
		return NONE.withMaxAttempts(maxAttempts);
	}

	public Retries withMaxAttempts(int maxAttempts) {
		return new Retries(maxAttempts, this.initialWait, this.maxWait, this.preferFallbackAfter, this.on);
	}

	/**
	 * Return these rules for some kinds of failure alone.
	 * @param on the kinds that are tried again
	 * @return the new rules
	 */
	public Retries withOn(Set<ErrorKind> on) {
		return new Retries(this.maxAttempts, this.initialWait, this.maxWait, this.preferFallbackAfter, on);
	}

	/**
	 * Return whether a failure lets the same model be tried again.
	 * @param failure the failure
	 * @return true if it does
	 */
	public boolean isRetryable(Failure failure) {
		return (this.on != null) ? this.on.contains(failure.kind()) && !failure.lasting() : failure.isRetryable();
	}

	/**
	 * Return these rules, and the given ones where these say nothing.
	 * @param beneath the rules of the layer beneath
	 * @return the new rules
	 */
	public Retries over(Retries beneath) {
		if (this == NONE) {
			return beneath;
		}
		return new Retries((this.maxAttempts != null) ? this.maxAttempts : beneath.maxAttempts,
				(this.initialWait != null) ? this.initialWait : beneath.initialWait,
				(this.maxWait != null) ? this.maxWait : beneath.maxWait,
				(this.preferFallbackAfter != null) ? this.preferFallbackAfter : beneath.preferFallbackAfter,
				(this.on != null) ? this.on : beneath.on);
	}

	private static void check(String name, @Nullable Duration value) {
		if (value != null && value.isNegative()) {
			throw new IllegalArgumentException("Retry '" + name + "' is " + value + ": give zero or more");
		}
	}

}
