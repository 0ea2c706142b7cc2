package dev.litellm.conformance;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;

import dev.litellm.dialect.StreamTrial;

/**
 * Tests that every recorded stream is read the same however it is cut, is never taken for
 * whole where it is not, and fails in one way only where it is spoiled.
 */
class RecordedStreamTests {

	private static final Runner RUNNER = new Runner(Differences.load());

	private static List<StreamTrial> streams = List.of();

	@BeforeAll
	static void receive() {
		Stream<Folder> folders = Stream.of(Folder.samples(), Folder.configured()).filter(Folder::exists);
		streams = folders.flatMap((folder) -> folder.fixtures().values().stream())
			.flatMap(List::stream)
			.filter((fixture) -> fixture.isStream() && RUNNER.takes(fixture))
			.map(RUNNER::stream)
			.filter(Objects::nonNull)
			.toList();
	}

	@AfterAll
	static void close() {
		RUNNER.close();
	}

	@TestFactory
	Stream<DynamicTest> comesToTheSameCutAtAnyByte() {
		return forEach((stream) -> stream.checkCuts(150));
	}

	@TestFactory
	Stream<DynamicTest> failsWithThePartWhereItEndsBeforeTheAnswerDoes() {
		return forEach(StreamTrial::checkCutOffs);
	}

	@TestFactory
	Stream<DynamicTest> failsInOneWayOnlyWhateverItsFramesHold() {
		return forEach((stream) -> stream.checkSpoiled(40));
	}

	private static Stream<DynamicTest> forEach(ThrowingConsumer<StreamTrial> test) {
		return DynamicTest.stream(streams.stream(), StreamTrial::toString, test);
	}

}
