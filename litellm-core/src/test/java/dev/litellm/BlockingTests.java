package dev.litellm;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.ReflectionUtils;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for the blocking ways of {@link LlmClient}.
 */
class BlockingTests {

	private final ScriptedLlm llm = ScriptedLlm.start();

	private final LlmClient client = Models.builder(this.llm).build();

	@AfterEach
	void close() {
		this.llm.close();
	}

	private List<Callable<Object>> ways() {
		return List.of(() -> this.client.chat("gpt-4o").user("Hi").call().content(),
				() -> this.client.completion("gpt-4o", List.of(Message.user("Hi"))),
				() -> this.client.compare("gpt-4o", "gpt-4o-mini").user("Hi").call(),
				() -> this.client.embeddings("text-embedding-3-small").input("x").call(), () -> {
					try (Stream<ChatChunk> chunks = this.client.chat("gpt-4o").user("Hi").stream().blocking()) {
						return chunks.toList();
					}
				});
	}

	/**
	 * Return how threads are started here: as platform threads, and as virtual ones where
	 * there are any.
	 */
	static Stream<Consumer<Runnable>> threads() {
		Consumer<Runnable> platform = (task) -> new Thread(task).start();
		try {
			Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
			return Stream.of(platform, (task) -> ReflectionUtils.invokeMethod(start, null, task));
		}
		catch (NoSuchMethodException ex) {
			return Stream.of(platform);
		}
	}

	@ParameterizedTest
	@MethodSource("threads")
	void waitsOnAThreadThatMayBlock(Consumer<Runnable> thread) throws Exception {
		for (Callable<Object> way : ways()) {
			CompletableFuture<Object> answer = new CompletableFuture<>();
			thread.accept(() -> {
				try {
					answer.complete(way.call());
				}
				catch (Exception ex) {
					answer.completeExceptionally(ex);
				}
			});
			assertThat(answer.get(20, TimeUnit.SECONDS)).isNotNull();
		}
	}

	@Test
	void refusesToBlockAnEventLoop() {
		for (Callable<Object> way : ways()) {
			Throwable refusal = Mono.fromCallable(() -> catchThrowable(way::call))
				.subscribeOn(Schedulers.parallel())
				.block(Duration.ofSeconds(10));
			assertThat(refusal).isInstanceOf(IllegalStateException.class)
				.hasMessageStartingWith("This would block the event loop thread 'parallel-")
				.hasMessageContaining("use callMono() or stream().chunks() there");
		}
		assertThat(this.llm.requests()).isEmpty();
	}

	@Test
	void refusesToBlockTheEventLoopThatAnAnswerCameOn() {
		Throwable refusal = this.client.chat("gpt-4o")
			.user("Hi")
			.callMono()
			.map((response) -> Objects
				.requireNonNull(catchThrowable(() -> this.client.chat("gpt-4o").user("Hi").call().content())))
			.block(Duration.ofSeconds(10));
		assertThat(refusal).isInstanceOf(IllegalStateException.class).hasMessageContaining("reactor-http");
		assertThat(this.llm.requests()).hasSize(1);
	}

	@Test
	void callsOnceHoweverOftenItIsAsked() {
		ChatCall call = this.client.chat("gpt-4o").user("Hi").call();
		assertThat(this.llm.requests()).isEmpty();
		assertThat(call.response()).isSameAs(call.response());
		assertThat(call.content()).isEqualTo(call.response().content());
		assertThat(this.llm.requests()).hasSize(1);
	}

	@Test
	void callsOnceHoweverManyThreadsAsk() {
		ChatCall call = this.client.chat("gpt-4o").user("Hi").call();
		List<CompletableFuture<ChatResponse>> asked = Stream
			.generate(() -> CompletableFuture.supplyAsync(call::response))
			.limit(8)
			.toList();
		assertThat(asked).extracting(CompletableFuture::join).containsOnly(call.response());
		assertThat(this.llm.requests()).hasSize(1);
	}

	@Test
	void readsAStreamToItsEnd() {
		this.llm.otherwise(Reply.stream("Pa", "ris", "."));
		try (Stream<ChatChunk> chunks = this.client.chat("gpt-4o").user("Hi").stream().blocking()) {
			assertThat(chunks.map(ChatChunk::content).filter(Objects::nonNull).filter((text) -> !text.isEmpty()))
				.containsExactly("Pa", "ris", ".");
		}
	}

	@Test
	void answersWithAllThatTheCallTook() {
		this.llm.otherwise(Reply.text("Paris.").usage(7, 2).header("x-ratelimit-remaining-requests", "59"));
		ChatResponse response = this.client.chat("gpt-4o").user("Hi").call().response();
		assertThat(response.provider()).isEqualTo("openai");
		assertThat(response.attempts()).hasSize(1);
		assertThat(response.latency()).isPositive();
		assertThat(response.cost().isKnown()).isFalse();
		assertThat(response.cost()).hasToString("unknown");
		assertThat(response.info().rateLimits().remainingRequests()).isEqualTo(59);
		assertThat(response.headers().getFirst("content-type")).contains("json");
	}

	@Test
	void mutatesIntoAClientOfItsOwn() {
		LlmClient mutated = this.client.mutate().alias("smart", "openai/gpt-4o").defaultModel("smart").build();
		assertThat(mutated.chat().user("Hi").call().content()).contains("gpt-4o");
		assertThat(catchThrowable(() -> this.client.chat("smart").user("Hi").call().content()))
			.hasMessageContaining("Unknown model 'smart'");
		assertThat(catchThrowable(() -> this.client.chat().user("Hi").call().content()))
			.hasMessageContaining("litellm.default-model");
	}

	@Test
	void takesTheModelOfATask() {
		LlmClient client = this.client.mutate().task("code", "gpt-4o").defaultModel("gpt-4o-mini").build();
		client.task("code").user("Hi").call().content();
		client.task("poetry").user("Hi").call().content();
		assertThat(this.llm.requests()).extracting((request) -> request.model())
			.isEqualTo(Arrays.asList("gpt-4o", "gpt-4o-mini"));
	}

}
