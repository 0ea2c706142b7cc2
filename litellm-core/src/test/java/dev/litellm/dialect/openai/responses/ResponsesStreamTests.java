package dev.litellm.dialect.openai.responses;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.litellm.LlmClient;
import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ScriptedTests;
import dev.litellm.dialect.StreamSamples;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.json.Values;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for streamed responses over real sockets.
 */
class ResponsesStreamTests extends ScriptedTests {

	private final LlmClient client = Responses.client(this.llm);

	private ChatResponse stream(Reply reply) {
		this.llm.enqueue(reply);
		return this.client.chat(Responses.MODEL).user("Hi").stream().response().block();
	}

	@Test
	void tellsTextThoughtsAndTokens() {
		ChatResponse response = stream(Responses.stream("text"));
		Message message = response.choices().get(0).message();
		assertThat(message.content()).isEqualTo("Paris ist schön 🗼.");
		assertThat(message.reasoningContent()).isEqualTo("Recalling.\n\nIt is Paris.");
		assertThat(response.finishReason()).isEqualTo("stop");
		assertThat(response.created()).isEqualTo(1741476542);
		assertThat(response.serviceTier()).isEqualTo("default");
		assertThat(response.usage().cachedTokens()).isEqualTo(4);
		assertThat(response.usage().reasoningTokens()).isEqualTo(2);
		assertThat(Values.items(message.extra().get("annotations"))).hasSize(1);
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.isStream()).isTrue();
		assertThat(request.at("/stream_options").isMissingNode()).isTrue();
	}

	@Test
	void keepsEncryptedReasoningForTheNextTurn() {
		Message message = stream(Responses.stream("text")).choices().get(0).message();
		this.llm.enqueue(Responses.text("ok"));
		this.client.chat(Responses.MODEL).messages(Message.user("Hi"), message, Message.user("And?")).call().content();
		this.llm.takeRequest();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/input/1/encrypted_content")).isEqualTo("gAAAAA==");
		assertThat(request.text("/input/2/content/0/text")).isEqualTo("Paris ist schön 🗼.");
		assertThat(request.at("/input").size()).isEqualTo(4);
	}

	@Test
	void tellsCallsOfToolsThatComeInTurns() {
		ChatResponse response = stream(Responses.stream("tools"));
		assertThat(response.finishReason()).isEqualTo("tool_calls");
		assertThat(response.toolCalls()).extracting(ToolCall::id).containsExactly("call_1", "call_2");
		assertThat(response.toolCalls()).extracting(ToolCall::name).containsExactly("get_weather", "get_time");
		assertThat(response.toolCalls()).extracting(ToolCall::arguments).containsExactly("{\"city\":\"Paris\"}", "{}");
	}

	@Test
	void tellsCallsOfServersThatNumberNoItems() {
		ChatResponse response = stream(Responses.stream("by-id"));
		assertThat(response.toolCalls()).extracting(ToolCall::arguments).containsExactly("{}", "{\"zone\":1}");
		assertThat(response.model()).isEqualTo("gpt-5-pro-2025-10-06");
	}

	@Test
	void saysWhyTheAnswerIsNotWhole() {
		ChatResponse response = stream(Responses.stream("incomplete"));
		assertThat(response.content()).isEqualTo("The");
		assertThat(response.finishReason()).isEqualTo("length");
		assertThat(response.choices().get(0).nativeFinishReason()).isEqualTo("max_output_tokens");
	}

	@Test
	void takesAnAnswerThatComesWholeOrAtItsEndAlone() {
		assertThat(stream(Responses.text("Paris.")).content()).isEqualTo("Paris.");
		String end = "{\"type\": \"response.completed\", \"response\": {\"id\": \"r\", \"status\": \"completed\", \"output\": ["
				+ Responses.MESSAGE.formatted("Lyon.").replace('\n', ' ') + "]}}";
		assertThat(stream(events(end)).content()).isEqualTo("Lyon.");
	}

	@Test
	void failsWithThePartWhereTheStreamIsCutOff() {
		StreamSamples.checkCutOffs(StreamSamples.of("responses").with("Recalling"), "\"usage\"", this.llm,
				() -> this.client.chat(Responses.MODEL).user("Hi").maxAttempts(1).stream().response().block());
	}

	@Test
	void failsByTheKindOfAnErrorEvent() {
		String error = "{\"type\": \"error\", \"code\": \"rate_limit_exceeded\", \"message\": \"Slow down\"}";
		String failed = "{\"type\": \"response.failed\", \"response\": {\"status\": \"failed\", \"error\": {\"code\": \"server_error\", \"message\": \"Broken\"}}}";
		assertThat(List.of(failure(error), failure(failed))).extracting(LlmException::kind)
			.containsExactly(ErrorKind.RATE_LIMIT, ErrorKind.INTERNAL_SERVER);
	}

	private static Reply events(String data) {
		return Reply.raw(200, "text/event-stream", "data: " + data + "\n\n");
	}

	private LlmException failure(String event) {
		this.llm.enqueue(events(event));
		return catchThrowableOfType(LlmException.class,
				() -> this.client.chat(Responses.MODEL)
					.user("Hi")
					.maxAttempts(1)
					.stream()
					.chunks()
					.map(ChatChunk::content)
					.blockLast());
	}

	@Test
	void partsThoughtsThatOthersStandBetween() {
		String summary = """
				{"type": "response.reasoning_summary_part.added", "output_index": %d, "summary_index": 0}

				data: {"type": "response.reasoning_summary_text.delta", "output_index": %d, "summary_index": 0, "delta": "%s"}

				""";
		String items = """
				{"type": "reasoning", "summary": [{"type": "summary_text", "text": "A"}]}, \
				{"type": "web_search_call", "id": "ws_1"}, \
				{"type": "reasoning", "summary": [{"type": "summary_text", "text": "B"}]}""";
		Reply streamed = events(summary.formatted(0, 0, "A") + "data: " + summary.formatted(2, 2, "B")
				+ "data: {\"type\": \"response.completed\", \"response\": {\"status\": \"completed\", \"output\": ["
				+ items + "]}}");
		for (Reply reply : List.of(streamed, Responses.answer(items))) {
			assertThat(stream(reply).choices().get(0).message().reasoningContent()).isEqualTo("A\n\nB");
		}
	}

}
