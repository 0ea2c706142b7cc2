package dev.litellm.dialect.langgraph;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.litellm.LlmClient;
import dev.litellm.Models;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;
import dev.litellm.dialect.ScriptedTests;
import dev.litellm.dialect.StreamSamples;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.error.LlmStreamException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for LangGraph's agent server over real sockets.
 */
class LangGraphTests extends ScriptedTests {

	private static final String STREAM = StreamSamples.of("langgraph").with("é北🙂");

	private static final String ERROR = """
			event: error
			data: {"error":"ValueError","message":"node agent is out of order"}

			""";

	private final LlmClient client = LlmClient.builder()
		.environment((name) -> null)
		.provider("langgraph", (provider) -> provider.baseUrl(this.llm.url()).apiKey("sk-test"))
		.settings((settings) -> settings.withRetries(Models.QUICK))
		.build();

	@Test
	void waitsForARunAndTakesItsLastAnswer() {
		this.llm.enqueue(Reply.json("""
				{"messages": [{"type": "human", "content": "Hi"}, {"type": "ai", "content": "First."},
				 {"type": "tool", "content": "42"},
				 {"type": "ai", "id": "m2", "content": [{"type": "text", "text": "Paris."}],
				  "response_metadata": {"finish_reason": "length", "model_name": "gpt-4o"},
				  "usage_metadata": {"input_tokens": 12, "output_tokens": 5, "total_tokens": 17}}]}"""));
		ChatResponse response = this.client.chat("langgraph/agent")
			.messages(Message.system("Be brief."), Message.user("Hi"), Message.assistant("Yes?"),
					Message.user("Where?"))
			.extra("config", Map.of("recursion_limit", 5))
			.call()
			.response();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.finishReason()).isEqualTo("length");
		assertThat(response.model()).isEqualTo("gpt-4o");
		assertThat(response.usage().totalTokens()).isEqualTo(17);
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.path()).isEqualTo("/runs/wait");
		assertThat(request.header("x-api-key")).isEqualTo("sk-test");
		assertThat(request.text("/assistant_id")).isEqualTo("agent");
		assertThat(request.at("/input/messages").findValuesAsString("role")).containsExactly("system", "human",
				"assistant", "human");
		assertThat(request.at("/config/recursion_limit").asInt()).isEqualTo(5);
	}

	@Test
	void runsOnAThreadThatIsNamed() {
		this.llm.enqueue(Reply.json("{\"messages\": [{\"type\": \"ai\", \"content\": \"Hi.\"}]}"));
		this.client.chat("langgraph/agent").user("Hi").extra("thread_id", "t/1").call().content();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.uri().getRawPath()).isEqualTo("/threads/t%2F1/runs/wait");
		assertThat(request.json().has("thread_id")).isFalse();
	}

	@Test
	void refusesWhatAnAssistantDecidesItself() {
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat("langgraph/agent").user("Hi").temperature(0.5).maxTokens(5).call().content());
		assertThat(failure.kind()).isEqualTo(ErrorKind.UNSUPPORTED_PARAMS);
		assertThat(failure).hasMessageContaining("[max_tokens, temperature]");
	}

	@Test
	void tellsThatARunFailedAlthoughTheStatusSaysNothing() {
		this.llm.otherwise(Reply.json("{\"__error__\": {\"error\": \"ValueError\", \"message\": \"out of order\"}}"));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat("langgraph/agent").user("Hi").maxAttempts(1).call().content());
		assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL_SERVER);
		assertThat(failure).hasMessageContaining("out of order");
	}

	@Test
	void streamsWhatTheModelSaysAndNothingElse() {
		this.llm.enqueue(Reply.sse(STREAM).splitEvery(7));
		ChatResponse response = stream();
		assertThat(response.content()).isEqualTo("Paris é北🙂.");
		assertThat(response.finishReason()).isEqualTo("stop");
		assertThat(response.id()).isEqualTo("m1");
		assertThat(response.usage().totalTokens()).isEqualTo(17);
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.path()).isEqualTo("/runs/stream");
		assertThat(request.text("/stream_mode")).isEqualTo("messages-tuple");
	}

	@Test
	void eventsThatSayNothingEndNoStream() {
		this.llm
			.enqueue(Reply.sse("event: messages\ndata: []\n\nevent: messages\ndata: [{\"type\":\"tool\",\"content\":"
					+ "[{\"type\":\"text\",\"text\":{\"value\":\"x\"}}]},{}]\n\n" + STREAM));
		assertThat(stream().content()).isEqualTo("Paris é北🙂.");
	}

	@Test
	void failsWithThePartAfterAnErrorBehindContent() {
		String begun = STREAM.substring(0,
				STREAM.indexOf("event: messages\ndata: [{\"type\":\"AIMessageChunk\",\"id\":\"m1\",\"content\":[{"));
		this.llm.otherwise(Reply.sse(begun + ERROR));
		LlmStreamException failure = catchThrowableOfType(LlmStreamException.class, this::stream);
		assertThat(failure.partial(ChatResponse.class).content()).isEqualTo("Pa");
		assertThat(failure).hasMessageContaining("node agent is out of order");
	}

	@Test
	void failsWhereNothingCameOfTheAnswer() {
		this.llm.otherwise(Reply.sse("event: metadata\ndata: {\"run_id\":\"r1\"}\n\n"));
		LlmException failure = catchThrowableOfType(LlmException.class, this::stream);
		assertThat(failure.kind()).isEqualTo(ErrorKind.CONNECTION);
	}

	private ChatResponse stream() {
		return this.client.chat("langgraph/agent").user("Hi").stream().response().block();
	}

}
