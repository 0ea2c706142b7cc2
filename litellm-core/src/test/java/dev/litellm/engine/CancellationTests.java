package dev.litellm.engine;

import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

import dev.litellm.ChatSpec;
import dev.litellm.LlmClient;
import dev.litellm.Models;
import dev.litellm.chat.ChatChunk;
import dev.litellm.error.LlmCancelledException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for cancellation, proved by the server.
 */
class CancellationTests {

	private final ScriptedLlm llm = ScriptedLlm.start();

	private final LlmClient client = Models.builder(this.llm).build();

	@AfterEach
	void close() {
		this.llm.close();
	}

	@Test
	void closesTheConnectionOfACallThatIsDisposed() {
		this.llm.otherwise(Reply.hang());
		Disposable call = chat().callMono().subscribe();
		RecordedRequest request = this.llm.takeRequest();
		call.dispose();
		assertClosed(request);
	}

	@Test
	void closesTheConnectionOfAStreamThatIsDisposedBeforeContent() {
		this.llm.otherwise(Reply.stream("a").stallAfter(0));
		Disposable stream = chat().stream().content().subscribe();
		RecordedRequest request = this.llm.takeRequest();
		stream.dispose();
		assertClosed(request);
	}

	@Test
	void closesTheConnectionOfAStreamThatIsDisposedAtAnyMoment() {
		this.llm.otherwise(Reply.stream("a").stallAfter(0));
		for (int i = 0; i < 150; i++) {
			Disposable stream = chat().stream().content().subscribe();
			RecordedRequest request = this.llm.takeRequest();
			long moment = System.nanoTime() + (i % 4) * 150_000L;
			while (System.nanoTime() < moment) {
				Thread.onSpinWait();
			}
			stream.dispose();
			assertClosed(request);
		}
	}

	@Test
	void closesTheConnectionOfAStreamOfWhichEnoughWasTaken() {
		this.llm.otherwise(Reply.stream("a", "b", "c").stallAfter(2));
		assertThat(chat().stream().content().take(1).collectList().block()).containsExactly("a");
		assertClosed(this.llm.takeRequest());
	}

	@Test
	void closesTheConnectionOfABlockingStreamThatIsClosedEarly() {
		this.llm.otherwise(Reply.stream("a", "b", "c").stallAfter(2));
		try (Stream<ChatChunk> chunks = chat().stream().blocking()) {
			assertThat(chunks.map(ChatChunk::content).filter("a"::equals).findFirst()).contains("a");
		}
		assertClosed(this.llm.takeRequest());
	}

	@Test
	void closesTheConnectionOfACallerThatIsInterrupted() throws Exception {
		this.llm.otherwise(Reply.hang());
		CompletableFuture<Throwable> thrown = new CompletableFuture<>();
		CompletableFuture<Boolean> flag = new CompletableFuture<>();
		Thread caller = new Thread(() -> {
			try {
				chat().call().content();
			}
			catch (RuntimeException ex) {
				flag.complete(Thread.currentThread().isInterrupted());
				thrown.complete(ex);
			}
		});
		caller.start();
		RecordedRequest request = this.llm.takeRequest();
		caller.interrupt();
		assertThat(thrown.get(5, TimeUnit.SECONDS)).isInstanceOfSatisfying(LlmCancelledException.class, (failure) -> {
			assertThat(failure.isRetryable()).isFalse();
			assertThat(failure.isFallbackable()).isFalse();
			assertThat(failure.model()).isEqualTo("gpt-4o");
		});
		assertThat(flag.get(5, TimeUnit.SECONDS)).isTrue();
		assertClosed(request);
		assertThat(this.llm.requests()).hasSize(1);
	}

	@Test
	void closesTheConnectionOfAReaderThatIsInterrupted() throws Exception {
		this.llm.otherwise(Reply.stream("a", "b").stallAfter(1));
		CompletableFuture<Throwable> thrown = new CompletableFuture<>();
		CompletableFuture<Boolean> flag = new CompletableFuture<>();
		CompletableFuture<String> first = new CompletableFuture<>();
		Thread reader = new Thread(() -> {
			try {
				Iterator<ChatChunk> chunks = chat().stream().blocking().iterator();
				while (chunks.hasNext()) {
					first.complete(chunks.next().id());
				}
			}
			catch (RuntimeException ex) {
				flag.complete(Thread.currentThread().isInterrupted());
				thrown.complete(ex);
			}
		});
		reader.start();
		assertThat(first).succeedsWithin(Duration.ofSeconds(5));
		reader.interrupt();
		assertThat(thrown.get(5, TimeUnit.SECONDS)).isInstanceOf(LlmCancelledException.class);
		assertThat(flag.get(5, TimeUnit.SECONDS)).isTrue();
		assertClosed(this.llm.takeRequest());
	}

	@Test
	void triesNoMoreOnceCancelledDuringAWait() {
		this.llm.whenModel("gpt-4o", Reply.error(429).retryAfter(Duration.ofSeconds(1)), Reply.text("never"));
		this.llm.whenModel("longer", Reply.error(429).retryAfter(Duration.ofMillis(1300)), Reply.text("ok"));
		CompletableFuture<Void> failed = new CompletableFuture<>();
		LlmClient listening = this.client.mutate().listener((attempt) -> failed.complete(null)).build();
		Disposable call = listening.chat("gpt-4o").user("Hi").callMono().subscribe();
		assertThat(failed).succeedsWithin(Duration.ofSeconds(5));
		call.dispose();
		assertThat(this.client.chat("openai/longer").user("Hi").call().content()).isEqualTo("ok");
		assertThat(this.llm.requests()).extracting(RecordedRequest::model)
			.containsExactly("gpt-4o", "longer", "longer");
	}

	@Test
	void closesAllConnectionsOfAComparisonThatIsDisposed() {
		this.llm.otherwise(Reply.hang());
		Disposable comparison = this.client.compare("gpt-4o", "gpt-4o-mini").user("Hi").callMono().subscribe();
		RecordedRequest one = this.llm.takeRequest();
		RecordedRequest other = this.llm.takeRequest();
		comparison.dispose();
		assertClosed(one);
		assertClosed(other);
	}

	@Test
	void leavesTheConnectionOpenOnceTheAnswerIsThere() {
		this.llm.otherwise(Reply.text("Paris."));
		for (int i = 0; i < 20; i++) {
			chat().call().content();
		}
		// A few where the next one begins before the last one's rest is read
		assertThat(this.llm.acceptedConnections()).isLessThan(10);
		assertThat(this.llm.requests())
			.allSatisfy((request) -> assertThat(request.closedByClient()).succeedsWithin(Duration.ofSeconds(5))
				.isEqualTo(false));
	}

	@Test
	void leavesTheConnectionOpenOnceTheStreamHasEnded() {
		this.llm.otherwise(Reply.stream("Pa", "ris."));
		for (int i = 0; i < 20; i++) {
			chat().stream().content().blockLast();
		}
		// A few where the next one begins before the last one's rest is read
		assertThat(this.llm.acceptedConnections()).isLessThan(10);
	}

	private ChatSpec chat() {
		return this.client.chat("gpt-4o").user("Where is the Louvre?");
	}

	private static void assertClosed(RecordedRequest request) {
		assertThat(request.closedByClient()).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(true);
	}

}
