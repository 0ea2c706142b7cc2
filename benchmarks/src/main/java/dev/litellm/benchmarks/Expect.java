package dev.litellm.benchmarks;

/**
 * The check that a client has read all that it was sent: what it skips would be measured
 * as speed.
 */
final class Expect {

	private Expect() {
	}

	static void same(String expected, String actual) {
		if (!expected.equals(actual)) {
			throw new IllegalStateException("The client read %d of %d characters: \"%s\"".formatted(actual.length(),
					expected.length(), actual));
		}
	}

}
