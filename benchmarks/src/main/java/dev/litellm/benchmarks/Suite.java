package dev.litellm.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import dev.litellm.benchmarks.client.ClientKind;

/**
 * The whole run: every client in turn on one server, then the report.
 */
final class Suite {

	private Suite() {
	}

	/**
	 * Measures and prints the report as Markdown.
	 * @param args see {@link Plan}
	 * @throws IOException when a result can't be read or the report not be written
	 * @throws InterruptedException when interrupted
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		if (Runtime.version().feature() < ProcessUsage.MINIMUM_JAVA) {
			exit("Java %d or later is needed: earlier ones do not count the allocation of threads that have ended; "
					+ "this is %s at %s", ProcessUsage.MINIMUM_JAVA, Runtime.version(),
					System.getProperty("java.home"));
		}
		Plan plan = plan(args);
		if (plan.report() != null) {
			// Fails before the run where it would fail after it
			Report.replace(Files.readString(plan.report()), "");
		}
		List<Measurement> measurements = new ArrayList<>();
		List<ClientKind> broken = new ArrayList<>();
		try (Laboratory laboratory = new Laboratory(Path.of(System.getProperty("benchmarks.home")), plan.depth())) {
			for (ClientKind client : plan.clients()) {
				System.err.printf("%s …%n", client.label());
				try {
					measurements.add(laboratory.measure(client));
				}
				catch (IOException ex) {
					System.err.println(ex.getMessage());
					broken.add(client);
				}
			}
		}
		String report = new Report(measurements).render(LocalDate.now(), plan.depth());
		System.out.println(report);
		if (plan.report() != null) {
			Files.writeString(plan.report(), Report.replace(Files.readString(plan.report()), report));
		}
		if (!broken.isEmpty()) {
			exit("Not measured: %s", broken);
		}
	}

	private static Plan plan(String[] args) {
		try {
			return Plan.parse(List.of(args));
		}
		catch (IllegalArgumentException ex) {
			throw exit("%s", String.valueOf(ex.getMessage()));
		}
	}

	private static IllegalStateException exit(String message, Object... arguments) {
		System.err.printf(message + "%n", arguments);
		System.exit(1);
		return new IllegalStateException();
	}

}
