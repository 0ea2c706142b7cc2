package dev.litellm.dialect.cohere;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.litellm.LlmClient;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;
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
 * Tests for streams in Cohere's format over real sockets.
 */
class CohereStreamTests extends ScriptedTests {

	private static final String END = "\"type\":\"message-end\"";

	private static final StreamSamples SAMPLES = StreamSamples.of("cohere_chat");

	private final LlmClient client = Command.client(this.llm);

	static List<String> samples() {
		return SAMPLES.all();
	}

	private ChatResponse stream() {
		return this.client.chat(Command.MODEL).user("Where is the Louvre?").stream().response().block();
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/stream+json", "application/x-ndjson", "text/plain" })
	void readsLinesAsTheyCome(String contentType) {
		String lines = SAMPLES.with("é北🙂");
		this.llm
			.enqueue(contentType.equals("text/plain") ? Reply.sse("data: " + lines.replaceAll("\n(?=.)", "\n\ndata: "))
					: Reply.raw(200, contentType, lines).splitEvery(5));
		ChatResponse response = stream();
		assertThat(response.content()).isEqualTo("Paris é北🙂.");
		assertThat(response.id()).isEqualTo("c_1");
		assertThat(response.finishReason()).isEqualTo("stop");
		assertThat(response.usage().promptTokens()).isEqualTo(71);
		assertThat(response.usage().completionTokens()).isEqualTo(3);
		assertThat(response.usage().promptTokensDetails()).containsEntry("cached_tokens", 48L);
		assertThat(this.llm.takeRequest().isStream()).isTrue();
	}

	@Test
	void streamsCallsOfToolsWithTheirPlan() {
		this.llm.enqueue(Reply.sse(SAMPLES.with("get_time_2")).splitEvery(7));
		ChatResponse response = stream();
		assertThat(response.toolCalls()).extracting(ToolCall::name).containsExactly("get_weather", "get_time");
		assertThat(response.toolCalls()).extracting(ToolCall::id).containsExactly("get_weather_1", "get_time_2");
		assertThat(response.toolCalls()).extracting(ToolCall::arguments).containsExactly("{\"city\":\"Paris\"}", "{}");
		assertThat(response.choices().get(0).message().extra()).containsEntry("tool_plan", "I look it up.");
		assertThat(response.finishReason()).isEqualTo("tool_calls");
		assertThat(response.choices().get(0).nativeFinishReason()).isEqualTo("TOOL_CALL");
	}

	@Test
	void streamsThoughtsAndWhatTheAnswerStandsOn() {
		this.llm.enqueue(Reply.sse(SAMPLES.with("citation-start")));
		ChatResponse response = stream();
		Message message = response.choices().get(0).message();
		assertThat(message.content()).isEqualTo("It is Paris.");
		assertThat(message.reasoningContent()).isEqualTo("It is the capital.");
		assertThat((List<?>) message.extra().get("citations")).hasSize(2);
		assertThat((List<?>) message.extra().get("annotations"))
			.map((annotation) -> ((Map<?, ?>) ((Map<?, ?>) annotation).get("url_citation")).get("url").toString())
			.containsExactly("source:doc:0", "https://example.org/louvre");
		assertThat(response.finishReason()).isEqualTo("length");
	}

	@Test
	void tellsHowLikelyEachPieceWas() {
		this.llm.enqueue(StreamSamples.reply(SAMPLES.with("é北🙂")));
		Map<?, ?> logprobs = (Map<?, ?>) stream().choices().get(0).extra().get("logprobs");
		assertThat((List<?>) logprobs.get("content")).map((token) -> (Double) ((Map<?, ?>) token).get("logprob"))
			.containsExactly(-0.25, -0.75);
	}

	@Test
	void failsWithThePartWhereTheAnswerEndsInAnError() {
		this.llm.otherwise(StreamSamples.reply(SAMPLES.with("é北🙂")
			.replace("\"COMPLETE\"", "\"ERROR\",\"error\":\"internal error, please try again\"")));
		LlmStreamException failure = catchThrowableOfType(LlmStreamException.class, this::stream);
		assertThat(failure.partial(ChatResponse.class).content()).isEqualTo("Paris é北🙂.");
		assertThat(failure).hasMessageContaining("internal error");
		assertThat(this.llm.requests()).hasSize(1);
	}

	@Test
	void triesAgainWhereTheAnswerEndsInAnErrorBeforeItsFirstContent() {
		this.llm.enqueue(Reply.sse("data: {\"type\":\"message-end\",\"delta\":{\"finish_reason\":\"TIMEOUT\"}}\n\n"),
				StreamSamples.reply(SAMPLES.with("é北🙂")));
		ChatResponse response = stream();
		assertThat(response.content()).isEqualTo("Paris é北🙂.");
		assertThat(response.attempts()).extracting(Attempt::kind).containsExactly(ErrorKind.TIMEOUT, null);
	}

	@ParameterizedTest
	@MethodSource("samples")
	void failsWhereverTheStreamIsCutOff(String stream) {
		StreamSamples.checkCutOffs(stream, END, this.llm, this::stream);
	}

	@Test
	void takesAnAnswerThatCameWholeThoughAStreamWasAskedFor() {
		this.llm.enqueue(Command.text("Paris."));
		ChatResponse response = stream();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.finishReason()).isEqualTo("stop");
	}

}
