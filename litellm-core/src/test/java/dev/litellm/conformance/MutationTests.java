package dev.litellm.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the runner sees when one field of a record is changed.
 */
class MutationTests {

	private static final Runner RUNNER = new Runner(Differences.load());

	private static final int EACH = 8;

	private static List<Fixture> cases = List.of();

	@BeforeAll
	static void readCases() {
		List<Fixture> all = new ArrayList<>();
		Folder.samples().fixtures().values().forEach(all::addAll);
		Folder folder = Folder.configured();
		if (folder.exists()) {
			folder.fixtures().values().forEach(all::addAll);
		}
		cases = all.stream().filter(RUNNER::takes).toList();
	}

	@AfterAll
	static void close() {
		RUNNER.close();
	}

	@Test
	void failsACaseWhoseWireIsChanged() {
		assertEachChangeFails("/wire", (fixture) -> !fixture.wire().isEmpty());
	}

	@Test
	void failsACaseWhoseResponseIsChanged() {
		assertEachChangeFails("/unified/response", (fixture) -> fixture.unified().path("response").isObject());
	}

	@Test
	void failsACaseWhoseChunksAreChanged() {
		assertEachChangeFails("/unified/chunks", (fixture) -> !fixture.unified().path("chunks").isEmpty());
	}

	@Test
	void failsACaseWhoseAssembledStreamIsChanged() {
		assertEachChangeFails("/unified/assembled", (fixture) -> !fixture.unified().path("assembled").isEmpty());
	}

	@Test
	void failsACaseWhoseErrorIsChanged() {
		assertEachChangeFails("/unified/error", (fixture) -> fixture.unified().path("error").isObject());
	}

	@Test
	void failsACaseThatWasRefusedButIsSaidToBeSent() {
		Fixture refused = sample((fixture) -> fixture.wire().isEmpty()).get(0);
		Fixture sent = sample((fixture) -> !fixture.wire().isEmpty()).get(0);
		ObjectNode root = (ObjectNode) refused.root().deepCopy();
		root.set("wire", sent.wire());
		Fixture changed = new Fixture(refused.provider(), refused.name(), root);
		assertThat(RUNNER.run(changed).passed()).isFalse();
	}

	@Test
	void failsAChangedFileInAFolder(@TempDir Path directory) throws IOException {
		Fixture fixture = sample((candidate) -> candidate.unified().has("response")).get(0);
		Path folder = Files.createDirectories(directory.resolve(fixture.provider()));
		List<Fixture> changes = Mutations.of(fixture, "/unified/response/choices");
		for (int i = 0; i < changes.size(); i++) {
			Files.writeString(folder.resolve("change_" + i + ".json"), changes.get(i).root().toString());
		}
		List<Fixture> read = new Folder(directory, false).fixtures().get(fixture.provider());
		assertThat(RUNNER.run(read)).hasSameSizeAs(changes).noneMatch(Verdict::passed);
	}

	private static void assertEachChangeFails(String within, Predicate<Fixture> kind) {
		List<String> unseen = new ArrayList<>();
		for (Fixture fixture : sample(kind)) {
			Outcome outcome = RUNNER.replay(fixture);
			for (Fixture changed : Mutations.of(fixture, within)) {
				if (RUNNER.judge(changed, outcome).passed()) {
					unseen.add(fixture + ": " + difference(fixture, changed));
				}
			}
		}
		assertThat(unseen).isEmpty();
	}

	private static String difference(Fixture fixture, Fixture changed) {
		Comparison comparison = new Comparison(Part.WIRE);
		comparison.compare("", fixture.root(), changed.root());
		return comparison.mismatches().toString();
	}

	/**
	 * Some cases that come out equal but for the model, evenly from all of their kind.
	 */
	private static List<Fixture> sample(Predicate<Fixture> kind) {
		List<Fixture> candidates = cases.stream().filter(kind).toList();
		int step = Math.max(1, candidates.size() / EACH);
		List<Fixture> sample = new ArrayList<>();
		for (int i = 0; i < candidates.size() && sample.size() < EACH; i++) {
			Fixture candidate = candidates.get((i * step + i * step / candidates.size()) % candidates.size());
			Verdict verdict = RUNNER.run(candidate);
			if (verdict.equalButForTheModel() && !sample.contains(candidate)) {
				sample.add(candidate);
			}
		}
		assertThat(sample).isNotEmpty();
		return sample;
	}

}
