package dev.litellm.benchmarks;

import java.nio.file.Path;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one operation costs on one thread: allocation as the mean over all iterations,
 * times as the least of them, as noise only adds to them.
 *
 * @param kilobytes allocated by all threads of the client's JVM
 * @param cpuMicros processor time of the client's JVM
 * @param wallMicros from asking to the last text
 */
record Operation(double kilobytes, double cpuMicros, double wallMicros) {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	static Operation read(Path jmhResult, String benchmark) {
		JsonNode result = StreamSupport.stream(MAPPER.readTree(jmhResult).spliterator(), false)
			.filter((node) -> node.path("benchmark").asString().endsWith("." + benchmark))
			.findFirst()
			.orElseThrow();
		JsonNode allocation = result.at("/secondaryMetrics/gc.alloc.rate.norm/score");
		return new Operation(allocation.doubleValue() / 1024, least(result.at("/secondaryMetrics/" + CpuProfiler.NAME)),
				least(result.path("primaryMetric")));
	}

	private static double least(JsonNode metric) {
		return StreamSupport.stream(metric.path("rawData").spliterator(), false)
			.flatMap((fork) -> StreamSupport.stream(fork.spliterator(), false))
			.mapToDouble(JsonNode::doubleValue)
			.min()
			.orElseThrow();
	}

}
