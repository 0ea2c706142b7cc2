package dev.litellm.benchmarks.dialect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.litellm.LlmClient;

/**
 * The samples of all dialects; the first is OpenAI's, which the others stand beside.
 */
final class Samples {

	/** The dialects that have no sample, and why. */
	private static final Map<String, String> WITHOUT = Map.of("mock", "it answers by itself, without a wire");

	private Samples() {
	}

	/**
	 * Return the samples.
	 * @return the samples of every dialect that the library brings
	 * @throws IllegalStateException if one has neither a sample nor a reason to have none
	 */
	static List<Sample> all() {
		List<Sample> samples = Stream
			.of(MakerSamples.all(), HostSamples.all(), TextSamples.all(), AgentSamples.all(), AmazonSamples.all())
			.flatMap(List::stream)
			.toList();
		Set<String> missing = new TreeSet<>(LlmClient.builder().dialects());
		missing.removeAll(WITHOUT.keySet());
		samples.forEach((sample) -> missing.remove(sample.dialect()));
		if (!missing.isEmpty()) {
			throw new IllegalStateException(
					"No samples of " + missing + ": add them, or say in Samples why there are none");
		}
		return samples;
	}

	/**
	 * Return the samples of some dialects.
	 * @param dialects their names
	 * @return OpenAI's first sample, and theirs
	 */
	static List<Sample> of(Set<String> dialects) {
		List<Sample> all = all();
		return all.stream().filter((sample) -> sample == all.get(0) || dialects.contains(sample.dialect())).toList();
	}

}
