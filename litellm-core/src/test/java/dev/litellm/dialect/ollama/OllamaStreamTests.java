package dev.litellm.dialect.ollama;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.litellm.LlmClient;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ScriptedTests;
import dev.litellm.dialect.StreamSamples;
import dev.litellm.error.Attempt;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmStreamException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for streams in Ollama's format over real sockets.
 */
class OllamaStreamTests extends ScriptedTests {

	private static final String BROKEN = "{\"error\":\"an error was encountered while running the model\"}\n";

	private static final StreamSamples SAMPLES = StreamSamples.of("ollama_chat");

	private final LlmClient client = Ollama.client(this.llm);

	static List<String> samples() {
		return SAMPLES.all();
	}

	private ChatResponse stream() {
		return this.client.chat(Ollama.MODEL).user("Where is the Louvre?").stream().response().block();
	}

	@Test
	void streamsTextAndTellsTheTokens() {
		this.llm.enqueue(Ollama.stream(SAMPLES.with("é北🙂")).splitEvery(7));
		ChatResponse response = stream();
		assertThat(response.content()).isEqualTo("Paris é北🙂.");
		assertThat(response.finishReason()).isEqualTo("length");
		assertThat(response.created()).isEqualTo(1763812800);
		assertThat(response.usage().totalTokens()).isEqualTo(37);
		assertThat(response.extra().get("eval_duration")).isEqualTo(4535599000L);
		assertThat(this.llm.takeRequest().isStream()).isTrue();
	}

	@Test
	void streamsThoughts() {
		this.llm.enqueue(Ollama.stream(SAMPLES.with("\"thinking\"")));
		Message answer = stream().choices().get(0).message();
		assertThat(answer.content()).isEqualTo("Paris.");
		assertThat(answer.reasoningContent()).isEqualTo("It is the capital.");
	}

	@Test
	void takesThoughtsOutOfTheTextHoweverTheyAreCut() {
		this.llm.enqueue(Ollama.stream(SAMPLES.with("<th")));
		Message answer = stream().choices().get(0).message();
		assertThat(answer.content()).isEqualTo("Paris.");
		assertThat(answer.reasoningContent()).isEqualTo("It is the capital.");
	}

	@Test
	void keepsParallelCallsApart() {
		this.llm.enqueue(Ollama.stream(SAMPLES.with("tool_calls")));
		ChatResponse response = stream();
		assertThat(response.finishReason()).isEqualTo("tool_calls");
		assertThat(response.toolCalls()).extracting(ToolCall::name)
			.containsExactly("get_weather", "get_time", "get_time");
		assertThat(response.toolCalls()).extracting(ToolCall::arguments)
			.containsExactly("{\"city\":\"Paris\"}", "{\"city\":\"Paris\"}", "{}");
		assertThat(response.toolCalls()).extracting(ToolCall::id).doesNotHaveDuplicates().contains("call_m4v8t1zc");
	}

	@Test
	void triesAgainAfterAnErrorBeforeTheFirstContent() {
		this.llm.enqueue(Ollama.stream(BROKEN), Ollama.stream(SAMPLES.with("é北🙂")));
		ChatResponse response = stream();
		assertThat(response.content()).isEqualTo("Paris é北🙂.");
		assertThat(response.attempts()).extracting(Attempt::kind).containsExactly(ErrorKind.INTERNAL_SERVER, null);
	}

	@Test
	void failsWithThePartAfterAnErrorBehindContent() {
		this.llm.otherwise(Ollama.stream(StreamSamples.first(SAMPLES.with("é北🙂"), 1) + BROKEN));
		LlmStreamException failure = catchThrowableOfType(LlmStreamException.class, this::stream);
		assertThat(failure.partial(ChatResponse.class).content()).isEqualTo("Pa");
		assertThat(failure).hasMessageContaining("while running the model");
	}

	@ParameterizedTest
	@MethodSource("samples")
	void failsWhereverTheStreamIsCutOff(String stream) {
		StreamSamples.checkCutOffs(stream, "\"done\":true", this.llm, this::stream);
	}

	@Test
	void takesAnAnswerThatCameWholeThoughAStreamWasAskedFor() {
		this.llm.enqueue(Ollama.stream(
				"{\"model\":\"llama3.2\",\"message\":{\"role\":\"assistant\",\"content\":\"Paris.\"},\"done\":true,\"done_reason\":\"stop\"}"));
		ChatResponse response = stream();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.finishReason()).isEqualTo("stop");
		assertThat(response.usage()).isNull();
	}

}
