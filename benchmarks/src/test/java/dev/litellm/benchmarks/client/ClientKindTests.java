package dev.litellm.benchmarks.client;

import java.time.Duration;

import dev.litellm.benchmarks.server.Answers;
import dev.litellm.benchmarks.server.LoopbackServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for every {@link ClientKind}. */
class ClientKindTests {

	private static final LoopbackServer server = LoopbackServer.start();

	@AfterAll
	static void stop() {
		server.close();
	}

	@ParameterizedTest
	@EnumSource
	void readsEveryAnswerWhole(ClientKind kind) {
		try (Contender client = kind.open(server.url())) {
			assertThat(client.call()).isEqualTo(Answers.completionText());
			assertThat(client.stream()).isEqualTo(Answers.streamText());
			assertThat(client.start().toCompletableFuture().join()).isEqualTo(Answers.streamText());
		}
	}

	@ParameterizedTest
	@EnumSource
	void failsAStreamThatNobodyServes(ClientKind kind) {
		try (Contender client = kind.open("http://127.0.0.1:1")) {
			assertThat(client.start()).failsWithin(Duration.ofSeconds(30));
		}
	}

}
