package dev.litellm.benchmarks;

import java.util.Collection;
import java.util.List;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * A JMH profiler of the processor time of the whole process, per operation: a client's
 * own threads count, and so do its garbage collections.
 */
public final class CpuProfiler implements InternalProfiler {

	/** Name of the result, in microseconds per operation. */
	public static final String NAME = "cpu.norm";

	private long before;

	@Override
	public String getDescription() {
		return "Processor time of the process per operation";
	}

	@Override
	public void beforeIteration(BenchmarkParams benchmarkParams, IterationParams iterationParams) {
		this.before = ProcessUsage.cpuNanos();
	}

	@Override
	@SuppressWarnings("rawtypes")
	public Collection<? extends Result> afterIteration(BenchmarkParams benchmarkParams, IterationParams iterationParams,
			IterationResult result) {
		double micros = (ProcessUsage.cpuNanos() - this.before) / 1_000.0;
		double perOperation = micros / result.getMetadata().getAllOps();
		return List.of(new ScalarResult(NAME, perOperation, "us/op", AggregationPolicy.AVG));
	}

}
