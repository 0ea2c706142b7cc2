package dev.litellm.dialect.gemini;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.Message;
import dev.litellm.dialect.Fuzz;
import dev.litellm.dialect.StreamProbe;
import dev.litellm.error.FailureException;
import dev.litellm.provider.ModelTable;
import dev.litellm.transport.FrameDecoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that Gemini's streams are read the same however they are cut, and that spoiled
 * ones fail in one way only.
 */
class GeminiStreamRobustnessTests {

	private static final int ROUNDS = 400;

	private static final String MADE_UP = "\"created\":\\d+|call_[0-9a-f]{28}";

	private static final StreamProbe PROBE = StreamProbe.of(new GeminiDialect(Clock.systemUTC(), ModelTable.builtIn()),
			"gemini", ChatRequest.builder("gemini-3-flash").messages(Message.user("Where is the Louvre?")).build());

	static Stream<String> streams() {
		return StreamProbe.streams("gemini").filter((stream) -> !stream.contains("{\"error\""));
	}

	static Stream<String> samples() {
		return StreamProbe.samples("gemini");
	}

	@ParameterizedTest
	@MethodSource("streams")
	void comesToTheSameCutAtAnyByte(String stream) {
		byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
		String whole = PROBE.assemble(bytes).replaceAll(MADE_UP, "");
		for (int cut = 1; cut < bytes.length; cut++) {
			assertThat(PROBE.assemble(bytes, cut).replaceAll(MADE_UP, "")).as("cut at %d", cut).isEqualTo(whole);
		}
	}

	@ParameterizedTest
	@MethodSource("streams")
	void failsWhereTheStreamEndsBeforeTheAnswerDoes(String stream) {
		StringBuilder begun = new StringBuilder();
		for (String event : stream.split("(?<=\n\r?\n)")) {
			if (event.contains("\"finishReason\"")) {
				break;
			}
			begun.append(event);
			byte[] bytes = begun.toString().getBytes(StandardCharsets.UTF_8);
			assertThatExceptionOfType(FailureException.class).isThrownBy(() -> PROBE.assemble(bytes))
				.withMessageContaining("ended before");
		}
	}

	@ParameterizedTest
	@MethodSource("samples")
	void failsInOneWayOnlyWhateverTheEventsHold(String stream) {
		List<String> events = Fuzz.events(stream);
		Fuzz fuzz = new Fuzz(42);
		for (int round = 0; round < ROUNDS; round++) {
			FrameDecoder<ChatChunk> decoder = PROBE.decoder();
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
