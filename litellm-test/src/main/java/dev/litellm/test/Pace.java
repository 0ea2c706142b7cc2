package dev.litellm.test;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * When the parts of an answer are sent.
 *
 * @param delay the wait before the status line
 * @param perChunk the wait before each chunk
 * @param pauses extra waits by the number of chunks already sent
 */
record Pace(Duration delay, Duration perChunk, Map<Integer, Duration> pauses) {

	static final Pace AT_ONCE = new Pace(Duration.ZERO, Duration.ZERO, Map.of());

	Duration before(int chunk) {
		return this.pauses.isEmpty() ? this.perChunk
				: this.perChunk.plus(this.pauses.getOrDefault(chunk, Duration.ZERO));
	}

	Pace withDelay(Duration delay) {
		return new Pace(delay, this.perChunk, this.pauses);
	}

	Pace withPerChunk(Duration perChunk) {
		return new Pace(this.delay, perChunk, this.pauses);
	}

	Pace withPause(int chunks, Duration pause) {
		Map<Integer, Duration> pauses = new HashMap<>(this.pauses);
		pauses.put(chunks, pause);
		return new Pace(this.delay, this.perChunk, Map.copyOf(pauses));
	}

}
