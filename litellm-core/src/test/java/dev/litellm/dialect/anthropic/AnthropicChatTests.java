package dev.litellm.dialect.anthropic;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import dev.litellm.LlmClient;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.Message;
import dev.litellm.chat.Tool;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ScriptedTests;
import dev.litellm.error.Attempt;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for whole answers in Anthropic's format over real sockets.
 */
class AnthropicChatTests extends ScriptedTests {

	private static final Map<String, Object> CITY = Map.of("type", "object", "properties",
			Map.of("name", Map.of("type", "string"), "people", Map.of("type", "integer", "minimum", 1)), "required",
			List.of("name"));

	private static final Tool WEATHER = Tool.function("get_weather", "Weather of a city",
			Map.of("type", "object", "properties", Map.of("city", Map.of("type", "string"))));

	private final LlmClient client = Claude.client(this.llm);

	@Test
	void asksWithSystemBlocksAndReadsTextAndTokens() {
		this.llm.enqueue(Claude.text("Paris."));
		ChatResponse response = this.client.chat(Claude.MODEL)
			.system("Be brief.")
			.user("Where is the Louvre?")
			.maxTokens(100)
			.stop("END")
			.call()
			.response();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.finishReason()).isEqualTo("stop");
		assertThat(response.id()).isEqualTo("msg_1");
		assertThat(response.usage().totalTokens()).isEqualTo(17);
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.path()).isEqualTo("/v1/messages");
		assertThat(request.header("x-api-key")).isEqualTo("sk-test");
		assertThat(request.header("anthropic-version")).isEqualTo("2023-06-01");
		assertThat(request.header("authorization")).isNull();
		assertThat(request.text("/system/0/text")).isEqualTo("Be brief.");
		assertThat(request.text("/messages/0/content/0/text")).isEqualTo("Where is the Louvre?");
		assertThat(request.at("/max_tokens").asInt()).isEqualTo(100);
		assertThat(request.text("/stop_sequences/0")).isEqualTo("END");
	}

	@Test
	void readsCallsOfToolsAndSendsTheirResultsInOneTurn() {
		this.llm.enqueue(Claude.message("tool_use", """
				{"type": "text", "text": "I look."},
				{"type": "tool_use", "id": "toolu_1", "name": "get_weather", "input": {"city": "Paris"}},
				{"type": "tool_use", "id": "toolu_2", "name": "get_weather", "input": {"city": "Rome"}}"""),
				Claude.text("Sunny."));
		Message question = Message.user("Weather in Paris and Rome?");
		ChatResponse calls = this.client.chat(Claude.MODEL).messages(question).tools(WEATHER).call().response();
		assertThat(calls.finishReason()).isEqualTo("tool_calls");
		assertThat(calls.toolCalls()).extracting(ToolCall::id).containsExactly("toolu_1", "toolu_2");
		assertThat(calls.toolCalls()).extracting(ToolCall::arguments)
			.containsExactly("{\"city\":\"Paris\"}", "{\"city\":\"Rome\"}");
		this.client.chat(Claude.MODEL)
			.messages(question, calls.choices().get(0).message(), Message.tool("toolu_1", "sunny"),
					Message.tool("toolu_2", "no such city").with("is_error", true))
			.tools(WEATHER)
			.call()
			.response();
		assertThat(this.llm.takeRequest().text("/tools/0/input_schema/type")).isEqualTo("object");
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.at("/messages").findValuesAsString("role")).containsExactly("user", "assistant", "user");
		assertThat(request.at("/messages/1/content").findValuesAsString("type")).containsExactly("text", "tool_use",
				"tool_use");
		assertThat(request.text("/messages/1/content/1/input/city")).isEqualTo("Paris");
		assertThat(request.text("/messages/2/content/0/tool_use_id")).isEqualTo("toolu_1");
		assertThat(request.at("/messages/2/content/0/is_error").isMissingNode()).isTrue();
		assertThat(request.at("/messages/2/content/1/is_error").asBoolean()).isTrue();
	}

	@Test
	void readsCallsThatLackTheirIdAndTheirInput() {
		this.llm.enqueue(Claude.message("tool_use", "{\"input\": null, \"name\": \"now\", \"type\": \"tool_use\"}"));
		ToolCall call = this.client.chat(Claude.MODEL).user("What time is it?").call().response().toolCalls().get(0);
		assertThat(call.id()).isEmpty();
		assertThat(call.name()).isEqualTo("now");
		assertThat(call.arguments()).isEqualTo("{}");
	}

	@Test
	void sendsToolsInAnthropicsOwnFormAsTheyAre() {
		this.llm.enqueue(Claude.text("Noon."));
		this.client.chat(Claude.MODEL)
			.user("What time is it?")
			.tools(Tool.of("", Map.of("name", "now", "input_schema", Map.of("type", "object"))))
			.call()
			.response();
		assertThat(this.llm.takeRequest().at("/tools/0"))
			.isEqualTo(JsonMapper.shared().readTree("{\"name\": \"now\", \"input_schema\": {\"type\": \"object\"}}"));
	}

	@Test
	void takesMarksOfAToolThatStandInItsFunction() {
		this.llm.otherwise(Claude.text("Noon."));
		Map<String, Object> within = Map.of("cache_control", Map.of("type", "ephemeral"), "defer_loading", true);
		Tool now = new Tool("function", "now", null, Map.of(), null, within, Map.of());
		this.client.chat(Claude.MODEL).user("What time is it?").tools(now).call().response();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/tools/0/cache_control/type")).isEqualTo("ephemeral");
		assertThat(request.at("/tools/0/defer_loading").asBoolean()).isTrue();
		assertThat(request.header("anthropic-beta")).isEqualTo("advanced-tool-use-2025-11-20");
		Tool twice = now.with("cache_control", Map.of("type", "ephemeral", "ttl", "1h"));
		this.client.chat(Claude.MODEL).user("What time is it?").tools(twice).call().response();
		assertThat(this.llm.takeRequest().text("/tools/0/cache_control/ttl")).isEqualTo("1h");
		Tool bash = Tool.of("bash_20250124",
				Map.of("function", Map.of("name", "bash", "cache_control", Map.of("type", "ephemeral"))));
		this.client.chat(Claude.MODEL).user("What time is it?").tools(bash).call().response();
		assertThat(this.llm.takeRequest().text("/tools/0/cache_control/type")).isEqualTo("ephemeral");
	}

	@Test
	void asksForCompactionsInEitherForm() {
		this.llm.otherwise(Claude.text("Paris."));
		Object edit = Map.of("type", "compact_20260112", "trigger", Map.of("type", "input_tokens", "value", 200000));
		for (Object form : List.of(List.of(Map.of("type", "compaction", "compact_threshold", 200000)),
				Map.of("edits", List.of(edit)))) {
			this.client.chat(Claude.MODEL).user("Where?").extra("context_management", form).call().content();
			RecordedRequest request = this.llm.takeRequest();
			assertThat(request.at("/context_management/edits/0")).isEqualTo(JsonMapper.shared().valueToTree(edit));
			assertThat(request.header("anthropic-beta")).isEqualTo("compact-2026-01-12");
		}
	}

	@Test
	void asksForEditsOfTheContext() {
		this.llm.enqueue(Claude.text("Paris."));
		this.client.chat(Claude.MODEL)
			.user("Where?")
			.extra("context_management", Map.of("edits", List.of(Map.of("type", "clear_tool_uses_20250919"))))
			.call()
			.content();
		assertThat(this.llm.takeRequest().header("anthropic-beta")).isEqualTo("context-management-2025-06-27");
	}

	@Test
	void asksForASchemaNativelyWhereTheModelTakesIt() {
		this.llm.enqueue(Claude.text("{\\\"name\\\": \\\"Paris\\\"}"));
		String answer = this.client.chat(Claude.SCHEMA_MODEL)
			.user("The capital of France?")
			.jsonSchema("city", CITY)
			.call()
			.content();
		assertThat(answer).isEqualTo("{\"name\": \"Paris\"}");
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/output_format/type")).isEqualTo("json_schema");
		assertThat(request.at("/output_format/schema/additionalProperties").asBoolean(true)).isFalse();
		assertThat(request.text("/output_format/schema/properties/people/description")).contains("minimum: 1");
		assertThat(request.header("anthropic-beta")).contains("structured-outputs");
		assertThat(request.at("/tools").isMissingNode()).isTrue();
	}

	@Test
	void asksForASchemaByAToolWhereTheModelTakesNone() {
		this.llm.enqueue(Claude.message("tool_use",
				"{\"type\": \"tool_use\", \"id\": \"toolu_1\", \"name\": \"json_tool_call\", \"input\": {\"name\": \"Paris\"}}"));
		ChatResponse response = this.client.chat(Claude.MODEL)
			.user("The capital of France?")
			.jsonSchema("city", CITY)
			.call()
			.response();
		assertThat(response.content()).isEqualTo("{\"name\":\"Paris\"}");
		assertThat(response.toolCalls()).isEmpty();
		assertThat(response.finishReason()).isEqualTo("stop");
		assertThat(this.llm.takeRequest().text("/tool_choice/name")).isEqualTo("json_tool_call");
	}

	@ParameterizedTest
	@CsvSource({ "end_turn, stop", "stop_sequence, stop", "max_tokens, length", "pause_turn, stop",
			"refusal, content_filter", "model_context_window_exceeded, length", "a_new_one, stop" })
	void tellsEndingsApartByTheProvidersOwnReason(String reason, String unified) {
		this.llm.enqueue(Claude.message(reason, "{\"type\": \"text\", \"text\": \"Par\"}"));
		Choice choice = this.client.chat(Claude.MODEL).user("Hello").call().response().choices().get(0);
		assertThat(choice.finishReason()).isEqualTo(unified);
		assertThat(choice.nativeFinishReason()).isEqualTo(reason);
	}

	@ParameterizedTest
	@ValueSource(ints = { 529, 200 })
	void triesAgainWhereTheProviderIsOverloaded(int status) {
		this.llm.enqueue(Claude.error(status, "overloaded_error", "Overloaded"), Claude.text("Paris."));
		ChatResponse response = this.client.chat(Claude.MODEL).user("Where is the Louvre?").call().response();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.attempts()).extracting(Attempt::kind).containsExactly(ErrorKind.INTERNAL_SERVER, null);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			400 | invalid_request_error | messages: at least one      | BAD_REQUEST
			400 | invalid_request_error | prompt is too long: 210000  | CONTEXT_WINDOW_EXCEEDED
			400 | invalid_request_error | blocked by content filtering policy | CONTENT_POLICY_VIOLATION
			401 | authentication_error  | invalid x-api-key           | AUTHENTICATION
			403 | permission_error      | not yours                   | PERMISSION_DENIED
			404 | not_found_error       | model: claude-9             | NOT_FOUND
			413 | request_too_large     | too large                   | BAD_REQUEST
			""")
	void tellsFailuresByTheirKind(int status, String type, String message, ErrorKind kind) {
		this.llm.otherwise(Claude.error(status, type, message));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(Claude.MODEL).user("Hello").call().response());
		assertThat(failure.kind()).isEqualTo(kind);
		assertThat(failure.status()).isEqualTo(status);
		assertThat(failure).hasMessageContaining(message);
		assertThat(this.llm.requests()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"error": {"type": "authentication_error", "message": "No"}}  | 401 | AUTHENTICATION
					{"error": {"type": "invalid_request_error", "message": "prompt is too long: 9"}} | 400 | CONTEXT_WINDOW_EXCEEDED
					{"error": {"code": 429, "message": "No"}}                     | 429 | RATE_LIMIT
					{"error": {"code": 1305, "message": "No"}}                    | 500 | INTERNAL_SERVER
					{"error": "No"}                                               | 500 | INTERNAL_SERVER
					""")
	void tellsFailuresThatComeAsSuccessesByTheirKind(String body, int status, ErrorKind kind) {
		this.llm.otherwise(Reply.json(body));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(Claude.MODEL).user("Hello").maxAttempts(1).call().response());
		assertThat(failure.kind()).isEqualTo(kind);
		assertThat(failure.status()).isEqualTo(status);
	}

	@Test
	void refusesWhatAnthropicDoesNotKnow() {
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(Claude.MODEL).user("Hello").seed(1).logprobs(true).call().response());
		assertThat(failure.kind()).isEqualTo(ErrorKind.UNSUPPORTED_PARAMS);
		assertThat(failure).hasMessageContaining("[logprobs, seed]").hasMessageContaining("drop-unsupported");
		assertThat(this.llm.requests()).isEmpty();
	}

	@Test
	void notesWhatWasLeftOut() {
		this.llm.enqueue(Claude.text("Paris."));
		ChatResponse response = this.client.chat(Claude.MODEL)
			.user("Hello")
			.seed(1)
			.dropUnsupported(true)
			.call()
			.response();
		assertThat(response.info().notes()).singleElement().asString().contains("seed");
		assertThat(this.llm.takeRequest().json().has("seed")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"choices\": []}", "{\"content\": null}", "{\"content\": {\"text\": \"Hello\"}}",
			"{\"content\": \"Hello\", \"stop_reason\": \"end_turn\"}" })
	void saysThatAnAnswerIsNoMessage(String answer) {
		this.llm.otherwise(Reply.json(answer));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(Claude.MODEL).user("Hello").maxAttempts(1).call().response());
		assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_RESPONSE);
		assertThat(failure).hasMessageContaining("not a message").hasMessageContaining("no content");
	}

	@Test
	void sendsAnAuthTokenAsABearerWhereThereIsNoKey() {
		this.llm.otherwise(Claude.text("Paris."));
		LlmClient client = LlmClient.builder()
			.provider("anthropic", (provider) -> provider.baseUrl(this.llm.url()))
			.environment(Map.of("ANTHROPIC_AUTH_TOKEN", "token-test")::get)
			.build();
		client.chat(Claude.MODEL).user("Hello").call().response();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.header("authorization")).isEqualTo("Bearer token-test");
		assertThat(request.header("x-api-key")).isNull();
	}

	@Test
	void takesTheKeyBeforeTheAuthToken() {
		this.llm.otherwise(Claude.text("Paris."));
		LlmClient client = LlmClient.builder()
			.provider("anthropic", (provider) -> provider.baseUrl(this.llm.url()))
			.environment(Map.of("ANTHROPIC_AUTH_TOKEN", "token-test", "ANTHROPIC_API_KEY", "sk-test")::get)
			.build();
		client.chat(Claude.MODEL).user("Hello").call().response();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.header("x-api-key")).isEqualTo("sk-test");
		assertThat(request.header("authorization")).isNull();
	}

	@Test
	void takesTheKeyOfACallAsAKeyEvenWhereAnAuthTokenIsSet() {
		this.llm.otherwise(Claude.text("Paris."));
		LlmClient client = LlmClient.builder()
			.provider("anthropic", (provider) -> provider.baseUrl(this.llm.url()))
			.environment(Map.of("ANTHROPIC_AUTH_TOKEN", "token-test")::get)
			.build();
		client.chat(Claude.MODEL).apiKey("sk-call").user("Hello").call().response();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.header("x-api-key")).isEqualTo("sk-call");
		assertThat(request.header("authorization")).isNull();
	}

}
