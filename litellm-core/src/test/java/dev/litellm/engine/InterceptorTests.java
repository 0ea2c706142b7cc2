package dev.litellm.engine;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.litellm.LlmClient;
import dev.litellm.LlmClientBuilder;
import dev.litellm.Models;
import dev.litellm.call.LlmRequest;
import dev.litellm.call.LlmResponse;
import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Operation;
import dev.litellm.error.Attempt;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.error.LlmException;
import dev.litellm.error.LlmStreamException;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link LlmInterceptor} and {@link AttemptListener}.
 */
class InterceptorTests {

	private final ScriptedLlm llm = ScriptedLlm.start();

	private final List<String> seen = new ArrayList<>();

	@AfterEach
	void close() {
		this.llm.close();
	}

	@Test
	void runsInOrderOnTheWayInAndInReverseOnTheWayOut() {
		client(new Noting("a"), new Noting("b")).chat("gpt-4o").user("Hi").call().content();
		assertThat(this.seen).containsExactly("a request chat", "b request chat", "b response", "a response");
	}

	@Test
	void runsInReverseOnAFailure() {
		this.llm.otherwise(Reply.error(400));
		LlmClient client = client(new Noting("a"), new Noting("b"));
		assertThat(catchThrowableOfType(LlmException.class, () -> client.chat("gpt-4o").user("Hi").call().content()))
			.isNotNull();
		assertThat(this.seen).containsExactly("a request chat", "b request chat", "b error BAD_REQUEST",
				"a error BAD_REQUEST");
	}

	@Test
	void seesTheFailureOfANameThatLeadsNowhere() {
		LlmClient client = client(new Noting("a"));
		assertThat(catchThrowableOfType(LlmException.class, () -> client.chat("none/x").user("Hi").call().content()))
			.isNotNull();
		assertThat(this.seen).containsExactly("a request chat", "a error NOT_FOUND");
	}

	@Test
	void seesOneFailureForAllAttempts() {
		this.llm.otherwise(Reply.error(503));
		LlmClient client = client(new Noting("a"));
		assertThat(catchThrowableOfType(LlmException.class, () -> client.chat("gpt-4o").user("Hi").call().content()))
			.isNotNull();
		assertThat(this.seen).containsExactly("a request chat", "a error SERVICE_UNAVAILABLE");
		assertThat(this.llm.requests()).hasSize(3);
	}

	@Test
	void seesEmbeddingsToo() {
		client(new Noting("a")).embeddings("text-embedding-3-small").input("x").call();
		assertThat(this.seen).containsExactly("a request embeddings", "a response");
	}

	@Test
	void changesRequestAndAnswer() {
		LlmClient client = client(new LlmInterceptor() {

			@Override
			public <Q extends LlmRequest<Q>> Q onRequest(Operation<Q, ?, ?> operation, Q request) {
				return operation.request()
					.cast(((ChatRequest) request).mutate()
						.extra("user", "intercepted")
						.build()
						.withModel("gpt-4o-mini"));
			}

			@Override
			public <R extends LlmResponse<R>> R onResponse(Operation<?, R, ?> operation, R response) {
				return operation.response().cast(ChatResponse.fromJson("{\"id\":\"mine\",\"choices\":[]}"));
			}

		});
		assertThat(client.chat("gpt-4o").user("Hi").call().response().id()).isEqualTo("mine");
		assertThat(this.llm.takeRequest().model()).isEqualTo("gpt-4o-mini");
	}

	@Test
	void changesChunksAndWithThemTheWholeAnswer() {
		this.llm.otherwise(Reply.stream("my ", "secret"));
		LlmClient client = client(new Redacting());
		assertThat(client.chat("gpt-4o").user("Hi").stream().content().collectList().block()).containsExactly("my ",
				"***");
		assertThat(client.chat("gpt-4o").user("Hi").stream().response().block().content()).isEqualTo("my ***");
	}

	@Test
	void changesThePartialAnswerOfAStreamThatBreaks() {
		this.llm.otherwise(Reply.stream("my ", "secret", "!").cutAfter(2));
		LlmStreamException failure = catchThrowableOfType(LlmStreamException.class,
				() -> client(new Redacting()).chat("gpt-4o").user("Hi").stream().content().blockLast());
		assertThat(failure.partial(ChatResponse.class).content()).isEqualTo("my ***");
	}

	@Test
	void changesTheFailure() {
		this.llm.otherwise(Reply.error(400));
		LlmClient client = client(new LlmInterceptor() {

			@Override
			public LlmException onError(Operation<?, ?, ?> operation, LlmException error) {
				return LlmException.of(Failure.of(ErrorKind.CONFLICT, "changed", error), "p", "m", error.attempts());
			}

		});
		assertThat(catchThrowableOfType(LlmException.class, () -> client.chat("gpt-4o").user("Hi").call().content()))
			.hasMessageContaining("changed");
	}

	@Test
	void stopsTheCallByThrowing() {
		LlmClient client = client(new LlmInterceptor() {

			@Override
			public <Q extends LlmRequest<Q>> Q onRequest(Operation<Q, ?, ?> operation, Q request) {
				throw new IllegalStateException("not on Sundays");
			}

		});
		assertThatIllegalStateException().isThrownBy(() -> client.chat("gpt-4o").user("Hi").call().content())
			.withMessage("not on Sundays");
		assertThat(this.llm.requests()).isEmpty();
	}

	@Test
	void stopsTheStreamByThrowingWithoutARetry() {
		LlmClient client = client(new LlmInterceptor() {

			@Override
			public <C> C onChunk(Operation<?, ?, C> operation, C chunk) {
				throw new IllegalStateException("enough");
			}

		});
		assertThatIllegalStateException()
			.isThrownBy(() -> client.chat("gpt-4o").user("Hi").stream().content().blockLast())
			.withMessage("enough");
		assertThat(this.llm.requests()).hasSize(1);
	}

	@Test
	void stopsTheFailureByThrowing() {
		this.llm.otherwise(Reply.error(400));
		LlmClient client = client(new LlmInterceptor() {

			@Override
			public LlmException onError(Operation<?, ?, ?> operation, LlmException error) {
				throw new IllegalStateException("mine", error);
			}

		});
		assertThatIllegalStateException().isThrownBy(() -> client.chat("gpt-4o").user("Hi").call().content())
			.withMessage("mine");
	}

	@Test
	void tellsListenersOfEachAttemptOnceEvenWhereOneThrows() {
		this.llm.enqueue(Reply.error(503), Reply.text("ok"));
		List<Attempt> attempts = new ArrayList<>();
		LlmClient client = Models.builder(this.llm).listener((attempt) -> {
			throw new IllegalStateException("broken");
		}).listener(attempts::add).build();
		ChatResponse response = client.chat("gpt-4o").user("Hi").call().response();
		assertThat(attempts).isEqualTo(response.attempts()).hasSize(2);
		assertThat(this.llm.requests()).hasSize(2);
	}

	private LlmClient client(LlmInterceptor... interceptors) {
		LlmClientBuilder builder = Models.builder(this.llm);
		List.of(interceptors).forEach(builder::interceptor);
		return builder.build();
	}

	private static final class Redacting implements LlmInterceptor {

		@Override
		public <C> C onChunk(Operation<?, ?, C> operation, C chunk) {
			return operation.chunk().cast(ChatChunk.fromJson(((ChatChunk) chunk).toJson().replace("secret", "***")));
		}

	}

	private final class Noting implements LlmInterceptor {

		private final String name;

		Noting(String name) {
			this.name = name;
		}

		@Override
		public <Q extends LlmRequest<Q>> Q onRequest(Operation<Q, ?, ?> operation, Q request) {
			InterceptorTests.this.seen.add(this.name + " request " + operation);
			return request;
		}

		@Override
		public <R extends LlmResponse<R>> R onResponse(Operation<?, R, ?> operation, R response) {
			InterceptorTests.this.seen.add(this.name + " response");
			return response;
		}

		@Override
		public LlmException onError(Operation<?, ?, ?> operation, LlmException error) {
			InterceptorTests.this.seen.add(this.name + " error " + error.kind());
			return error;
		}

	}

}
