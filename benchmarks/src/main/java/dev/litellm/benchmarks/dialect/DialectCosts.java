package dev.litellm.benchmarks.dialect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import dev.litellm.LlmClient;
import dev.litellm.benchmarks.ProcessUsage;

/**
 * What each dialect allocates for a call and for a stream of 100 chunks, beside OpenAI's:
 * the whole client with a transport that answers from memory, in this thread.
 */
public final class DialectCosts {

	private static final String BEGIN = "<!-- dialects: written by benchmarks/dialects -->\n";

	private static final String END = "<!-- end of dialects -->\n";

	private static final int ROUNDS = 12;

	private static final int TIMES = 1_500;

	/** The table is told and the target is checked at this factor of OpenAI's. */
	private static final double MOST = 1.15;

	private DialectCosts() {
	}

	/**
	 * Measures and prints the table.
	 * @param args nothing, or the file whose table is written anew
	 * @throws IOException when the file can't be read or written
	 */
	public static void main(String[] args) throws IOException {
		List<Sample> samples = Samples.all();
		double[] calls = kilobytes(samples.stream().map(DialectCosts::call).toList());
		double[] streams = kilobytes(samples.stream().map(DialectCosts::stream).toList());
		StringBuilder table = new StringBuilder(
				"| dialect | call, KB | beside OpenAI's | stream of 100 chunks, KB | beside OpenAI's | ≤ 1.15 × |\n"
						+ "|---|---:|---:|---:|---:|---|\n");
		for (int i = 0; i < samples.size(); i++) {
			double call = calls[i] / calls[0];
			double stream = streams[i] / streams[0];
			table.append(String.format(Locale.ROOT, "| %s | %.1f | %.2f × | %.1f | %.2f × | %s |%n",
					samples.get(i).dialect(), calls[i], call, streams[i], stream,
					(call <= MOST && stream <= MOST) ? "met" : "**missed**"));
		}
		System.out.print(table);
		if (args.length == 1) {
			Path file = Path.of(args[0]);
			String document = Files.readString(file);
			int begin = document.indexOf(BEGIN) + BEGIN.length();
			Files.writeString(file,
					document.substring(0, begin) + "\n" + table + "\n" + document.substring(document.indexOf(END)));
		}
	}

	private static Supplier<String> call(Sample sample) {
		LlmClient client = client(sample, new CannedTransport("application/json", List.of(sample.whole())));
		return checked(() -> client.chat(sample.model())
			.system("You are terse.")
			.user("What are happy answers like?")
			.call()
			.content(), Sample.TEXT);
	}

	private static Supplier<String> stream(Sample sample) {
		LlmClient client = client(sample, new CannedTransport(sample.mediaType(), sample.stream()));
		return checked(() -> {
			StringBuilder text = new StringBuilder();
			client.chat(sample.model())
				.system("You are terse.")
				.user("What are happy answers like?")
				.stream()
				.content()
				.doOnNext(text::append)
				.blockLast();
			return text.toString();
		}, String.join("", Sample.WORDS));
	}

	private static LlmClient client(Sample sample, CannedTransport transport) {
		return sample.setUp().apply(LlmClient.builder().transport(transport)).build();
	}

	/**
	 * Measures in turn, and takes the least of each: what the compiler has not done yet
	 * only adds.
	 */
	private static double[] kilobytes(List<Supplier<String>> operations) {
		double[] least = new double[operations.size()];
		Arrays.fill(least, Double.MAX_VALUE);
		for (int round = 0; round < ROUNDS; round++) {
			for (int i = 0; i < least.length; i++) {
				least[i] = Math.min(least[i], kilobytes(operations.get(i)));
			}
		}
		return least;
	}

	private static double kilobytes(Supplier<String> operation) {
		long before = ProcessUsage.allocatedBytes();
		for (int i = 0; i < TIMES; i++) {
			operation.get();
		}
		return (ProcessUsage.allocatedBytes() - before) / (double) TIMES / 1024;
	}

	private static Supplier<String> checked(Supplier<String> operation, String expected) {
		String read = operation.get();
		if (!read.equals(expected)) {
			throw new IllegalStateException("Read \"" + read + "\" instead of \"" + expected + "\"");
		}
		return operation;
	}

}
