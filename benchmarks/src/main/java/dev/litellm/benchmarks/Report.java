package dev.litellm.benchmarks;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import dev.litellm.benchmarks.client.ClientKind;

/**
 * The results as Markdown: where they were taken, single operations, streams at once, and
 * the targets.
 */
final class Report {

	private static final String BEGIN = "<!-- results: written by benchmarks/run -->\n";

	private static final String END = "<!-- end of results -->\n";

	private final List<Measurement> measurements;

	Report(List<Measurement> measurements) {
		this.measurements = measurements;
	}

	/**
	 * Puts a report between the two markers of a document.
	 * @param document the document
	 * @param report the report
	 * @return the document with this report in the place of the last one
	 */
	static String replace(String document, String report) {
		int begin = document.indexOf(BEGIN);
		int end = document.indexOf(END);
		if (begin < 0 || end < begin) {
			throw new IllegalArgumentException("The report's file must hold the two lines\n" + BEGIN + END);
		}
		return document.substring(0, begin) + BEGIN + "\n" + report + "\n" + document.substring(end);
	}

	String render(LocalDate date, Plan.Depth depth) {
		StringBuilder text = new StringBuilder();
		text.append("Taken on %s, in a %s run: %s.%n%s.%n%n".formatted(date, depth.name().toLowerCase(Locale.ROOT),
				Machine.hardware(), Machine.versions()));
		text.append(operations("A blocking call, one thread", Measurement::call)).append('\n');
		text.append(operations("A stream of 100 chunks, one thread", Measurement::stream)).append('\n');
		for (int streams : Laboratory.BURSTS) {
			text.append(burst(streams)).append('\n');
		}
		return text.append(new Targets(this.measurements).render()).toString();
	}

	private String operations(String title, Function<Measurement, Operation> operation) {
		Table table = new Table(title, "client", "KB allocated", "beside WebClient", "CPU µs", "beside WebClient",
				"µs");
		Optional<Operation> raw = this.measurements.stream()
			.filter((measurement) -> measurement.client() == ClientKind.WEBCLIENT)
			.findFirst()
			.map(operation);
		for (Measurement measurement : this.measurements) {
			Operation cost = operation.apply(measurement);
			table.row(measurement.client().label(), Table.tenths(cost.kilobytes()),
					beside(raw, cost, Operation::kilobytes), Table.whole(cost.cpuMicros()),
					beside(raw, cost, Operation::cpuMicros), Table.whole(cost.wallMicros()));
		}
		return table.toString();
	}

	private static String beside(Optional<Operation> raw, Operation cost, ToDoubleFunction<Operation> number) {
		return raw.map((base) -> Table.times(number.applyAsDouble(cost) / number.applyAsDouble(base))).orElse("");
	}

	private String burst(int streams) {
		Table table = new Table("%,d streams at once".formatted(streams), "client", "whole", "failed",
				"most in flight at the server", "client threads", "seconds", "CPU µs per stream", "KB per stream");
		StringBuilder failures = new StringBuilder();
		for (Measurement measurement : this.measurements) {
			BurstResult burst = measurement.burst(streams);
			String label = measurement.client().label();
			table.row(label, Table.whole(burst.ok()), Table.whole(burst.failed()), Table.whole(burst.peak()),
					Table.whole(burst.threads()), Table.tenths(burst.wallMillis() / 1000.0),
					Table.whole(burst.cpuMicros()), Table.whole(burst.kilobytes()));
			if (burst.failed() > 0) {
				failures.append("\n%s, first failure: `%s`\n".formatted(label, burst.failure()));
			}
		}
		return table.toString() + failures;
	}

}
