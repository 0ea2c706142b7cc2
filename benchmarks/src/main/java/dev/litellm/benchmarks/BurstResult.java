package dev.litellm.benchmarks;

import java.util.Collection;

import tools.jackson.databind.json.JsonMapper;

/**
 * What became of streams started at once.
 *
 * @param ok streams read whole
 * @param failed the others
 * @param peak the most requests that the server had in flight at once
 * @param threads the most threads that the client's JVM had
 * @param wallMillis from the first start to the last end
 * @param cpuMicros processor time of the client's JVM, per stream
 * @param kilobytes allocated by the client's JVM, per stream
 * @param failure the first failure, or empty
 */
record BurstResult(int ok, int failed, int peak, int threads, long wallMillis, double cpuMicros, double kilobytes,
		String failure) {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	/**
	 * Reads the rounds of one JVM as one result: of failures, requests in flight and
	 * threads the most, of time and allocation the least, as noise only adds to them.
	 * @param rounds each round, rendered
	 * @return the result
	 */
	static BurstResult parse(Collection<String> rounds) {
		return rounds.stream()
			.map((json) -> MAPPER.readValue(json, BurstResult.class))
			.reduce(BurstResult::merge)
			.orElseThrow();
	}

	private BurstResult merge(BurstResult other) {
		return new BurstResult(Math.min(this.ok, other.ok), Math.max(this.failed, other.failed),
				Math.max(this.peak, other.peak), Math.max(this.threads, other.threads),
				Math.min(this.wallMillis, other.wallMillis), Math.min(this.cpuMicros, other.cpuMicros),
				Math.min(this.kilobytes, other.kilobytes), this.failure.isEmpty() ? other.failure : this.failure);
	}

	String render() {
		return MAPPER.writeValueAsString(this);
	}

}
