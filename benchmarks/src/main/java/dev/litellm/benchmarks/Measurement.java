package dev.litellm.benchmarks;

import java.util.Map;
import java.util.Objects;

import dev.litellm.benchmarks.client.ClientKind;

/**
 * All that was measured of one client.
 *
 * @param client the client
 * @param call a blocking call
 * @param stream a stream of 100 chunks
 * @param bursts streams at once, by their number
 */
record Measurement(ClientKind client, Operation call, Operation stream, Map<Integer, BurstResult> bursts) {

	BurstResult burst(int streams) {
		return Objects.requireNonNull(this.bursts.get(streams), () -> "No burst of " + streams + " streams");
	}

}
