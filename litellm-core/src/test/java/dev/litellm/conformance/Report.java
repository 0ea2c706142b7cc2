package dev.litellm.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run found: a line for each provider, and a file of all mismatches.
 */
final class Report {

	private final SortedMap<String, List<Verdict>> verdicts = new TreeMap<>();

	void add(String provider, List<Verdict> verdicts) {
		this.verdicts.put(provider, verdicts);
	}

	SortedMap<String, List<Verdict>> verdicts() {
		return this.verdicts;
	}

	void print(PrintStream out) {
		this.verdicts.forEach((provider, list) -> out.println(provider + ": " + count(list)));
		out.println("TOTAL: " + count(this.verdicts.values().stream().flatMap(List::stream).toList()));
	}

	private static String count(List<Verdict> verdicts) {
		long passed = verdicts.stream().filter(Verdict::passed).count();
		return passed + " passed, " + (verdicts.size() - passed) + " failed";
	}

	/**
	 * Write all mismatches: those that are left, then those on purpose with the reason.
	 * @param file the file
	 */
	void write(Path file) {
		List<String> left = new ArrayList<>();
		List<String> onPurpose = new ArrayList<>();
		this.verdicts.forEach((provider, list) -> list.forEach((verdict) -> {
			verdict.left().forEach((mismatch) -> left.add(line(verdict, mismatch, "")));
			for (Map.Entry<Mismatch, Difference> entry : verdict.onPurpose().entrySet()) {
				onPurpose.add(line(verdict, entry.getKey(), entry.getValue().reason()));
			}
		}));
		List<String> lines = new ArrayList<>();
		lines.add("provider\tcase\tpart\tpointer\texpected\tactual\treason");
		lines.addAll(left);
		lines.addAll(onPurpose);
		try {
			Files.createDirectories(file.toAbsolutePath().getParent());
			Files.write(file, lines);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String line(Verdict verdict, Mismatch mismatch, String reason) {
		List<String> columns = new ArrayList<>();
		columns.add(verdict.fixture().provider());
		columns.add(verdict.fixture().name());
		columns.addAll(mismatch.columns());
		columns.add(reason);
		return String.join("\t", columns);
	}

}
