package dev.litellm.benchmarks.dialect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

import dev.litellm.ChatSpec;
import dev.litellm.LlmClient;
import dev.litellm.benchmarks.ProcessUsage;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

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
	 * @param args nothing, the file whose table is written anew, or {@code --only} and
	 * the names of dialects, parted by commas
	 * @throws IOException when the file can't be read or written
	 */
	public static void main(String[] args) throws IOException {
		boolean some = args.length == 2 && args[0].equals("--only");
		List<Sample> samples = some ? Samples.of(Set.of(args[1].split(","))) : Samples.all();
		double[] calls = kilobytes(samples.stream().map(DialectCosts::call).toList());
		double[] streams = kilobytes(samples.stream().map(DialectCosts::stream).toList());
		StringBuilder table = new StringBuilder(
				"| dialect | call, KB | beside OpenAI's | stream of 100 chunks, KB | beside OpenAI's | ≤ 1.15 × |\n"
						+ "|---|---:|---:|---:|---:|---|\n");
		for (int i = 0; i < samples.size(); i++) {
			boolean met = calls[i] <= MOST * calls[0] && !(streams[i] > MOST * streams[0]);
			table.append("| ")
				.append(samples.get(i).title())
				.append(cells(calls[i], calls[0]))
				.append(cells(streams[i], streams[0]))
				.append(met ? " | met |\n" : " | **missed** |\n");
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

	private static String cells(double kilobytes, double openai) {
		return Double.isNaN(kilobytes) ? " | – | –"
				: String.format(Locale.ROOT, " | %.1f | %.2f ×", kilobytes, kilobytes / openai);
	}

	private static IntConsumer call(Sample sample) {
		LlmClient client = client(sample, sample.whole());
		Supplier<ChatSpec> chat = () -> client.chat(sample.model())
			.system("You are terse.")
			.user("What are happy answers like?");
		check(chat.get().call().content(), Sample.TEXT);
		return sample.waits() ? (times) -> Flux.range(0, times).flatMap((i) -> chat.get().callMono(), times).blockLast()
				: repeated(() -> chat.get().call().content());
	}

	private static @Nullable IntConsumer stream(Sample sample) {
		if (sample.stream() == null) {
			return null;
		}
		LlmClient client = client(sample, sample.stream());
		Supplier<String> operation = () -> {
			StringBuilder text = new StringBuilder();
			client.chat(sample.model())
				.system("You are terse.")
				.user("What are happy answers like?")
				.stream()
				.content()
				.doOnNext(text::append)
				.blockLast();
			return text.toString();
		};
		check(operation.get(), String.join("", Sample.WORDS));
		return repeated(operation);
	}

	private static IntConsumer repeated(Supplier<String> operation) {
		return (times) -> {
			for (int i = 0; i < times; i++) {
				operation.get();
			}
		};
	}

	private static LlmClient client(Sample sample, Answer answer) {
		CannedTransport transport = new CannedTransport(answer, sample.others());
		return sample.setUp().apply(LlmClient.builder().transport(transport)).build();
	}

	/**
	 * Measures in turn, and takes the least of each: what the compiler has not done yet
	 * only adds.
	 */
	private static double[] kilobytes(List<@Nullable IntConsumer> operations) {
		double[] least = new double[operations.size()];
		Arrays.fill(least, Double.NaN);
		for (int round = 0; round < ROUNDS; round++) {
			for (int i = 0; i < least.length; i++) {
				IntConsumer operation = operations.get(i);
				if (operation != null) {
					double measured = kilobytes(operation);
					least[i] = (least[i] <= measured) ? least[i] : measured;
				}
			}
		}
		return least;
	}

	private static double kilobytes(IntConsumer operation) {
		long before = ProcessUsage.allocatedBytes();
		operation.accept(TIMES);
		return (ProcessUsage.allocatedBytes() - before) / (double) TIMES / 1024;
	}

	private static void check(String read, String expected) {
		if (!read.equals(expected)) {
			throw new IllegalStateException("Read \"" + read + "\" instead of \"" + expected + "\"");
		}
	}

}
