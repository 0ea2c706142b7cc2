package dev.litellm.conformance;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that every recorded case comes out as with LiteLLM, or differs on purpose.
 */
class ConformanceTests {

	private static final Differences DIFFERENCES = Differences.load();

	private static final Runner RUNNER = new Runner(DIFFERENCES);

	private static final Report REPORT = new Report();

	private static final Folder FOLDER = Folder.configured();

	@Test
	void comesOutAsInTheSamples() {
		List<Verdict> verdicts = Folder.samples()
			.fixtures()
			.values()
			.stream()
			.flatMap((fixtures) -> RUNNER.run(fixtures).stream())
			.toList();
		assertThat(verdicts).isNotEmpty();
		check(verdicts);
	}

	@TestFactory
	Stream<DynamicTest> comesOutAsWithLiteLlm() {
		if (!FOLDER.exists()) {
			System.out.println("No recorded cases at " + FOLDER.path() + ": only the samples of this project ran");
			return Stream.empty();
		}
		Stream<DynamicTest> providers = FOLDER.fixtures()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().stream().anyMatch(RUNNER::takes))
			.map((entry) -> DynamicTest.dynamicTest(entry.getKey(), () -> replay(entry.getKey(), entry.getValue())));
		DynamicTest rules = DynamicTest.dynamicTest("every rule is used", ConformanceTests::usesEveryRule);
		return FOLDER.standard() ? Stream.concat(providers, Stream.of(rules)) : providers;
	}

	private static void replay(String provider, List<Fixture> fixtures) {
		List<Verdict> verdicts = RUNNER.run(fixtures);
		REPORT.add(provider, verdicts);
		check(verdicts);
	}

	private static void usesEveryRule() {
		RUNNER.run(Folder.samples().fixtures().values().stream().flatMap(List::stream).toList());
		assertThat(DIFFERENCES.unused()).as("rules that cover nothing").isEmpty();
		List<Verdict> all = REPORT.verdicts().values().stream().flatMap(List::stream).toList();
		assertThat(Later.done(all)).as("cases in later.txt whose turn has come").isEmpty();
	}

	private static void check(List<Verdict> verdicts) {
		assertThat(verdicts.stream()
			.filter((verdict) -> !Later.contains(verdict.fixture()))
			.flatMap((verdict) -> verdict.left()
				.stream()
				.map((mismatch) -> verdict.fixture() + " " + String.join(" | ", mismatch.columns()))))
			.isEmpty();
	}

	@AfterAll
	static void report() {
		RUNNER.close();
		if (FOLDER.exists()) {
			REPORT.print(System.out);
			REPORT.write(Path.of("target/conformance-report.tsv"));
		}
		if (FOLDER.standard() && FOLDER.exists() && Boolean.getBoolean("litellm.conformance.docs")) {
			new Guide(REPORT, DIFFERENCES).write(Folder.root().resolve("docs/conformance.md"));
		}
	}

}
