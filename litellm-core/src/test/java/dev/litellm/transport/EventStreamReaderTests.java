package dev.litellm.transport;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.litellm.error.ErrorKind;
import dev.litellm.error.FailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/**
 * Tests for {@link EventStreamReader}.
 */
class EventStreamReaderTests {

	private static final int LIMIT = 1 << 20;

	private static final byte[] BODY = EventStreams.join(EventStreams.event("start", "{\"role\":\"é🙂\"}"),
			EventStreams.event("delta", "{\"text\":\"" + "x".repeat(300) + "\"}"), EventStreams.event("delta", ""),
			EventStreams.exception("throttlingException", "{\"message\":\"slow\"}"));

	@Test
	void givesTheSameFramesOutCutAtEveryByte() {
		List<String> whole = frames(BODY);
		assertThat(whole).containsExactly("start|{\"role\":\"é🙂\"}", "delta|{\"text\":\"" + "x".repeat(300) + "\"}",
				"delta|", "failure throttlingException|{\"message\":\"slow\"}", "end");
		for (int cut = 0; cut <= BODY.length; cut++) {
			assertThat(frames(BODY, cut)).as("cut at %d", cut).isEqualTo(whole);
		}
		assertThat(frames(BODY, IntStream.range(0, BODY.length).toArray())).as("byte by byte").isEqualTo(whole);
		Random random = new Random(42);
		for (int round = 0; round < 300; round++) {
			int[] cuts = random.ints(1 + random.nextInt(12), 0, BODY.length + 1).sorted().toArray();
			assertThat(frames(BODY, cuts)).as("cut at %s", Arrays.toString(cuts)).isEqualTo(whole);
		}
	}

	@Test
	void failsWhereTheStreamEndsWithinAnEvent() {
		byte[] event = EventStreams.event("delta", "{}");
		for (int length = 1; length < event.length; length++) {
			byte[] part = Arrays.copyOf(event, length);
			assertThatExceptionOfType(FailureException.class).isThrownBy(() -> frames(part))
				.withMessageContaining("ended within an event");
		}
	}

	@Test
	void failsWhereverAByteIsSpoiled() {
		byte[] event = EventStreams.event("delta", "{\"text\":\"Paris\"}");
		for (int i = 0; i < event.length; i++) {
			byte[] spoiled = event.clone();
			spoiled[i] ^= 0x10;
			assertThatExceptionOfType(FailureException.class).as("byte %d", i)
				.isThrownBy(() -> frames(spoiled))
				.satisfies((ex) -> assertThat(ex.failure().kind()).isEqualTo(ErrorKind.CONNECTION))
				.withMessageContaining("checksum");
		}
	}

	@Test
	void passesHeadersOfAllTypes() {
		Map<String, Object> headers = new LinkedHashMap<>();
		headers.put("true", new byte[] { 0 });
		headers.put("false", new byte[] { 1 });
		headers.put("byte", new byte[] { 2, 7 });
		headers.put("short", new byte[] { 3, 0, 7 });
		headers.put("int", new byte[] { 4, 0, 0, 0, 7 });
		headers.put("long", new byte[9]);
		((byte[]) headers.get("long"))[0] = 5;
		headers.put("bytes", new byte[] { 6, 0, 2, 1, 2 });
		headers.put("time", new byte[9]);
		((byte[]) headers.get("time"))[0] = 8;
		headers.put("uuid", new byte[17]);
		((byte[]) headers.get("uuid"))[0] = 9;
		headers.put(":event-type", "delta");
		assertThat(frames(EventStreams.message(headers, new byte[] { '{', '}' }))).containsExactly("delta|{}", "end");
	}

	@Test
	void forgetsTheHeadersOfTheEventBefore() {
		byte[] body = EventStreams.join(EventStreams.event("delta", "1"),
				EventStreams.message(Map.of(":message-type", "event"), new byte[] { '2' }));
		assertThat(frames(body)).containsExactly("delta|1", "|2", "end");
	}

	@Test
	void tellsErrorsThatHaveNoModel() {
		Map<String, Object> headers = Map.of(":message-type", "error", ":error-code", "InternalError", ":error-message",
				"lost");
		assertThat(frames(EventStreams.message(headers, new byte[0]))).containsExactly("failure InternalError|lost",
				"end");
	}

	@Test
	void refusesHeadersThatCannotBe() {
		for (byte[] value : List.of(new byte[] { 10 }, new byte[] { -1 }, new byte[] { 7, 0, 9, 'x' },
				new byte[] { 9, 1 }, new byte[] { 7, 0 })) {
			assertThatExceptionOfType(FailureException.class)
				.isThrownBy(() -> frames(EventStreams.message(Map.of("a", value), new byte[0])))
				.withMessageContaining("header");
		}
	}

	@Test
	void refusesAnEventAboveTheLimitBeforeItIsRead() {
		byte[] event = EventStreams.event("delta", "x".repeat(2000));
		assertThatExceptionOfType(FailureException.class)
			.isThrownBy(() -> FrameLog.frames(Framing.AWS_EVENT_STREAM, 1024, Arrays.copyOf(event, 12)))
			.withMessageContaining("1024 bytes");
	}

	@Test
	void refusesWhatIsNoEventStream() {
		assertThatExceptionOfType(FailureException.class)
			.isThrownBy(() -> frames("data: {\"text\":\"Paris\"}\n\n".getBytes()))
			.withMessageContaining("no AWS event stream");
	}

	@Test
	void readsManyEventsWithoutMovingThemAnew() {
		byte[] event = EventStreams.event("delta", "{}");
		byte[] body = new byte[event.length * 100_000];
		for (int i = 0; i < 100_000; i++) {
			System.arraycopy(event, 0, body, i * event.length, event.length);
		}
		assertThat(assertTimeout(Duration.ofSeconds(5), () -> frames(body))).hasSize(100_001);
	}

	@Test
	void readsOneEventInThousandsOfSegments() {
		byte[] body = EventStreams.event("delta", "x".repeat(5_000_000));
		int[] cuts = IntStream.range(1, 5000).map((i) -> i * 1000).toArray();
		assertThat(assertTimeout(Duration.ofSeconds(5),
				() -> FrameLog.frames(Framing.AWS_EVENT_STREAM, 8_000_000, body, cuts)))
			.hasSize(2);
	}

	private static List<String> frames(byte[] body, int... cuts) {
		return FrameLog.frames(Framing.AWS_EVENT_STREAM, LIMIT, body, cuts);
	}

}
