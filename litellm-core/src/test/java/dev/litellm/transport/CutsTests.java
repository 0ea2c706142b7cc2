package dev.litellm.transport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.litellm.error.FailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/**
 * Tests that a body is cut into the same frames wherever the network cuts it.
 */
class CutsTests {

	private static final int LIMIT = 1 << 20;

	static Stream<String> bodies() {
		String chunks = IntStream.range(0, 6)
			.mapToObj((i) -> "data: {\"id\":\"c\",\"choices\":[{\"delta\":{\"content\":\"é北🙂👩‍🚀" + i + "\"}}]}\n\n")
			.reduce("", String::concat) + "data: [DONE]\n\n";
		return Stream.of(chunks, chunks.replace("\n", "\r\n"), chunks.replace("\n", "\r"), "\uFEFF" + chunks,
				chunks + "data: [DONE]\n\ndata: {late}\n\n",
				"event: message_start\ndata: {\"type\":\"message_start\"}\n\n: ping\n\nevent: é\r\ndata: a\r\ndata: 北\r\r\ndata:x",
				"data: a\r\n\r\n\r\ndata: b\n\n\r\rdata\ndata: c\n\n", "retry: 1\rid: 2\r\rdata: tail\r");
	}

	@ParameterizedTest
	@MethodSource("bodies")
	void givesTheSameEventsOutCutAtEveryByte(String body) {
		assertSameCutAnywhere(Framing.SSE, body);
	}

	@ParameterizedTest
	@MethodSource("bodies")
	void givesTheSameLinesOutCutAtEveryByte(String body) {
		assertSameCutAnywhere(Framing.NDJSON, body);
	}

	private static void assertSameCutAnywhere(Framing framing, String text) {
		byte[] body = text.getBytes(StandardCharsets.UTF_8);
		List<String> whole = FrameLog.frames(framing, LIMIT, body);
		assertThat(whole).hasSizeGreaterThan(1).noneMatch((frame) -> frame.contains("\uFFFD"));
		for (int cut = 0; cut <= body.length; cut++) {
			assertThat(FrameLog.frames(framing, LIMIT, body, cut)).as("cut at %d", cut).isEqualTo(whole);
		}
		assertThat(FrameLog.frames(framing, LIMIT, body, IntStream.range(0, body.length).toArray())).as("byte by byte")
			.isEqualTo(whole);
		Random random = new Random(42);
		for (int round = 0; round < 300; round++) {
			int[] cuts = random.ints(1 + random.nextInt(12), 0, body.length + 1).sorted().toArray();
			assertThat(FrameLog.frames(framing, LIMIT, body, cuts)).as("cut at %s", Arrays.toString(cuts))
				.isEqualTo(whole);
		}
	}

	@Test
	void readsOneEventInThousandsOfSegmentsWithoutScanningItAnew() {
		byte[] body = ("data: " + "x".repeat(5_000_000) + "\n\n").getBytes(StandardCharsets.UTF_8);
		int[] cuts = IntStream.range(1, 5000).map((i) -> i * 1000).toArray();
		List<String> frames = assertTimeout(Duration.ofSeconds(5),
				() -> FrameLog.frames(Framing.SSE, 8_000_000, body, cuts));
		assertThat(frames).hasSize(2);
		assertThat(frames.get(0)).hasSize(5_000_000);
	}

	@Test
	void joinsAnEventOfManyLinesWithoutCopyingItAnew() {
		byte[] body = ("data: 0123456789\n".repeat(300_000) + "\n").getBytes(StandardCharsets.UTF_8);
		List<String> frames = assertTimeout(Duration.ofSeconds(5), () -> FrameLog.frames(Framing.SSE, 8_000_000, body));
		assertThat(frames).hasSize(2);
		assertThat(frames.get(0)).hasSize(300_000 * 11 - 1);
	}

	@Test
	void readsManyEventsOfOneSegmentWithoutMovingThemAnew() {
		byte[] body = "data: x\n\n".repeat(500_000).getBytes(StandardCharsets.UTF_8);
		assertThat(assertTimeout(Duration.ofSeconds(5), () -> FrameLog.frames(Framing.SSE, LIMIT, body)))
			.hasSize(500_001);
	}

	@Test
	void takesEventsThatTogetherAreLargerThanTheLimit() {
		byte[] body = ("data: " + "x".repeat(1000) + "\n\n").repeat(50).getBytes(StandardCharsets.UTF_8);
		assertThat(FrameLog.frames(Framing.SSE, 1024, body)).hasSize(51);
	}

	@ParameterizedTest
	@MethodSource("tooLarge")
	void refusesAnEventAboveTheLimitWhereverItIsCut(String text) {
		byte[] body = text.getBytes(StandardCharsets.UTF_8);
		for (int cut = 0; cut <= body.length; cut += 13) {
			int at = cut;
			assertThatExceptionOfType(FailureException.class)
				.isThrownBy(() -> FrameLog.frames(Framing.SSE, 1024, body, at))
				.withMessageContaining("1024 bytes")
				.withMessageContaining("litellm.http.max-response-size");
		}
	}

	static Stream<String> tooLarge() {
		return Stream.of("data: " + "x".repeat(1025) + "\n\n", "data: " + "x".repeat(3000),
				"data: 0123456789\n".repeat(110) + "\n", ": " + "x".repeat(2000));
	}

}
