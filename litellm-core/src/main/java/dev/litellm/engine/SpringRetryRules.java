package dev.litellm.engine;

import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import org.springframework.classify.BinaryExceptionClassifier;
import org.springframework.retry.RetryContext;
import org.springframework.retry.backoff.BackOffContext;
import org.springframework.retry.backoff.ExponentialBackOffPolicy;
import org.springframework.retry.policy.SimpleRetryPolicy;

import dev.litellm.call.Retries;
import dev.litellm.error.Failure;
import dev.litellm.error.FailureException;

/**
 * Retry rules by Spring Retry: its policies count and grow the wait, nobody sleeps in
 * them. The wait is drawn between zero and the grown one (full jitter), or is what the
 * provider asks for.
 *
 * @since 0.1.0
 */
public final class SpringRetryRules implements RetryRules {

	private final RandomGenerator random;

	public SpringRetryRules(RandomGenerator random) {
		this.random = random;
	}

	@Override
	public Tries begin(Retries retries) {
		return new SpringTries(retries);
	}

	private final class SpringTries implements Tries {

		private final Duration maxWait;

		private final SimpleRetryPolicy policy;

		private final RetryContext context;

		private final ExponentialBackOffPolicy backOff;

		private final BackOffContext backOffContext;

		private long grown;

		SpringTries(Retries retries) {
			this.maxWait = Objects.requireNonNull(retries.maxWait());
			this.policy = new SimpleRetryPolicy(Objects.requireNonNull(retries.maxAttempts()), new Retryable(retries));
			this.context = this.policy.open(null);
			ExponentialBackOffPolicy growing = new ExponentialBackOffPolicy();
			growing.setInitialInterval(Math.max(1, Objects.requireNonNull(retries.initialWait()).toMillis()));
			growing.setMaxInterval(Math.max(1, this.maxWait.toMillis()));
			growing.setMultiplier(2);
			this.backOff = growing.withSleeper((millis) -> this.grown = millis);
			this.backOffContext = this.backOff.start(this.context);
		}

		@Override
		public @Nullable Duration after(Failure failure) {
			this.policy.registerThrowable(this.context, failure.asException());
			if (!this.policy.canRetry(this.context)) {
				return null;
			}
			this.backOff.backOff(this.backOffContext);
			Duration asked = failure.retryAfter();
			if (asked != null) {
				return (asked.compareTo(this.maxWait) > 0) ? this.maxWait : asked;
			}
			return Duration.ofMillis(SpringRetryRules.this.random.nextLong(this.grown + 1));
		}

	}

	/**
	 * Tells Spring Retry which failures may be tried again.
	 */
	private static final class Retryable extends BinaryExceptionClassifier {

		private static final long serialVersionUID = 1L;

		private final transient Retries retries;

		Retryable(Retries retries) {
			super(false);
			this.retries = retries;
		}

		@Override
		public Boolean classify(Throwable error) {
			return error instanceof FailureException failure && this.retries.isRetryable(failure.failure());
		}

	}

}
