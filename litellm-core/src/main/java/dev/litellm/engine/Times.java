package dev.litellm.engine;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

import dev.litellm.call.Timeouts;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;

/**
 * The times of one attempt: how long it may still take, and when it last moved.
 */
final class Times {

	private final Timeouts timeouts;

	private final Duration firstToken;

	private final Duration idle;

	private final @Nullable Duration remaining;

	private final Scheduler timer;

	private final LongSupplier clock;

	private final long begun;

	private volatile long moved;

	/**
	 * Create the times of an attempt that begins now.
	 * @param timeouts the limits, complete but for the total
	 * @param remaining the time left until the call's deadline, or null for no deadline
	 * @param timer runs the timeouts
	 */
	Times(Timeouts timeouts, @Nullable Duration remaining, Scheduler timer) {
		this(timeouts, remaining, timer, System::nanoTime);
	}

	Times(Timeouts timeouts, @Nullable Duration remaining, Scheduler timer, LongSupplier clock) {
		this.timeouts = timeouts;
		this.firstToken = Objects.requireNonNull(timeouts.firstToken());
		this.idle = Objects.requireNonNull(timeouts.idle());
		this.remaining = remaining;
		this.timer = timer;
		this.clock = clock;
		this.begun = clock.getAsLong();
		this.moved = this.begun;
	}

	Scheduler timer() {
		return this.timer;
	}

	@Nullable Duration connect() {
		return this.timeouts.connect();
	}

	/**
	 * Note that the answer has moved.
	 */
	void touch() {
		this.moved = this.clock.getAsLong();
	}

	Duration elapsed() {
		return Duration.ofNanos(this.clock.getAsLong() - this.begun);
	}

	/**
	 * Return the time that the attempt has left.
	 * @param content whether content has come
	 * @return nanoseconds, zero or less when it is late
	 */
	long left(boolean content) {
		long now = this.clock.getAsLong();
		long limit = content ? this.idle.toNanos() - (now - this.moved)
				: this.firstToken.toNanos() - (now - this.begun);
		return (this.remaining != null) ? Math.min(limit, this.remaining.toNanos() - (now - this.begun)) : limit;
	}

	/**
	 * Return what an attempt fails with that is late.
	 * @param content whether content has come
	 * @return the failure, which names the limit
	 */
	Failure late(boolean content) {
		if (this.remaining != null && this.remaining.compareTo(elapsed()) <= 0) {
			return Failure.of(ErrorKind.TIMEOUT, "the call's total timeout of " + text(this.timeouts.total())
					+ " has passed; raise litellm.timeouts.total, or the timeout(…) of the call");
		}
		return Failure.of(ErrorKind.TIMEOUT, content
				? "nothing came for " + text(this.idle)
						+ " (idle timeout); raise litellm.timeouts.idle if the provider may pause that long"
				: "no content within " + text(this.firstToken)
						+ " (first-token timeout); raise litellm.timeouts.first-token if the model may think that long");
	}

	private static String text(@Nullable Duration time) {
		return (time != null) ? time.toString().substring(2).toLowerCase(Locale.ROOT) : "none";
	}

}
