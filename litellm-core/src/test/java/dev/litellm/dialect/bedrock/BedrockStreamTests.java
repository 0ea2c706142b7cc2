package dev.litellm.dialect.bedrock;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.litellm.LlmClient;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;
import dev.litellm.chat.Tool;
import dev.litellm.dialect.ScriptedTests;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.error.LlmStreamException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.transport.EventStreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for streams in Bedrock's Converse format, over real sockets, cut and spoiled.
 */
class BedrockStreamTests extends ScriptedTests {

	private static final Tool WEATHER = Tool.function("get_weather", "Weather of a city",
			Map.of("type", "object", "properties", Map.of("city", Map.of("type", "string"))));

	/** Thought, text, two calls of which one has no input. */
	private static final List<byte[]> EVENTS = List.of(Bedrock.begin(),
			Bedrock.delta(0, "{\"reasoningContent\":{\"text\":\"Hm \"}}"),
			Bedrock.delta(0, "{\"reasoningContent\":{\"signature\":\"sig\"}}"), Bedrock.stop(0),
			Bedrock.delta(1, "{\"text\":\"Let me\"}"), Bedrock.delta(1, "{\"text\":\" look: é🙂\"}"), Bedrock.stop(1),
			Bedrock.call(2, "t_1", "get_weather"), Bedrock.delta(2, "{\"toolUse\":{\"input\":\"{\\\"city\\\":\"}}"),
			Bedrock.delta(2, "{\"toolUse\":{\"input\":\"\\\"Paris\\\"}\"}}"), Bedrock.stop(2),
			Bedrock.call(3, "t_2", "get_weather"), Bedrock.stop(3), Bedrock.end("tool_use"), Bedrock.usage());

	private final LlmClient client = Bedrock.client(this.llm);

	@Test
	void readsThoughtsTextCallsAndTokens() {
		this.llm.enqueue(Bedrock.stream(EVENTS.toArray(byte[][]::new)));
		ChatResponse response = this.client.chat(Bedrock.CLAUDE)
			.user("Weather?")
			.tools(WEATHER)
			.stream()
			.response()
			.block();
		assertThat(response.content()).isEqualTo("Let me look: é🙂");
		Message message = response.choices().get(0).message();
		assertThat(message.reasoningContent()).isEqualTo("Hm ");
		assertThat(message.thinkingBlocks().get(0).signature()).isEqualTo("sig");
		assertThat(response.toolCalls()).extracting((call) -> call.id() + " " + call.arguments())
			.containsExactly("t_1 {\"city\":\"Paris\"}", "t_2 {}");
		assertThat(response.finishReason()).isEqualTo("tool_calls");
		assertThat(response.usage().totalTokens()).isEqualTo(17);
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.uri().getRawPath()).endsWith("/converse-stream");
		assertThat(request.header("accept")).isEqualTo(Bedrock.EVENT_STREAM);
	}

	@Test
	void failsWithThePartWhereAnExceptionStandsWithinTheStream() {
		this.llm.enqueue(Bedrock.stream(Bedrock.begin(), Bedrock.said("Par"),
				EventStreams.exception("throttlingException", "{\"message\":\"Too many tokens\"}")));
		LlmStreamException failure = catchThrowableOfType(LlmStreamException.class,
				() -> this.client.chat(Bedrock.CLAUDE).user("Capital?").stream().response().block());
		assertThat(failure).hasMessageContaining("Too many tokens");
		assertThat(failure.status()).isEqualTo(429);
		assertThat(failure.partial(ChatResponse.class).content()).isEqualTo("Par");
	}

	@Test
	void triesAgainWhereAnExceptionStandsBeforeTheFirstContent() {
		this.llm.enqueue(
				Bedrock.stream(Bedrock.begin(),
						EventStreams.exception("serviceUnavailableException", "{\"message\":\"Later\"}")),
				Bedrock.stream(Bedrock.begin(), Bedrock.said("Paris."), Bedrock.end("end_turn"), Bedrock.usage()));
		assertThat(this.client.chat(Bedrock.CLAUDE).user("Capital?").stream().response().block().content())
			.isEqualTo("Paris.");
		assertThat(this.llm.requests()).hasSize(2);
	}

	@Test
	void splitsThoughtsThatStandWithinTheText() {
		this.llm.enqueue(Bedrock.stream(Bedrock.begin(), Bedrock.said("<thin"), Bedrock.said("king>Hm.</think"),
				Bedrock.said("ing>Paris."), Bedrock.end("end_turn"), Bedrock.usage()));
		ChatResponse response = this.client.chat(Bedrock.NOVA).user("Capital?").stream().response().block();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.choices().get(0).message().reasoningContent()).isEqualTo("Hm.");
	}

	@Test
	void tellsSourcesAsAnnotations() {
		this.llm.enqueue(Bedrock.stream(Bedrock.begin(), Bedrock.said("Paris"),
				Bedrock.delta(1, "{\"citation\":{\"location\":{\"web\":{\"url\":\"https://a.example\"}}}}"),
				Bedrock.end("end_turn"), Bedrock.usage()));
		ChatResponse response = this.client.chat(Bedrock.NOVA)
			.user("Capital?")
			.extra("web_search_options", Map.of())
			.stream()
			.response()
			.block();
		assertThat(response.choices().get(0).message().extra().get("annotations")).asString()
			.contains("https://a.example", "end_index=5");
		assertThat(this.llm.takeRequest().text("/toolConfig/tools/0/systemTool/name")).isEqualTo("nova_grounding");
	}

	@Test
	void answersInJsonByAToolAsOneText() {
		this.llm.enqueue(Bedrock.stream(Bedrock.begin(), Bedrock.said("Here:"), Bedrock.stop(0),
				Bedrock.call(1, "t_1", "json_tool_call"),
				Bedrock.delta(1, "{\"toolUse\":{\"input\":\"{\\\"name\\\":\"}}"),
				Bedrock.delta(1, "{\"toolUse\":{\"input\":\"\\\"Paris\\\"}\"}}"), Bedrock.stop(1),
				Bedrock.end("tool_use"), Bedrock.usage()));
		ChatResponse response = this.client.chat(Bedrock.CLAUDE)
			.user("Paris as JSON")
			.extra("response_format",
					Map.of("type", "json_schema", "json_schema", Map.of("schema", Map.of("type", "object"))))
			.stream()
			.response()
			.block();
		assertThat(response.content()).isEqualTo("{\"name\":\"Paris\"}");
		assertThat(response.finishReason()).isEqualTo("stop");
	}

	@Test
	void asksForTheWholeAnswerWhereTheModelDoesNotStreamCalls() {
		this.llm.enqueue(Bedrock.answer("tool_use",
				"{\"toolUse\": {\"toolUseId\": \"t_1\", \"name\": \"get_weather\", \"input\": {\"city\": \"Paris\"}}}"));
		ChatResponse response = this.client.chat(Bedrock.LLAMA)
			.user("Weather?")
			.tools(WEATHER)
			.stream()
			.response()
			.block();
		assertThat(response.toolCalls()).hasSize(1);
		assertThat(this.llm.takeRequest().uri().getRawPath()).endsWith("/converse");
	}

	@Test
	void takesAWholeAnswerForAStream() {
		this.llm.enqueue(Bedrock.text("Paris."));
		assertThat(this.client.chat(Bedrock.CLAUDE).user("Capital?").stream().response().block().content())
			.isEqualTo("Paris.");
	}

	@Test
	void saysThatAWholeAnswerIsNone() {
		this.llm.otherwise(Reply.json("{\"message\": \"Hello\"}"));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(Bedrock.CLAUDE).user("Capital?").maxAttempts(1).stream().response().block());
		assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_RESPONSE);
		assertThat(failure).hasMessageContaining("no output");
	}

	@Test
	void failsWhereChecksumsAreWrong() {
		byte[] body = EventStreams.join(Bedrock.begin(), Bedrock.said("Paris."));
		body[body.length - 20] ^= 1;
		this.llm.otherwise(Bedrock.stream(body));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(Bedrock.CLAUDE).user("Capital?").maxAttempts(1).stream().response().block());
		assertThat(failure.kind()).isEqualTo(ErrorKind.CONNECTION);
	}

}
