package dev.litellm.test;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The requests that arrived, the most recent ones if there are very many.
 */
final class RequestLog {

	private final Deque<RecordedRequest> all = new ArrayDeque<>();

	private final BlockingQueue<RecordedRequest> untaken = new LinkedBlockingQueue<>();

	private volatile int limit = 10_000;

	void limit(int limit) {
		this.limit = limit;
	}

	void add(RecordedRequest request) {
		if (this.limit == 0) {
			return;
		}
		synchronized (this.all) {
			this.all.addLast(request);
			if (this.all.size() > this.limit) {
				this.untaken.remove(this.all.removeFirst());
			}
			this.untaken.add(request);
		}
	}

	List<RecordedRequest> all() {
		synchronized (this.all) {
			return List.copyOf(this.all);
		}
	}

	RecordedRequest take(Duration timeout) {
		try {
			RecordedRequest request = this.untaken.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
			if (request != null) {
				return request;
			}
			throw new AssertionError("No request arrived within " + timeout + "; those before were " + all());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for a request", ex);
		}
	}

	void clear() {
		synchronized (this.all) {
			this.all.clear();
			this.untaken.clear();
		}
	}

}
