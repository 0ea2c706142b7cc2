package dev.litellm.benchmarks;

import java.util.Comparator;
import java.util.List;

import dev.litellm.benchmarks.client.ClientKind;

/**
 * What our client promises, judged for each of its configurations.
 */
final class Targets {

	private static final double CALL = 1.10;

	private static final double STREAM = 0.50;

	private static final int MANY = 1_800;

	private final List<Measurement> measurements;

	Targets(List<Measurement> measurements) {
		this.measurements = measurements;
	}

	String render() {
		List<Measurement> ours = this.measurements.stream()
			.filter((measurement) -> measurement.client().isOurs())
			.toList();
		List<Measurement> others = this.measurements.stream()
			.filter((measurement) -> !measurement.client().isOurs())
			.toList();
		Measurement raw = others.stream()
			.filter((measurement) -> measurement.client() == ClientKind.WEBCLIENT)
			.findFirst()
			.orElse(null);
		if (ours.isEmpty() || raw == null) {
			return "Targets are not judged: our client or raw WebClient was left out of this run.\n";
		}
		Table table = new Table("Targets", "target", "configuration", "measured", "verdict");
		for (Measurement measurement : ours) {
			judge(table, measurement, raw, others);
		}
		return table.toString();
	}

	private static void judge(Table table, Measurement ours, Measurement raw, List<Measurement> others) {
		String name = ours.client().label();
		double call = ours.call().kilobytes() / raw.call().kilobytes();
		row(table, "blocking call allocates at most 1.10 × raw WebClient", name, Table.times(call), call <= CALL);
		double cpu = ours.call().cpuMicros() / raw.call().cpuMicros();
		row(table, "blocking call takes at most 1.10 × the CPU of raw WebClient", name, Table.times(cpu), cpu <= CALL);
		double stream = ours.stream().kilobytes() / raw.stream().kilobytes();
		row(table, "stream allocates at most 0.5 × raw WebClient", name, Table.times(stream), stream <= STREAM);
		Measurement least = others.stream()
			.min(Comparator.comparingDouble((other) -> other.stream().kilobytes()))
			.orElseThrow();
		row(table, "stream allocates less than every other client", name,
				"%s KB, least of the others %s KB (%s)".formatted(Table.whole(ours.stream().kilobytes()),
						Table.whole(least.stream().kilobytes()), least.client().label()),
				ours.stream().kilobytes() < least.stream().kilobytes());
		int failed = ours.burst(MANY).failed();
		row(table, "of 1,800 streams at once none fails", name, failed + " failed", failed == 0);
	}

	private static void row(Table table, String target, String configuration, String measured, boolean met) {
		table.row(target, configuration, measured, met ? "met" : "**missed**");
	}

}
