package dev.litellm.dialect;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.litellm.chat.ChatChunk;
import dev.litellm.error.FailureException;
import dev.litellm.transport.FrameDecoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that a dialect's streams are read the same however they are cut, and that spoiled
 * ones fail in one way only; each dialect has a class of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class StreamRobustness {

	private static final int ROUNDS = 400;

	private static final String MADE_UP = "\"created\":\\d+|call_[0-9a-f]{28}";

	private final StreamProbe probe;

	private final String dialect;

	private final String error;

	private final String end;

	/**
	 * Create the tests.
	 * @param probe reads the streams
	 * @param dialect the name of the folders of streams
	 * @param error a text in streams that hold an error
	 * @param end a text in the event that ends an answer
	 */
	protected StreamRobustness(StreamProbe probe, String dialect, String error, String end) {
		this.probe = probe;
		this.dialect = dialect;
		this.error = error;
		this.end = end;
	}

	Stream<String> streams() {
		return StreamProbe.streams(this.dialect).filter((stream) -> !stream.contains(this.error));
	}

	Stream<String> samples() {
		return StreamProbe.samples(this.dialect);
	}

	@ParameterizedTest
	@MethodSource("streams")
	void comesToTheSameCutAtAnyByte(String stream) {
		byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
		String whole = this.probe.assemble(bytes).replaceAll(MADE_UP, "");
		for (int cut = 1; cut < bytes.length; cut++) {
			assertThat(this.probe.assemble(bytes, cut).replaceAll(MADE_UP, "")).as("cut at %d", cut).isEqualTo(whole);
		}
	}

	@ParameterizedTest
	@MethodSource("streams")
	void failsWhereTheStreamEndsBeforeTheAnswerDoes(String stream) {
		StringBuilder begun = new StringBuilder();
		for (String event : StreamSamples.events(stream)) {
			if (event.contains(this.end)) {
				break;
			}
			begun.append(event);
			byte[] bytes = begun.toString().getBytes(StandardCharsets.UTF_8);
			assertThatExceptionOfType(FailureException.class).isThrownBy(() -> this.probe.assemble(bytes))
				.withMessageContaining("ended before");
		}
	}

	@ParameterizedTest
	@MethodSource("samples")
	void failsInOneWayOnlyWhateverTheEventsHold(String stream) {
		List<String> events = Fuzz.events(stream);
		Fuzz fuzz = new Fuzz(42);
		for (int round = 0; round < ROUNDS; round++) {
			FrameDecoder<ChatChunk> decoder = this.probe.decoder();
			int spoiled = round % events.size();
			try {
				for (int i = 0; i < events.size(); i++) {
					byte[] data = (i == spoiled) ? fuzz.spoil(events.get(i))
							: events.get(i).getBytes(StandardCharsets.UTF_8);
					decoder.frame(null, data, 0, data.length, ChatChunk::toJson);
				}
				decoder.end(ChatChunk::toJson);
			}
			catch (FailureException ex) {
				assertThat(ex.failure().message()).isNotBlank();
			}
		}
	}

}
