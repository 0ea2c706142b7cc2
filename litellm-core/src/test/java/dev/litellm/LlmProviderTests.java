package dev.litellm;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import dev.litellm.call.CallInfo;
import dev.litellm.call.Timeouts;
import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.embedding.EmbeddingRequest;
import dev.litellm.embedding.EmbeddingResponse;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.error.LlmException;
import dev.litellm.routing.InvalidConfigurationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for providers of the application's own.
 */
class LlmProviderTests {

	private final AtomicInteger calls = new AtomicInteger();

	private static ChatResponse answer(String text) {
		return ChatResponse.of("own", text);
	}

	private LlmProvider provider(Mono<ChatResponse> answer) {
		return new LlmProvider() {

			@Override
			public String name() {
				return "in-house";
			}

			@Override
			public Mono<ChatResponse> chat(ChatRequest request) {
				LlmProviderTests.this.calls.incrementAndGet();
				return answer;
			}

		};
	}

	private static LlmClient client(LlmProvider provider) {
		return LlmClient.builder()
			.provider(provider)
			.settings((settings) -> settings.withRetries(Models.QUICK)
				.withTimeouts(Timeouts.none().withFirstToken(Duration.ofSeconds(1))))
			.build();
	}

	private LlmException failure(Throwable thrown) {
		return catchThrowableOfType(LlmException.class,
				() -> client(provider(Mono.error(thrown))).chat("in-house/x")
					.user("Hi")
					.maxAttempts(2)
					.call()
					.content());
	}

	@Test
	void answersWholeAndAsAStream() {
		LlmClient client = client(provider(Mono.just(answer("Hello."))));
		ChatResponse response = client.chat("in-house/small").user("Hi").call().response();
		assertThat(response.content()).isEqualTo("Hello.");
		assertThat(response.info().deployment()).isEqualTo("in-house/small");
		assertThat(client.chat("in-house/small").user("Hi").stream().content().collectList().block())
			.containsExactly("Hello.");
	}

	@Test
	void seesTheModelBehindTheSlashAndStreamsByItself() {
		LlmProvider provider = new LlmProvider() {

			@Override
			public String name() {
				return "in-house";
			}

			@Override
			public Mono<ChatResponse> chat(ChatRequest request) {
				return Mono.just(answer(request.model()));
			}

			@Override
			public Flux<ChatChunk> stream(ChatRequest request) {
				return Flux.just("a", "b").map((text) -> ChatChunk.of("own", text));
			}

			@Override
			public Mono<EmbeddingResponse> embeddings(EmbeddingRequest request) {
				return Mono
					.just(new EmbeddingResponse("own", List.of(new float[] { 1 }), null, Map.of(), CallInfo.empty()));
			}

		};
		LlmClient client = client(provider);
		assertThat(client.chat("in-house/a/b").user("Hi").call().content()).isEqualTo("a/b");
		assertThat(client.chat("in-house/x").user("Hi").stream().content().collectList().block()).containsExactly("a",
				"b");
		assertThat(client.embeddings("in-house/x").input("text").call().vector()).containsExactly(1);
	}

	@Test
	void mayBlock() {
		LlmClient client = client(provider(Mono.fromCallable(() -> {
			assertThat(Schedulers.isInNonBlockingThread()).isFalse();
			return answer("Blocked.");
		})));
		assertThat(client.chat("in-house/x").user("Hi").callMono().subscribeOn(Schedulers.parallel()).block())
			.extracting(ChatResponse::content)
			.isEqualTo("Blocked.");
	}

	@Test
	void isTriedAgainByTheKindOfItsFailure() {
		assertThat(failure(Failure.of(ErrorKind.RATE_LIMIT, "slow down").asException()).kind())
			.isEqualTo(ErrorKind.RATE_LIMIT);
		assertThat(this.calls).hasValue(2);
		assertThat(failure(new IllegalArgumentException("no such model")).kind()).isEqualTo(ErrorKind.BAD_REQUEST);
		assertThat(this.calls).hasValue(3);
		assertThat(failure(new IOException("gone")).kind()).isEqualTo(ErrorKind.CONNECTION);
		assertThat(failure(new IllegalStateException("broken")).kind()).isEqualTo(ErrorKind.INTERNAL_SERVER);
		assertThat(failure(failure(new IOException("gone"))).kind()).isEqualTo(ErrorKind.CONNECTION);
	}

	@Test
	void fallsBackElsewhere() {
		LlmClient client = client(provider(Mono.error(new IOException("gone")))).mutate()
			.fallback("in-house/x", "mock/hello")
			.build();
		assertThat(client.chat("in-house/x").user("Hi").call().content()).isEqualTo("hello");
	}

	@Test
	void endsWithTheTimeoutsOfTheCall() {
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> client(provider(Mono.never())).chat("in-house/x").user("Hi").maxAttempts(1).call().content());
		assertThat(failure.kind()).isEqualTo(ErrorKind.TIMEOUT);
	}

	@Test
	void mustAnswerSomething() {
		LlmClient client = client(provider(Mono.empty()));
		assertThat(catchThrowableOfType(LlmException.class, () -> client.chat("in-house/x").user("Hi").call().content())
			.kind()).isEqualTo(ErrorKind.INVALID_RESPONSE);
		assertThat(catchThrowableOfType(LlmException.class,
				() -> client.embeddings("in-house/x").input("a").call().vector()))
			.hasMessageContaining("'in-house' has no embeddings");
	}

	@Test
	void mustHaveANameOfItsOwn() {
		LlmClientBuilder builder = LlmClient.builder().provider(provider(Mono.empty()));
		assertThatExceptionOfType(InvalidConfigurationException.class)
			.isThrownBy(() -> builder.provider(provider(Mono.empty())))
			.withMessageContaining("'in-house' is taken")
			.withMessageContaining("name()");
		assertThatExceptionOfType(InvalidConfigurationException.class)
			.isThrownBy(() -> builder.provider("in-house", (own) -> own.baseUrl("https://llm.example/v1")))
			.withMessageContaining("litellm.providers.in-house");
		assertThatExceptionOfType(InvalidConfigurationException.class)
			.isThrownBy(
					() -> builder.dialect(new dev.litellm.dialect.openai.OpenAiDialect(java.time.Clock.systemUTC())))
			.withMessageContaining("'openai' is taken: the library has a dialect of this name");
	}

}
