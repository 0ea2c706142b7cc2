package dev.litellm.benchmarks.dialect;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An answer of a provider's, in the pieces that the network brings.
 *
 * @param mediaType its type
 * @param pieces its pieces
 */
record Answer(String mediaType, List<byte[]> pieces) {

	static Answer json(String text) {
		return new Answer("application/json", List.of(text.getBytes(StandardCharsets.UTF_8)));
	}

}
