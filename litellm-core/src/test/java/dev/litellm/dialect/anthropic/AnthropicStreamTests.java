package dev.litellm.dialect.anthropic;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import dev.litellm.LlmClient;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;
import dev.litellm.chat.ThinkingBlock;
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
 * Tests for streams in Anthropic's format over real sockets.
 */
class AnthropicStreamTests extends ScriptedTests {

	private static final String OVERLOADED = """
			event: error
			data: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}

			""";

	private static final StreamSamples SAMPLES = StreamSamples.of("anthropic");

	private final LlmClient client = Claude.client(this.llm);

	static List<String> samples() {
		return SAMPLES.all();
	}

	private ChatResponse stream() {
		return this.client.chat(Claude.MODEL).user("Where is the Louvre?").stream().response().block();
	}

	@Test
	void streamsTextAndThoughts() {
		this.llm.enqueue(Reply.sse(SAMPLES.with("redacted_thinking")));
		ChatResponse response = stream();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.choices().get(0).message().reasoningContent()).isEqualTo("It is the capital.");
		assertThat(response.choices().get(0).message().thinkingBlocks()).extracting(ThinkingBlock::signature)
			.containsExactly("c2lnbmVk", null);
		assertThat(response.usage().promptTokens()).isEqualTo(12);
		assertThat(response.usage().completionTokens()).isEqualTo(25);
		assertThat(this.llm.takeRequest().isStream()).isTrue();
	}

	@Test
	void readsStreamsOfGatewaysThatEndAsOpenAisDo() {
		this.llm.enqueue(Reply.sse(SAMPLES.with("redacted_thinking") + "data: [DONE]\n\n"));
		assertThat(stream().content()).isEqualTo("Paris.");
	}

	@Test
	void streamsCallsOfToolsEvenWithoutArguments() {
		this.llm.enqueue(Reply.sse(SAMPLES.with("toolu_2")).splitEvery(7));
		ChatResponse response = stream();
		assertThat(response.content()).isEqualTo("I look it up.");
		assertThat(response.toolCalls()).extracting(ToolCall::name).containsExactly("get_weather", "get_time");
		assertThat(response.toolCalls()).extracting(ToolCall::arguments).containsExactly("{\"city\": \"Paris\"}", "{}");
		assertThat(response.finishReason()).isEqualTo("tool_calls");
		assertThat(response.choices().get(0).nativeFinishReason()).isEqualTo("tool_use");
	}

	@Test
	void streamsJsonOfAnEmulatedSchemaAsText() {
		this.llm.enqueue(Reply.sse(SAMPLES.with("toolu_2")
			.replace("get_weather", "json_tool_call")
			.replaceAll("(?s)event: content_block_start\ndata: [^\n]*toolu_2.*?content_block_stop[^\n]*\n\n", "")));
		ChatResponse response = this.client.chat(Claude.MODEL)
			.user("The capital of France?")
			.jsonSchema("city", Map.of("type", "object", "properties", Map.of("city", Map.of("type", "string"))))
			.stream()
			.response()
			.block();
		assertThat(response.content()).endsWith("{\"city\":\"Paris\"}");
		assertThat(response.toolCalls()).isEmpty();
		assertThat(response.finishReason()).isEqualTo("stop");
	}

	@Test
	void triesAgainAfterAnErrorBeforeTheFirstContent() {
		this.llm.enqueue(Reply.sse(StreamSamples.first(SAMPLES.with("msg_1"), 1) + OVERLOADED),
				Reply.sse(SAMPLES.with("é北🙂")));
		ChatResponse response = stream();
		assertThat(response.content()).isEqualTo("Paris é北🙂.");
		assertThat(response.attempts()).extracting(Attempt::kind).containsExactly(ErrorKind.INTERNAL_SERVER, null);
	}

	@Test
	void failsWithThePartAfterAnErrorBehindContent() {
		String text = SAMPLES.with("é北🙂");
		this.llm.otherwise(Reply.sse(StreamSamples.first(text, 4) + OVERLOADED));
		LlmStreamException failure = catchThrowableOfType(LlmStreamException.class, this::stream);
		assertThat(failure.partial(ChatResponse.class).content()).isEqualTo("Pa");
		assertThat(failure).hasMessageContaining("Overloaded");
		assertThat(this.llm.requests()).hasSize(1);
	}

	@ParameterizedTest
	@MethodSource("samples")
	void failsWhereverTheStreamIsCutOff(String stream) {
		StreamSamples.checkCutOffs(stream, "message_delta", this.llm, this::stream);
	}

	@Test
	void takesAMessageThatCameWholeThoughAStreamWasAskedFor() {
		this.llm.enqueue(Claude.text("Paris."));
		ChatResponse response = stream();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.finishReason()).isEqualTo("stop");
	}

	@Test
	void readsTextBesideASearchThatTheProviderHasRun() {
		this.llm.enqueue(Reply.sse(SAMPLES.with("srvtoolu_1")));
		ChatResponse response = stream();
		assertThat(response.content()).isEqualTo("In Paris.");
		assertThat(response.toolCalls()).isEmpty();
		assertThat(response.finishReason()).isEqualTo("stop");
	}

	@Test
	void keepsASearchAndItsCitationsForTheNextTurn() {
		this.llm.enqueue(Reply.sse(SAMPLES.with("srvtoolu_1")), Claude.text("By metro."));
		Message answer = stream().choices().get(0).message();

		this.llm.takeRequest();
		this.client.chat(Claude.MODEL)
			.messages(List.of(Message.user("Where is the Louvre?"), answer, Message.user("How do I get there?")))
			.call()
			.content();

		JsonNode blocks = this.llm.takeRequest().at("/messages/1/content");
		assertThat(blocks.findValuesAsString("type")).startsWith("server_tool_use", "web_search_tool_result");
		assertThat(blocks.at("/0/input/query").asString()).isEqualTo("Louvre");
		assertThat(blocks.at("/2/text").asString()).isEqualTo("In Paris.");
		assertThat(blocks.at("/2/citations/0/encrypted_index").asString()).isEqualTo("eA==");
	}

	@Test
	void keepsTheSummaryOfWhatWasSaidForTheNextTurnAndCountsItsTokens() {
		this.llm.enqueue(Reply.sse(SAMPLES.with("compaction_delta")), Claude.text("Line 1."));
		ChatResponse response = stream();
		assertThat(response.content()).isEqualTo("Go by metro.");
		assertThat(response.usage().promptTokens()).isEqualTo(2230);
		assertThat(response.usage().cachedTokens()).isEqualTo(200);
		assertThat(response.usage().completionTokens()).isEqualTo(45);

		this.llm.takeRequest();
		this.client.chat(Claude.MODEL)
			.messages(List.of(Message.user("Where?"), response.choices().get(0).message(), Message.user("Which line?")))
			.call()
			.content();

		JsonNode blocks = this.llm.takeRequest().at("/messages/1/content");
		assertThat(blocks.findValuesAsString("type")).containsExactly("compaction", "text");
		assertThat(blocks.at("/0/content").asString()).isEqualTo("Summary");
		assertThat(blocks.at("/0/encrypted_content").asString()).isEqualTo("c2VhbGVk");
	}

	@Test
	void triesAgainWhereAnErrorIsTheWholeAnswer() {
		this.llm.enqueue(Claude.error(200, "overloaded_error", "Overloaded"), Reply.sse(SAMPLES.with("é北🙂")));
		ChatResponse response = stream();
		assertThat(response.content()).isEqualTo("Paris é北🙂.");
		assertThat(response.attempts()).extracting(Attempt::kind).containsExactly(ErrorKind.INTERNAL_SERVER, null);
	}

}
