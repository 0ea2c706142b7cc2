package dev.litellm.benchmarks.server;

import java.util.concurrent.TimeUnit;

/**
 * The requests in flight, each on a connection of its own: their peak, and a gate that
 * opens once enough of them have come.
 */
final class InFlight {

	private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(1);

	private int now;

	private int peak;

	private int waiting;

	private int opened;

	private long lastArrival;

	synchronized void enter() {
		this.now++;
		this.peak = Math.max(this.peak, this.now);
	}

	synchronized void leave() {
		this.now--;
	}

	/** The peak since this was last called. */
	synchronized int takePeak() {
		int taken = this.peak;
		this.peak = this.now;
		return taken;
	}

	/**
	 * Waits until this many wait, or until no more have come for a second.
	 * @param requests the number to wait for
	 * @throws InterruptedException when interrupted
	 */
	synchronized void gather(int requests) throws InterruptedException {
		int turn = this.opened;
		this.lastArrival = System.nanoTime();
		this.waiting++;
		if (this.waiting == requests) {
			open();
		}
		while (turn == this.opened) {
			long left = this.lastArrival + QUIET_NANOS - System.nanoTime();
			if (left > 0) {
				TimeUnit.NANOSECONDS.timedWait(this, left);
			}
			else {
				open();
			}
		}
	}

	private void open() {
		this.waiting = 0;
		this.opened++;
		notifyAll();
	}

}
