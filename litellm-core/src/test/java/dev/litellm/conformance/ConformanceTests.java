package dev.litellm.conformance;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that every recorded case comes out as with LiteLLM, or differs on purpose.
 */
class ConformanceTests {

	private static final Differences DIFFERENCES = Differences.load();

	private static final Runner RUNNER = new Runner(DIFFERENCES);

	private static final Report REPORT = new Report();

	@TestFactory
	Stream<DynamicTest> comesOutAsWithLiteLlm() {
		Folder folder = Folder.configured();
		if (!folder.exists()) {
			System.out.println("No recorded cases at " + folder.path() + ": only the built-in samples are replayed");
			return Stream.empty();
		}
		return folder.fixtures()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().stream().anyMatch(RUNNER::takes))
			.map((entry) -> DynamicTest.dynamicTest(entry.getKey(), () -> replay(entry.getKey(), entry.getValue())));
	}

	private static void replay(String provider, List<Fixture> fixtures) {
		List<Verdict> verdicts = RUNNER.run(fixtures);
		REPORT.add(provider, verdicts);
		assertThat(verdicts).filteredOn((verdict) -> !Later.contains(verdict.fixture()))
			.allSatisfy((verdict) -> assertThat(verdict.left()).as(verdict.fixture().toString())
				.withFailMessage(() -> show(verdict))
				.isEmpty());
	}

	private static String show(Verdict verdict) {
		return verdict.left()
			.stream()
			.map((mismatch) -> verdict.fixture() + " " + String.join(" | ", mismatch.columns()))
			.collect(Collectors.joining("\n"));
	}

	@AfterAll
	static void report() {
		RUNNER.close();
		REPORT.print(System.out);
		REPORT.write(Path.of("target/conformance-report.tsv"));
	}

}
