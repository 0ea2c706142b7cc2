package dev.litellm.dialect.openai.responses;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.litellm.LlmClient;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.Tool;
import dev.litellm.dialect.ScriptedTests;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.json.Values;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for whole answers by the Responses API over real sockets.
 */
class ResponsesChatTests extends ScriptedTests {

	private static final Tool WEATHER = Tool.function("get_weather", "Weather of a city",
			Map.of("type", "object", "properties", Map.of("city", Map.of("type", "string"))));

	private final LlmClient client = Responses.client(this.llm);

	@Test
	void asksWithInstructionsAndReadsTextAndTokens() {
		this.llm.enqueue(Responses.text("Paris."));
		ChatResponse response = this.client.chat(Responses.MODEL)
			.system("Be brief.")
			.system("Be kind.")
			.user("Where is the Louvre?")
			.maxTokens(100)
			.reasoningEffort("high")
			.verbosity("low")
			.call()
			.response();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.finishReason()).isEqualTo("stop");
		assertThat(response.id()).isEqualTo("resp_1");
		assertThat(response.created()).isEqualTo(1741476542);
		assertThat(response.model()).isEqualTo("gpt-5-pro-2025-10-06");
		assertThat(response.serviceTier()).isEqualTo("default");
		assertThat(response.usage().promptTokens()).isEqualTo(36);
		assertThat(response.usage().cachedTokens()).isEqualTo(4);
		assertThat(response.usage().reasoningTokens()).isEqualTo(2);
		assertThat(response.usage().totalTokens()).isEqualTo(44);
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.path()).isEqualTo("/v1/responses");
		assertThat(request.text("/model")).isEqualTo("gpt-5-pro");
		assertThat(request.text("/instructions")).isEqualTo("Be brief.\n\nBe kind.");
		assertThat(request.at("/input").size()).isEqualTo(1);
		assertThat(request.text("/input/0/content/0/type")).isEqualTo("input_text");
		assertThat(request.text("/input/0/content/0/text")).isEqualTo("Where is the Louvre?");
		assertThat(request.at("/max_output_tokens").asInt()).isEqualTo(100);
		assertThat(request.text("/reasoning/effort")).isEqualTo("high");
		assertThat(request.text("/text/verbosity")).isEqualTo("low");
		assertThat(request.at("/messages").isMissingNode()).isTrue();
	}

	@Test
	void storesNothingAndTakesReasoningAlongInstead() {
		this.llm.enqueue(Responses.text("a"), Responses.text("b"), Responses.text("c"));
		this.client.chat(Responses.MODEL).user("Hi").call().content();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.at("/store").asBoolean(true)).isFalse();
		assertThat(request.text("/include/0")).isEqualTo("reasoning.encrypted_content");
		this.client.chat(Responses.MODEL).user("Hi").store(true).call().content();
		request = this.llm.takeRequest();
		assertThat(request.at("/store").asBoolean()).isTrue();
		assertThat(request.at("/include").isMissingNode()).isTrue();
		this.client.chat("openai/responses/gpt-4.1").user("Hi").call().content();
		request = this.llm.takeRequest();
		assertThat(request.at("/store").asBoolean(true)).isFalse();
		assertThat(request.at("/include").isMissingNode()).as("for it does not reason").isTrue();
	}

	@Test
	void sendsReasoningBackAcrossTurns() {
		this.llm.enqueue(Responses.answer(Responses.REASONING + "," + Responses.CALL), Responses.text("21 degrees."));
		ChatResponse asked = this.client.chat(Responses.MODEL)
			.user("Weather in Paris?")
			.tools(WEATHER)
			.call()
			.response();
		Message answer = asked.choices().get(0).message();
		assertThat(answer.reasoningContent()).isEqualTo("Think.");
		assertThat(asked.finishReason()).isEqualTo("tool_calls");
		assertThat(asked.toolCalls()).singleElement().matches((call) -> "call_1".equals(call.id()));
		this.client.chat(Responses.MODEL)
			.messages(Message.user("Weather in Paris?"), answer, Message.tool("call_1", "21"))
			.call()
			.content();
		this.llm.takeRequest();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/input/1/type")).isEqualTo("reasoning");
		assertThat(request.text("/input/1/id")).isEqualTo("rs_1");
		assertThat(request.text("/input/1/encrypted_content")).isEqualTo("gAAAAA==");
		assertThat(request.text("/input/2/type")).isEqualTo("function_call");
		assertThat(request.text("/input/2/call_id")).isEqualTo("call_1");
		assertThat(request.at("/input/2/id").isMissingNode()).as("for nothing is stored under it").isTrue();
		assertThat(request.text("/input/3/type")).isEqualTo("function_call_output");
		assertThat(request.text("/input/3/call_id")).isEqualTo("call_1");
		assertThat(request.text("/input/3/output")).isEqualTo("21");
		assertThat(request.at("/input").size()).isEqualTo(4);
	}

	@Test
	void leavesOutReasoningThatNobodyStores() {
		String bare = "{\"id\": \"rs_1\", \"type\": \"reasoning\", \"summary\": []}";
		this.llm.enqueue(Responses.answer(bare + "," + Responses.MESSAGE.formatted("Paris.")), Responses.text("ok"));
		Message answer = this.client.chat(Responses.MODEL).user("Hi").call().response().choices().get(0).message();
		this.client.chat(Responses.MODEL).messages(Message.user("Hi"), answer, Message.user("And?")).call().content();
		this.llm.takeRequest();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.at("/input").size()).isEqualTo(3);
		assertThat(request.text("/input/1/role")).isEqualTo("assistant");
		assertThat(request.text("/input/1/content/0/type")).isEqualTo("output_text");
	}

	@Test
	void offersToolsThatAreNotStrictUnlessAsked() {
		this.llm.enqueue(Responses.text("ok"));
		this.client.chat(Responses.MODEL)
			.user("Hi")
			.tools(WEATHER, Tool.function("now", null, null).asStrict(),
					Tool.of("file_search", Map.of("vector_store_ids", List.of("vs_1"))))
			.toolChoice("get_weather")
			.parallelToolCalls(false)
			.webSearch("low")
			.call()
			.content();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/tools/0/name")).isEqualTo("get_weather");
		assertThat(request.text("/tools/0/parameters/properties/city/type")).isEqualTo("string");
		assertThat(request.at("/tools/0/strict").asBoolean(true)).isFalse();
		assertThat(request.at("/tools/1/strict").asBoolean()).isTrue();
		assertThat(request.text("/tools/1/parameters/type")).isEqualTo("object");
		assertThat(request.text("/tools/2/vector_store_ids/0")).isEqualTo("vs_1");
		assertThat(request.text("/tools/3/type")).isEqualTo("web_search");
		assertThat(request.text("/tools/3/search_context_size")).isEqualTo("low");
		assertThat(request.text("/tool_choice/name")).isEqualTo("get_weather");
		assertThat(request.at("/parallel_tool_calls").asBoolean(true)).isFalse();
	}

	@Test
	void sendsPicturesFilesAndSchemas() {
		this.llm.enqueue(Responses.text("{}"));
		this.client.chat(Responses.MODEL)
			.messages(Message.user(ContentPart.text("What is this?"),
					ContentPart.image("https://example.com/a.png", "low"), ContentPart.file("file-1"),
					ContentPart.file("a.pdf", "data:application/pdf;base64,JVBERi0=")))
			.jsonSchema("city", Map.of("type", "object"))
			.call()
			.content();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/input/0/content/1/type")).isEqualTo("input_image");
		assertThat(request.text("/input/0/content/1/image_url")).isEqualTo("https://example.com/a.png");
		assertThat(request.text("/input/0/content/1/detail")).isEqualTo("low");
		assertThat(request.text("/input/0/content/2/file_id")).isEqualTo("file-1");
		assertThat(request.text("/input/0/content/3/filename")).isEqualTo("a.pdf");
		assertThat(request.text("/text/format/type")).isEqualTo("json_schema");
		assertThat(request.text("/text/format/name")).isEqualTo("city");
		assertThat(request.text("/text/format/schema/type")).isEqualTo("object");
		assertThat(request.at("/text/format/strict").asBoolean()).isTrue();
	}

	@Test
	void keepsReasoningAsAnObjectWhole() {
		this.llm.enqueue(Responses.text("ok"));
		this.client.chat(Responses.MODEL)
			.user("Hi")
			.extra("reasoning_effort", Map.of("effort", "low", "summary", "auto"))
			.call()
			.content();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/reasoning/effort")).isEqualTo("low");
		assertThat(request.text("/reasoning/summary")).isEqualTo("auto");
		assertThat(request.at("/reasoning_effort").isMissingNode()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "incomplete, max_output_tokens, length", "incomplete, content_filter, content_filter" })
	void saysWhyTheAnswerIsNotWhole(String status, String reason, String finish) {
		this.llm
			.enqueue(Responses.status(status, "{\"reason\": \"" + reason + "\"}", Responses.MESSAGE.formatted("Par")));
		Choice choice = this.client.chat(Responses.MODEL).user("Hi").call().response().choices().get(0);
		assertThat(choice.finishReason()).isEqualTo(finish);
		assertThat(choice.nativeFinishReason()).isEqualTo(reason);
	}

	@Test
	void tellsRefusalsAndSources() {
		this.llm.enqueue(Responses
			.answer("""
					{"type": "message", "role": "assistant", "content": [
					 {"type": "output_text", "text": "See ", "annotations": []},
					 {"type": "output_text", "text": "here", "annotations": [{"type": "url_citation", "url": "https://a.example",
					  "title": "A", "start_index": 0, "end_index": 4}]},
					 {"type": "refusal", "refusal": "No more."}]}"""));
		Message message = this.client.chat(Responses.MODEL).user("Hi").call().response().choices().get(0).message();
		assertThat(message.content()).isEqualTo("See here");
		assertThat(message.extra()).containsEntry("refusal", "No more.");
		Map<?, ?> citation = Values.fields(Values.items(message.extra().get("annotations")).get(0));
		assertThat(citation.get("type")).isEqualTo("url_citation");
		assertThat(Values.fields(citation.get("url_citation")))
			.isEqualTo(Map.of("url", "https://a.example", "title", "A", "start_index", 4L, "end_index", 8L));
	}

	@Test
	void tellsPicturesAndKeepsWhatChatsHaveNoRoomFor() {
		this.llm.enqueue(Responses.answer("""
				{"type": "web_search_call", "id": "ws_1", "status": "completed"},
				{"type": "image_generation_call", "id": "ig_1", "status": "completed", "output_format": "webp",
				 "result": "UklGRg=="},""" + Responses.MESSAGE.formatted("Here.")), Responses.text("ok"));
		Message message = this.client.chat(Responses.MODEL).user("Draw").call().response().choices().get(0).message();
		Map<?, ?> image = Values.fields(Values.items(message.extra().get("images")).get(0));
		assertThat(Values.fields(image.get("image_url")).get("url")).isEqualTo("data:image/webp;base64,UklGRg==");
		this.client.chat(Responses.MODEL)
			.messages(Message.user("Draw"), message, Message.user("And?"))
			.call()
			.content();
		this.llm.takeRequest();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/input/1/id")).isEqualTo("ws_1");
		assertThat(request.text("/input/2/result")).isEqualTo("UklGRg==");
		assertThat(request.text("/input/3/content/0/text")).isEqualTo("Here.");
	}

	@Test
	void takesToolsOfAnyText() {
		this.llm.enqueue(Responses.answer("""
				{"type": "custom_tool_call", "id": "ct_1", "call_id": "call_1", "name": "shell", "input": "ls"}"""),
				Responses.text("ok"));
		Tool shell = Tool.of("custom", Map.of("custom", Map.of("name", "shell", "description", "Runs")));
		ChatResponse asked = this.client.chat(Responses.MODEL).user("Run ls").tools(shell).call().response();
		assertThat(asked.toolCalls().get(0).type()).isEqualTo("custom");
		assertThat(asked.toolCalls().get(0).extra().get("custom")).isEqualTo(Map.of("name", "shell", "input", "ls"));
		assertThat(this.llm.takeRequest().text("/tools/0/name")).isEqualTo("shell");
		this.client.chat(Responses.MODEL)
			.messages(Message.user("Run ls"), asked.choices().get(0).message(), Message.tool("call_1", "a.txt"))
			.call()
			.content();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/input/1/type")).isEqualTo("custom_tool_call");
		assertThat(request.text("/input/1/input")).isEqualTo("ls");
		assertThat(request.text("/input/2/type")).isEqualTo("custom_tool_call_output");
	}

	@Test
	void looksAgainAtWhatIsMadeInTheBackground() {
		this.llm.enqueue(Responses.status("queued", "null", ""), Responses.text("Done."));
		assertThat(this.client.chat("openai/o3-deep-research").user("Hi").extra("background", true).call().content())
			.isEqualTo("Done.");
		RecordedRequest asked = this.llm.takeRequest();
		assertThat(asked.at("/background").asBoolean()).isTrue();
		assertThat(asked.at("/store").isMissingNode()).as("for it must be stored").isTrue();
		RecordedRequest looked = this.llm.takeRequest();
		assertThat(looked.method()).isEqualTo("GET");
		assertThat(looked.path()).isEqualTo("/v1/responses/resp_1");
		assertThat(looked.header("authorization")).isEqualTo("Bearer sk-test");
	}

	@Test
	void refusesWhatTheApiDoesNotHave() {
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat("openai/responses/gpt-4.1").user("Hi").n(2).seed(1).stop("x").call().content());
		assertThat(failure.kind()).isEqualTo(ErrorKind.UNSUPPORTED_PARAMS);
		assertThat(failure).hasMessageContaining("[n, seed, stop]").hasMessageContaining("drop-unsupported");
		assertThat(this.llm.requests()).isEmpty();
	}

	@Test
	void tellsFailuresByTheirKind() {
		this.llm.enqueue(Reply.json("""
				{"id": "resp_1", "status": "failed", "error": {"code": "rate_limit_exceeded", "message": "Slow down"},
				 "output": []}"""), Reply.json("{\"id\": \"resp_1\"}"), Reply.error(401));
		assertThat(List.of(failure(), failure(), failure())).extracting(LlmException::kind)
			.containsExactly(ErrorKind.RATE_LIMIT, ErrorKind.INVALID_RESPONSE, ErrorKind.AUTHENTICATION);
	}

	private LlmException failure() {
		return catchThrowableOfType(LlmException.class,
				() -> this.client.chat(Responses.MODEL).user("Hi").maxAttempts(1).call().content());
	}

	@ParameterizedTest
	@ValueSource(strings = { "gpt-5-pro", "gpt-5.2-pro-2025-12-11", "gpt-5-codex", "gpt-5.1-codex-max",
			"codex-mini-latest", "o1-pro", "o3-pro-2025-06-10", "o4-mini-deep-research", "gpt-7.1-codex" })
	void goesThroughTheResponsesApi(String model) {
		this.llm.enqueue(Responses.text("ok"));
		assertThat(this.client.chat("openai/" + model).user("Hi").call().content()).isEqualTo("ok");
		assertThat(this.llm.takeRequest().path()).isEqualTo("/v1/responses");
	}

	@ParameterizedTest
	@ValueSource(strings = { "gpt-5", "gpt-4.1", "o3", "o4-mini", "gpt-5.1-chat-latest", "my-model-pro" })
	void goesThroughChatCompletions(String model) {
		this.llm.enqueue(Reply.text("ok"));
		assertThat(this.client.chat("openai/" + model).user("Hi").call().content()).isEqualTo("ok");
		assertThat(this.llm.takeRequest().path()).isEqualTo("/v1/chat/completions");
	}

	@Test
	void asksPerplexityForPresets() {
		this.llm.enqueue(Responses.text("ok"), Responses.text("ok"));
		LlmClient client = LlmClient.builder()
			.provider("perplexity", (provider) -> provider.baseUrl(this.llm.url()).apiKey("sk-test"))
			.build();
		client.chat("perplexity/preset/pro-search").user("Hi").call().content();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.path()).isEqualTo("/v1/responses");
		assertThat(request.text("/preset")).isEqualTo("pro-search");
		assertThat(request.at("/model").isMissingNode()).isTrue();
		assertThat(request.at("/store").isMissingNode()).isTrue();
		client.chat("perplexity/openai/gpt-5.4").user("Hi").call().content();
		assertThat(this.llm.takeRequest().text("/model")).isEqualTo("openai/gpt-5.4");
	}

	@Test
	void sendsCallsOfTheOldKindAsCallsOfTools() {
		this.llm.enqueue(Responses.text("ok"));
		this.client.chat(Responses.MODEL)
			.messages(Message.user("Hi"), Message.fromJson("""
					{"role": "assistant", "content": null, "function_call": {"name": "f", "arguments": "{}"}}"""),
					Message.fromJson("""
							{"role": "function", "name": "f", "content": "1"}"""))
			.call()
			.content();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.at("/input").size()).isEqualTo(3);
		assertThat(request.text("/input/1/type")).isEqualTo("function_call");
		assertThat(request.text("/input/1/name")).isEqualTo("f");
		assertThat(request.text("/input/2/type")).isEqualTo("function_call_output");
		assertThat(request.text("/input/2/output")).isEqualTo("1");
		assertThat(request.text("/input/2/call_id")).isNotBlank().isEqualTo(request.text("/input/1/call_id"));
	}

	@Test
	void writesWhatAToolTellsTwiceOnce() {
		this.llm.enqueue(Responses.text("ok"));
		Tool tool = new Tool("function", "f", "F", Map.of("type", "object"), false, Map.of("x", "within"),
				Map.of("name", "g", "parameters", Map.of("title", "beside"), "strict", true, "x", "beside"));
		this.client.chat(Responses.MODEL).user("Hi").tools(tool).call().content();
		RecordedRequest request = this.llm.takeRequest();
		for (String name : List.of("name", "parameters", "strict", "x")) {
			assertThat(request.body()).containsOnlyOnce("\"" + name + "\"");
		}
		assertThat(request.text("/tools/0/name")).isEqualTo("g");
		assertThat(request.text("/tools/0/parameters/title")).isEqualTo("beside");
		assertThat(request.at("/tools/0/strict").asBoolean()).isTrue();
		assertThat(request.text("/tools/0/x")).isEqualTo("beside");
	}

	@Test
	void writesTheAddressOfAFileOnce() {
		this.llm.enqueue(Responses.text("ok"));
		ContentPart file = ContentPart.file("https://a.example/a.pdf");
		this.client.chat(Responses.MODEL)
			.messages(Message.user(file), Message.fromJson("""
					{"role": "user", "content": [{"type": "file", "file": {"file_id": "https://a.example/b.pdf",
					"file_url": "https://a.example/c.pdf", "type": "input_file", "format": "application/pdf"}}]}"""))
			.call()
			.content();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/input/0/content/0/file_url")).isEqualTo("https://a.example/a.pdf");
		assertThat(request.text("/input/1/content/0/file_url")).isEqualTo("https://a.example/c.pdf");
		assertThat(request.body().split("\"file_url\"", -1)).hasSize(3);
		assertThat(request.body().split("\"input_file\"", -1)).hasSize(3);
	}

}
