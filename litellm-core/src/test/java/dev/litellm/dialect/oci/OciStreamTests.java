package dev.litellm.dialect.oci;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.litellm.LlmClient;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ScriptedTests;
import dev.litellm.dialect.StreamSamples;
import dev.litellm.error.Attempt;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmStreamException;
import dev.litellm.test.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for streams in both of Oracle's formats over real sockets.
 */
class OciStreamTests extends ScriptedTests {

	private static final String BUSY = """
			data: {"code":"TooManyRequests","message":"request limit exceeded"}

			""";

	private static final StreamSamples SAMPLES = StreamSamples.of("oci");

	private final LlmClient client = Oci.client(this.llm);

	static List<String> samples() {
		return SAMPLES.all();
	}

	private ChatResponse stream() {
		return this.client.chat(Oci.MODEL).user("Where is the Louvre?").stream().response().block();
	}

	@Test
	void streamsTextAndTheTokensBehindIt() {
		this.llm.enqueue(Reply.sse(SAMPLES.with("é北🙂")).splitEvery(9));
		ChatResponse response = stream();
		assertThat(response.content()).isEqualTo("Paris é北🙂.");
		assertThat(response.finishReason()).isEqualTo("stop");
		assertThat(response.usage().totalTokens()).isEqualTo(26);
		assertThat(response.usage().cachedTokens()).isEqualTo(5);
		assertThat(this.llm.takeRequest().at("/chatRequest/isStream").asBoolean()).isTrue();
	}

	@Test
	void joinsPiecesOfCallsThatHaveTheirIdOnlyOnce() {
		this.llm.enqueue(Reply.sse(SAMPLES.with("\"c2\"")));
		ChatResponse response = stream();
		assertThat(response.choices().get(0).message().reasoningContent()).isEqualTo("Two lookups.");
		assertThat(response.toolCalls()).extracting(ToolCall::id).containsExactly("c1", "c2");
		assertThat(response.toolCalls()).extracting(ToolCall::arguments).containsExactly("{\"city\":\"Paris\"}", "{}");
		assertThat(response.finishReason()).isEqualTo("tool_calls");
	}

	@Test
	void tellsOnceWhatCoheresLastEventRepeats() {
		this.llm.enqueue(Reply.sse(SAMPLES.with("COMPLETE")));
		ChatResponse response = this.client.chat(Oci.COHERE).user("Weather?").stream().response().block();
		assertThat(response.content()).isEqualTo("It is sunny.");
		assertThat(response.toolCalls()).singleElement().extracting(ToolCall::name).isEqualTo("get_time");
		assertThat(response.finishReason()).isEqualTo("tool_calls");
	}

	@Test
	void readsCoheresSecondFormat() {
		this.llm.enqueue(Reply.sse(SAMPLES.with("COHEREV2")));
		ChatResponse response = this.client.chat(Oci.COHERE_V2).user("Weather?").stream().response().block();
		assertThat(response.content()).isEqualTo("It is cloudy.");
		assertThat(response.choices().get(0).message().reasoningContent()).isEqualTo("Hm.");
		assertThat(response.toolCalls()).singleElement().extracting(ToolCall::name).isEqualTo("get_time");
		assertThat(response.finishReason()).isEqualTo("tool_calls");
	}

	@Test
	void triesAgainAfterAnErrorBeforeTheFirstContent() {
		this.llm.enqueue(Reply.sse(BUSY), Reply.sse(SAMPLES.with("é北🙂")));
		assertThat(stream().attempts()).extracting(Attempt::kind).containsExactly(ErrorKind.RATE_LIMIT, null);
	}

	@Test
	void failsWithThePartAfterAnErrorBehindContent() {
		this.llm.otherwise(Reply.sse(StreamSamples.first(SAMPLES.with("é北🙂"), 1) + BUSY));
		LlmStreamException failure = catchThrowableOfType(LlmStreamException.class, this::stream);
		assertThat(failure.partial(ChatResponse.class).content()).isEqualTo("Pa");
		assertThat(failure).hasMessageContaining("request limit exceeded");
	}

	@ParameterizedTest
	@MethodSource("samples")
	void failsWhereverTheStreamIsCutOff(String stream) {
		StreamSamples.checkCutOffs(stream, "\"finishReason\"", this.llm, this::stream);
	}

	@Test
	void takesAnAnswerThatCameWholeThoughAStreamWasAskedFor() {
		this.llm.enqueue(Oci.generic("\"content\": [{\"type\": \"TEXT\", \"text\": \"Paris.\"}]", "stop"));
		assertThat(stream().content()).isEqualTo("Paris.");
	}

}
