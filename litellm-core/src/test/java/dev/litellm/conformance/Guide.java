package dev.litellm.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The page that says how far the library does as LiteLLM.
 */
final class Guide {

	private final Report report;

	private final Differences differences;

	Guide(Report report, Differences differences) {
		this.report = report;
		this.differences = differences;
	}

	void write(Path file) {
		List<String> lines = new ArrayList<>();
		lines.add("# Conformance with LiteLLM");
		lines.add("");
		lines.add(
				"Recorded exchanges of LiteLLM 1.106.2 are replayed through `LlmClient` over a real socket: the request on");
		lines.add(
				"the wire and the unified answer, stream or failure are compared with what LiteLLM sent and made of it.");
		lines.add("A difference either has a reason below, or fails the build.");
		lines.add("");
		lines.add("```");
		lines.add(
				"mvn -pl litellm-core -am test -Dtest=ConformanceTests -Dlitellm.conformance=DIR   # DIR/PROVIDER/CASE.json");
		lines.add("```");
		lines.add("");
		lines.add(
				"Each mismatch is a line of `litellm-core/target/conformance-report.tsv`. This page is written by the same");
		lines.add("command with `-Dlitellm.conformance.docs=true`, the rules are in");
		lines.add("`litellm-core/src/test/resources/conformance/differences.tsv`.");
		lines.add("");
		providers(lines);
		lines.add("");
		reasons(lines);
		try {
			Files.write(file, lines);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void providers(List<String> lines) {
		lines.add("## Chat, by provider");
		lines.add("");
		lines.add("| provider | cases | equal | differ on purpose | left |");
		lines.add("| --- | ---: | ---: | ---: | ---: |");
		List<Verdict> all = new ArrayList<>();
		this.report.verdicts().forEach((provider, verdicts) -> {
			lines.add(row(provider, verdicts));
			all.addAll(verdicts);
		});
		lines.add(row("**all**", all));
		lines.add("");
		lines.add(
				"That the model is told as the provider tells it is not counted as a difference here; it is one in every");
		lines.add("stream and in most answers.");
	}

	private static String row(String provider, List<Verdict> verdicts) {
		long left = verdicts.stream().filter((verdict) -> !verdict.passed()).count();
		long equal = verdicts.stream().filter(Verdict::equalButForTheModel).count();
		return "| " + provider + " | " + verdicts.size() + " | " + equal + " | " + (verdicts.size() - left - equal)
				+ " | " + left + " |";
	}

	private void reasons(List<String> lines) {
		Map<String, Set<String>> providers = new LinkedHashMap<>();
		Map<String, Set<String>> cases = new LinkedHashMap<>();
		this.differences.rules().forEach((rule) -> {
			providers.put(rule.reason(), new TreeSet<>());
			cases.put(rule.reason(), new TreeSet<>());
		});
		this.report.verdicts().values().stream().flatMap(List::stream).forEach((verdict) -> {
			verdict.onPurpose().values().forEach((rule) -> {
				providers.get(rule.reason()).add(verdict.fixture().provider());
				cases.get(rule.reason()).add(verdict.fixture().toString());
			});
		});
		lines.add("## What differs on purpose");
		lines.add("");
		lines.add("| reason | cases | providers |");
		lines.add("| --- | ---: | --- |");
		providers
			.forEach((reason, names) -> lines.add("| " + reason.replace("|", "\\|") + " | " + cases.get(reason).size()
					+ " | " + ((names.size() > 6) ? names.size() : String.join(", ", names)) + " |"));
	}

}
