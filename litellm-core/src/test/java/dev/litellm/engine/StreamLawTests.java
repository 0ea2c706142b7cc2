package dev.litellm.engine;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

import dev.litellm.LlmClient;
import dev.litellm.Models;
import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;
import dev.litellm.error.Attempt;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.error.LlmServerException;
import dev.litellm.error.LlmStreamException;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for the law of first content: before it a stream is tried again and elsewhere,
 * after it neither.
 */
class StreamLawTests {

	private static final String ROLE = "data: {\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\n";

	private static final String TEXT = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Par\"}}]}\n\n";

	private static final String ERROR = "data: {\"error\":{\"message\":\"Overloaded\",\"type\":\"server_error\",\"code\":503}}\n\n";

	private final ScriptedLlm openai = ScriptedLlm.start();

	private final ScriptedLlm groq = ScriptedLlm.start();

	private final LlmClient client = Models.builder(this.openai, this.groq).build();

	@AfterEach
	void close() {
		this.openai.close();
		this.groq.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 500, 503 })
	void triesAgainWhereTheStreamDoesNotBegin(int status) {
		this.openai.enqueue(Reply.error(status), Reply.stream("Par", "is."));
		assertThat(stream().collectList().block()).containsExactly("Par", "is.");
		assertThat(this.openai.requests()).hasSize(2);
	}

	@Test
	void triesAgainWhereTheStreamBreaksBeforeContent() {
		this.openai.enqueue(Reply.sse(ROLE, ROLE).cutAfter(1), Reply.sse(ROLE).resetAfter(1), Reply.stream("Paris."));
		List<ChatChunk> chunks = this.client.chat("gpt-4o").user("Hi").stream().chunks().collectList().block();
		assertThat(chunks).extracting(ChatChunk::content)
			.filteredOn((text) -> text != null && !text.isEmpty())
			.containsExactly("Paris.");
		assertThat(chunks).filteredOn((chunk) -> chunk.choices().stream().anyMatch((c) -> c.delta().role() != null))
			.hasSize(1);
		assertThat(this.openai.requests()).hasSize(3);
	}

	@Test
	void triesAgainWhereAnErrorIsTheFirstEvent() {
		this.openai.enqueue(Reply.sse(ERROR), Reply.sse(ROLE, ERROR), Reply.stream("Paris."));
		assertThat(stream().collectList().block()).containsExactly("Paris.");
	}

	@Test
	void fallsBackBeforeContent() {
		this.openai.otherwise(Reply.sse(ROLE, ERROR));
		this.groq.otherwise(Reply.stream("Pa", "ris."));
		ChatResponse response = this.client.chat("gpt-4o")
			.fallbacks("groq/llama")
			.maxAttempts(1)
			.user("Hi")
			.stream()
			.response()
			.block();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.provider()).isEqualTo("groq");
		assertThat(response.attempts()).extracting(Attempt::kind).containsExactly(ErrorKind.SERVICE_UNAVAILABLE, null);
	}

	@Test
	void tellsTheErrorOfTheProviderWhereNoContentCame() {
		this.openai.otherwise(Reply.sse(ROLE, ERROR));
		LlmException failure = catchThrowableOfType(LlmException.class, () -> stream().blockLast());
		assertThat(failure).isInstanceOf(LlmServerException.class).hasMessageContaining("Overloaded");
		assertThat(failure.attempts()).hasSize(3);
	}

	@Test
	void failsWithWhatHasArrivedWhereTheStreamBreaksAfterContent() {
		this.openai.otherwise(Reply.stream("Par", "is", ".").cutAfter(2));
		this.groq.otherwise(Reply.text("never"));
		List<String> seen = new ArrayList<>();
		LlmStreamException failure = catchThrowableOfType(LlmStreamException.class,
				() -> this.client.chat("gpt-4o")
					.fallbacks("groq/llama")
					.user("Hi")
					.stream()
					.content()
					.doOnNext(seen::add)
					.blockLast());
		assertThat(seen).containsExactly("Par", "is");
		assertThat(failure.partial(ChatResponse.class).content()).isEqualTo("Paris");
		assertThat(failure.kind()).isEqualTo(ErrorKind.STREAM_INTERRUPTED);
		assertThat(failure.isRetryable()).isFalse();
		assertThat(failure.isFallbackable()).isFalse();
		assertThat(this.openai.requests()).hasSize(1);
		assertThat(this.groq.requests()).isEmpty();
	}

	@Test
	void failsWithWhatHasArrivedWhereAnErrorComesAfterContent() {
		this.openai.otherwise(Reply.sse(ROLE, TEXT, ERROR));
		LlmStreamException failure = catchThrowableOfType(LlmStreamException.class, () -> stream().blockLast());
		assertThat(failure).hasMessageContaining("Overloaded");
		assertThat(this.openai.requests()).hasSize(1);
	}

	@Test
	void countsAToolCallAsContent() {
		String call = "data: {\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"call_1\","
				+ "\"function\":{\"name\":\"weather\",\"arguments\":\"\"}}]}}]}\n\n";
		this.openai.otherwise(Reply.sse(ROLE, call).cutAfter(2));
		LlmStreamException failure = catchThrowableOfType(LlmStreamException.class,
				() -> this.client.chat("gpt-4o").user("Hi").stream().chunks().blockLast());
		assertThat(failure.partial(ChatResponse.class).toolCalls()).hasSize(1);
		assertThat(this.openai.requests()).hasSize(1);
	}

	@Test
	void countsReasoningAsContent() {
		this.openai.otherwise(
				Reply.sse(ROLE, "data: {\"choices\":[{\"index\":0,\"delta\":{\"reasoning_content\":\"Hm\"}}]}\n\n")
					.cutAfter(2));
		assertThat(catchThrowableOfType(LlmStreamException.class,
				() -> this.client.chat("gpt-4o").user("Hi").stream().chunks().blockLast()))
			.isNotNull();
	}

	@Test
	void takesABodyThatIsJsonForTheWholeStream() {
		this.openai.enqueue(Reply.json("{\"id\":\"c1\",\"model\":\"gpt-4o\",\"choices\":[{\"index\":0,\"message\":"
				+ "{\"role\":\"assistant\",\"content\":\"Paris.\"},\"finish_reason\":\"stop\"}],"
				+ "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2,\"total_tokens\":5}}"));
		ChatResponse response = this.client.chat("gpt-4o").user("Hi").stream().response().block();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.finishReason()).isEqualTo("stop");
		assertThat(response.usage().totalTokens()).isEqualTo(5);
	}

	@Test
	void triesAgainWhereABodyThatIsJsonIsAnError() {
		this.openai.enqueue(Reply.json("{\"error\":{\"message\":\"busy\",\"code\":429}}"), Reply.stream("ok"));
		assertThat(stream().collectList().block()).containsExactly("ok");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n\n", ": ping\n\n", "data: [DONE]\n\n" })
	void failsWhereNothingCame(String body) {
		this.openai.otherwise(Reply.sse(body));
		LlmException failure = catchThrowableOfType(LlmException.class, () -> stream().blockLast());
		assertThat(failure).as(body).isNotNull();
	}

	@Test
	void endsWellWithoutDoneWhereAFinishReasonCame() {
		this.openai.otherwise(Reply.stream("Paris.").withoutDone());
		ChatResponse response = this.client.chat("gpt-4o").user("Hi").stream().response().block();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.attempts()).hasSize(1);
	}

	@Test
	void failsWhereNeitherDoneNorAFinishReasonCame() {
		this.openai.otherwise(Reply.sse(ROLE, TEXT));
		assertThat(catchThrowableOfType(LlmStreamException.class, () -> stream().blockLast()))
			.hasMessageContaining("ended before the answer did");
	}

	@Test
	void takesNothingFromBehindTheEnd() {
		this.openai.otherwise(Reply.sse(TEXT, "data: [DONE]\n\n", TEXT, "data: [DONE]\n\n", ERROR));
		assertThat(stream().collectList().block()).containsExactly("Par");
	}

	@Test
	void passesAnEmptyAnswerThatHasEndedWell() {
		this.openai.otherwise(Reply.sse(ROLE,
				"data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"content_filter\"}]}\n\n",
				"data: [DONE]\n\n"));
		ChatResponse response = this.client.chat("gpt-4o").user("Hi").stream().response().block();
		assertThat(response.content()).isEmpty();
		assertThat(response.finishReason()).isEqualTo("content_filter");
	}

	@Test
	void callsAnewForEachSubscriber() {
		Flux<String> stream = stream();
		stream.blockLast();
		stream.blockLast();
		assertThat(this.openai.requests()).hasSize(2);
	}

	private Flux<String> stream() {
		return this.client.chat("gpt-4o").user("Where is the Louvre?").stream().content();
	}

}
