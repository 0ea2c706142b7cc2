package dev.litellm.dialect.prompt;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
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

/**
 * Tests that Replicate's streams, whose pieces are plain text, are read the same however
 * they are cut, and that spoiled ends fail in one way only.
 */
class ReplicateStreamRobustnessTests {

	private static final int ROUNDS = 400;

	private static final StreamProbe PROBE = StreamProbe.of(
			PromptDialect.replicate(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), ModelTable.builtIn()), "replicate",
			ChatRequest.builder("meta/llama").messages(Message.user("Where is the Louvre?")).build(),
			"{\"id\": \"p1\", \"status\": \"starting\", \"urls\": {\"stream\": \"https://stream.example/p1\"}}");

	static Stream<String> samples() {
		return StreamProbe.samples("replicate");
	}

	@ParameterizedTest
	@MethodSource("samples")
	void comesToTheSameCutAtAnyByte(String stream) {
		byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
		String whole = PROBE.assemble(bytes);
		for (int cut = 1; cut < bytes.length; cut++) {
			assertThat(PROBE.assemble(bytes, cut)).as("cut at %d", cut).isEqualTo(whole);
		}
	}

	@Test
	void failsInOneWayOnlyWhateverItsEndHolds() {
		Fuzz fuzz = new Fuzz(42);
		for (String name : List.of("done", "error", "output", "other")) {
			for (int round = 0; round < ROUNDS; round++) {
				FrameDecoder<ChatChunk> decoder = PROBE.decoder();
				byte[] data = fuzz.spoil("{\"reason\":\"error\",\"detail\":\"CUDA error\"}");
				try {
					decoder.frame(name, data, 0, data.length, ChatChunk::toJson);
					decoder.end(ChatChunk::toJson);
				}
				catch (FailureException ex) {
					assertThat(ex.failure().message()).isNotBlank();
				}
			}
		}
	}

}
