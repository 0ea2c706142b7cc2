package dev.litellm.engine;

import java.util.random.RandomGenerator;

/**
 * A generator that draws the highest number of each range.
 */
final class Highest implements RandomGenerator {

	@Override
	public long nextLong() {
		return Long.MAX_VALUE;
	}

	@Override
	public long nextLong(long bound) {
		return bound - 1;
	}

}
