package dev.litellm.engine;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.Retries;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.routing.Deployment;
import dev.litellm.routing.Leg;

/**
 * Decides, given how the last attempt failed, whom to ask next and after which wait;
 * pure: it knows no clock, thread or HTTP.
 */
final class Attempts {

	private final List<Leg> legs;

	private final RetryRules rules;

	private final Retries callRetries;

	private final BitSet failed = new BitSet();

	private int leg;

	private int tried;

	private Deployment current;

	private RetryRules.@Nullable Tries tries;

	private @Nullable Failure first;

	private Deployment firstDeployment;

	/**
	 * Create the decisions of one call.
	 * @param legs the call's route
	 * @param rules decide on retries
	 * @param callRetries the call's own retry rules
	 */
	Attempts(List<Leg> legs, RetryRules rules, Retries callRetries) {
		this.legs = legs;
		this.rules = rules;
		this.callRetries = callRetries;
		this.current = legs.get(0).deployments().get(0);
		this.firstDeployment = this.current;
	}

	Next first() {
		this.tried = 1;
		return new Next.Ask(this.current, Duration.ZERO);
	}

	/**
	 * Decide after a failure.
	 * @param failure how the last attempt failed
	 * @param remaining the time left until the call's deadline, or null for no deadline
	 * @return what to do next
	 */
	Next after(Failure failure, @Nullable Duration remaining) {
		if (this.leg == 0) {
			this.first = failure;
			this.firstDeployment = this.current;
		}
		ErrorKind kind = failure.kind();
		if (kind == ErrorKind.CANCELLED || kind == ErrorKind.STREAM_INTERRUPTED
				|| (remaining != null && (remaining.isZero() || remaining.isNegative()))) {
			return stop(failure);
		}
		Next again = again(failure, remaining);
		return (again != null) ? again : elsewhere(failure);
	}

	private @Nullable Next again(Failure failure, @Nullable Duration remaining) {
		Retries retries = retries();
		if (this.tries == null) {
			this.tries = this.rules.begin(retries);
		}
		Duration wait = this.tries.after(failure);
		List<Deployment> deployments = this.legs.get(this.leg).deployments();
		int most = Math.min(deployments.size(), Objects.requireNonNull(retries.maxAttempts()));
		if (this.tried < most && failure.kind().isFallbackable()) {
			return ask(deployments.get(this.tried++), Duration.ZERO);
		}
		if (wait == null || (remaining != null && wait.compareTo(remaining) >= 0)) {
			return null;
		}
		Duration patience = retries.preferFallbackAfter();
		if (patience != null && wait.compareTo(patience) > 0 && nextLeg(failure.kind()) >= 0) {
			return null;
		}
		return ask(deployments.get(this.tried++ % deployments.size()), wait);
	}

	private Next elsewhere(Failure failure) {
		int next = nextLeg(failure.kind());
		if (next < 0) {
			return stop(failure);
		}
		this.leg = next;
		this.tries = null;
		this.tried = 1;
		return ask(this.legs.get(next).deployments().get(0), Duration.ZERO);
	}

	private int nextLeg(ErrorKind kind) {
		this.failed.set(this.leg);
		for (int i = this.leg + 1; i < this.legs.size(); i++) {
			Leg next = this.legs.get(i);
			if (this.failed.get(next.after()) && next.takes(kind)) {
				return i;
			}
		}
		return -1;
	}

	private Next ask(Deployment deployment, Duration wait) {
		this.current = deployment;
		return new Next.Ask(deployment, wait);
	}

	private Next stop(Failure last) {
		boolean cancelled = last.kind() == ErrorKind.CANCELLED || last.kind() == ErrorKind.STREAM_INTERRUPTED;
		return (this.first == null || cancelled) ? new Next.Stop(last, this.current)
				: new Next.Stop(this.first, this.firstDeployment);
	}

	private Retries retries() {
		return this.callRetries.over(this.current.settings().retries()).over(Defaults.RETRIES);
	}

}
