package dev.litellm.engine;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import dev.litellm.LlmClient;
import dev.litellm.Models;
import dev.litellm.chat.ChatResponse;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for one client under many calls at once.
 */
class ConcurrencyTests {

	private final ScriptedLlm openai = ScriptedLlm.start();

	private final ScriptedLlm groq = ScriptedLlm.start();

	private final LlmClient client = Models.builder(this.openai, this.groq).fallback("*", "groq/llama").build();

	@AfterEach
	void close() {
		this.openai.close();
		this.groq.close();
	}

	@Test
	void givesEachOfManyCallsItsOwnAnswer() {
		List<ChatResponse> responses = Flux.range(0, 200)
			.flatMap((i) -> this.client.chat("gpt-4o").user("question " + i).callMono(), 200)
			.collectList()
			.block(Duration.ofSeconds(60));
		assertThat(responses).extracting(ChatResponse::content)
			.containsExactlyInAnyOrderElementsOf(
					IntStream.range(0, 200).mapToObj((i) -> "gpt-4o heard: question " + i).toList());
		assertThat(responses).allSatisfy((response) -> assertThat(response.attempts()).hasSize(1));
	}

	@Test
	void givesEachOfManyStreamsItsOwnChunks() {
		List<String> texts = Flux.range(0, 500)
			.flatMap((i) -> this.client.chat("gpt-4o")
				.user("question " + i)
				.stream()
				.content()
				.collect(Collectors.joining()), 500)
			.collectList()
			.block(Duration.ofSeconds(60));
		assertThat(Set.copyOf(texts)).hasSize(500);
		assertThat(texts).allMatch((text) -> text.startsWith("gpt-4o heard: question "));
	}

	@Test
	void keepsTheAttemptsOfEachCallApart() {
		this.openai.otherwise((request) -> (request.lastUserMessage().hashCode() % 2 == 0) ? Reply.error(401)
				: Reply.text(request.lastUserMessage()));
		this.groq.otherwise((request) -> Reply.text(request.lastUserMessage()));
		Flux.range(0, 200).flatMap((i) -> this.client.chat("gpt-4o").user("q" + i).callMono().doOnNext((response) -> {
			boolean failed = ("q" + i).hashCode() % 2 == 0;
			assertThat(response.content()).isEqualTo("q" + i);
			assertThat(response.attempts()).hasSize(failed ? 2 : 1);
			assertThat(response.provider()).isEqualTo(failed ? "groq" : "openai");
		}), 200).blockLast(Duration.ofSeconds(60));
	}

}
