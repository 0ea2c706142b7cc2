package dev.litellm.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.litellm.benchmarks.client.ClientKind;
import org.jspecify.annotations.Nullable;

/**
 * What one run measures, and how long.
 *
 * @param clients the clients
 * @param depth how long
 * @param report the Markdown file to put the results into, or {@code null} to only print
 * them
 */
record Plan(Set<ClientKind> clients, Depth depth, @Nullable Path report) {

	private static final String USAGE = """
			Options:
			  --short          one JVM a client and fewer iterations, a quarter of the time
			  --quick          a smoke test: every client and every table, numbers of no worth
			  --only A,B       these clients only, of %s
			  --report FILE    put the results into this file, between its two markers"""
		.formatted(Arrays.stream(ClientKind.values()).map(ClientKind::option).toList());

	static Plan parse(List<String> arguments) {
		Set<ClientKind> clients = EnumSet.allOf(ClientKind.class);
		Depth depth = Depth.FULL;
		Path report = null;
		for (int i = 0; i < arguments.size(); i++) {
			String option = arguments.get(i);
			if (option.equals("--quick")) {
				depth = Depth.QUICK;
			}
			else if (option.equals("--short")) {
				depth = Depth.SHORT;
			}
			else if (option.equals("--only") && i + 1 < arguments.size()) {
				clients = clients(arguments.get(++i));
			}
			else if (option.equals("--report") && i + 1 < arguments.size()) {
				report = Path.of(arguments.get(++i));
			}
			else {
				throw new IllegalArgumentException("Unknown or incomplete option \"" + option + "\"\n" + USAGE);
			}
		}
		if (report != null && (depth == Depth.QUICK || clients.size() < ClientKind.values().length)) {
			throw new IllegalArgumentException(
					"--report takes a run of all clients, full or --short, without --quick and --only");
		}
		return new Plan(clients, depth, report);
	}

	private static Set<ClientKind> clients(String names) {
		Set<ClientKind> clients = EnumSet.noneOf(ClientKind.class);
		for (String name : names.split(",")) {
			clients.add(Arrays.stream(ClientKind.values())
				.filter((client) -> client.option().equals(name))
				.findFirst()
				.orElseThrow(() -> new IllegalArgumentException("Unknown client \"" + name + "\"\n" + USAGE)));
		}
		return clients;
	}

	/**
	 * How long a run takes: below ten seconds of warm-up the numbers are the compiler's.
	 */
	enum Depth {

		/** The numbers of the report. */
		FULL(List.of("-f", "2", "-wi", "3", "-w", "4s", "-i", "5", "-r", "3s"), 12, 3),

		/**
		 * One JVM a client: allocation is as exact as in a full run, times are less so.
		 */
		SHORT(List.of("-f", "1", "-wi", "2", "-w", "5s", "-i", "3", "-r", "2s"), 8, 2),

		/** A proof that all of it works. */
		QUICK(List.of("-f", "1", "-wi", "1", "-w", "1s", "-i", "1", "-r", "1s"), 1, 1);

		private final List<String> jmh;

		private final int burstWarmUpSeconds;

		private final int burstRounds;

		Depth(List<String> jmh, int burstWarmUpSeconds, int burstRounds) {
			this.jmh = jmh;
			this.burstWarmUpSeconds = burstWarmUpSeconds;
			this.burstRounds = burstRounds;
		}

		/** Forks, warm-up and iterations, as JMH's options. */
		List<String> jmh() {
			return this.jmh;
		}

		int burstWarmUpSeconds() {
			return this.burstWarmUpSeconds;
		}

		int burstRounds() {
			return this.burstRounds;
		}

	}

}
