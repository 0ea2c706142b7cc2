package dev.litellm.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that is moved by hand.
 */
final class HandClock extends Clock {

	private volatile Instant now;

	private volatile Runnable meanwhile = () -> {
	};

	HandClock(Instant now) {
		this.now = now;
	}

	void pass(Duration time) {
		this.now = this.now.plus(time);
	}

	/**
	 * Let something happen once, while the clock is being read.
	 * @param event what happens
	 */
	void meanwhile(Runnable event) {
		this.meanwhile = event;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

	@Override
	public Instant instant() {
		Runnable event = this.meanwhile;
		this.meanwhile = () -> {
		};
		event.run();
		return this.now;
	}

}
