package dev.litellm.dialect.cohere;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.litellm.LlmClient;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.Tool;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ScriptedTests;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.test.RecordedRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for whole answers in Cohere's format over real sockets.
 */
class CohereChatTests extends ScriptedTests {

	private static final Map<String, Object> CITY = Map.of("type", "object", "properties",
			Map.of("city", Map.of("type", "string")));

	private static final Tool WEATHER = Tool.function("get_weather", "Weather of a city", CITY);

	private static final Tool TIME = Tool.function("get_time", "Time of a city", CITY);

	private final LlmClient client = Command.client(this.llm);

	@Test
	void asksAndReadsTextAndTokens() {
		this.llm.enqueue(Command.text("Paris."));
		ChatResponse response = this.client.chat(Command.MODEL)
			.system("Be brief.")
			.user("Where is the Louvre?")
			.maxTokens(100)
			.topP(0.5)
			.stop("END")
			.extra("top_k", 5)
			.extra("safety_mode", "STRICT")
			.call()
			.response();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.id()).isEqualTo("c_1");
		assertThat(response.model()).isEqualTo("command-a-03-2025");
		assertThat(response.usage().totalTokens()).isEqualTo(76);
		assertThat(response.usage().promptTokensDetails()).containsEntry("cached_tokens", 48L);
		assertThat(response.usage().extra()).containsKey("billed_units");
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.path()).isEqualTo("/v2/chat");
		assertThat(request.header("authorization")).isEqualTo("Bearer sk-test");
		assertThat(request.text("/messages/0/role")).isEqualTo("system");
		assertThat(request.at("/max_tokens").asInt()).isEqualTo(100);
		assertThat(request.at("/p").asDouble()).isEqualTo(0.5);
		assertThat(request.at("/k").asInt()).isEqualTo(5);
		assertThat(request.text("/stop_sequences/0")).isEqualTo("END");
		assertThat(request.text("/safety_mode")).isEqualTo("STRICT");
	}

	@Test
	void readsCallsOfToolsAndSendsTheirPlanBack() {
		this.llm.enqueue(Command.answer("TOOL_CALL", """
				"tool_plan": "I look it up.", "tool_calls": [
				  {"id": "get_weather_1", "type": "function", "function": {"name": "get_weather", "arguments": "{}"}},
				  {"id": "get_time_2", "type": "function", "function": {"name": "get_time"}}]"""),
				Command.text("Sunny."));
		Message question = Message.user("Weather in Paris?");
		ChatResponse first = this.client.chat(Command.MODEL).messages(question).tools(WEATHER, TIME).call().response();
		assertThat(first.finishReason()).isEqualTo("tool_calls");
		assertThat(first.choices().get(0).nativeFinishReason()).isEqualTo("TOOL_CALL");
		assertThat(first.toolCalls()).extracting(ToolCall::arguments).containsExactly("{}", "{}");
		this.client.chat(Command.MODEL)
			.messages(question, first.choices().get(0).message(), Message.tool("get_weather_1", "sunny"),
					Message.tool("get_time_2", "noon"))
			.tools(WEATHER, TIME)
			.call()
			.response();
		this.llm.takeRequest();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/messages/1/tool_plan")).isEqualTo("I look it up.");
		assertThat(request.at("/messages/1/content").isMissingNode()).isTrue();
		assertThat(request.text("/messages/1/tool_calls/1/function/arguments")).isEqualTo("{}");
		assertThat(request.text("/messages/2/tool_call_id")).isEqualTo("get_weather_1");
		assertThat(request.text("/messages/3/content")).isEqualTo("noon");
	}

	@ParameterizedTest
	@CsvSource({ "required, REQUIRED", "any, REQUIRED", "none, NONE", "auto, " })
	void choosesTools(String choice, String wire) {
		this.llm.enqueue(Command.text("Well."));
		this.client.chat(Command.MODEL).user("Weather?").tools(WEATHER).extra("tool_choice", choice).call().response();
		assertThat(this.llm.takeRequest().text("/tool_choice")).isEqualTo(wire);
	}

	@Test
	void offersAToolAloneThatMustBeCalled() {
		this.llm.enqueue(Command.text("Well."));
		ChatResponse response = this.client.chat(Command.MODEL)
			.user("Weather?")
			.tools(TIME, WEATHER.asStrict())
			.extra("tool_choice", Map.of("type", "function", "function", Map.of("name", "get_weather")))
			.call()
			.response();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/tool_choice")).isEqualTo("REQUIRED");
		assertThat(request.at("/tools")).hasSize(1);
		assertThat(request.text("/tools/0/function/name")).isEqualTo("get_weather");
		assertThat(request.at("/strict_tools").asBoolean()).isTrue();
		assertThat(response.info().notes()).anyMatch((note) -> note.contains("get_weather"));
	}

	@Test
	void refusesAChoiceThatTheModelDoesNotTake() {
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat("cohere_chat/command-r-08-2024")
					.user("Weather?")
					.tools(WEATHER)
					.extra("tool_choice", "required")
					.call()
					.response());
		assertThat(failure.kind()).isEqualTo(ErrorKind.UNSUPPORTED_PARAMS);
		assertThat(failure).hasMessageContaining("tool_choice").hasMessageContaining("it supports");
		assertThat(this.llm.requests()).isEmpty();
	}

	@Test
	void tellsWhatAnAnswerStandsOn() {
		this.llm.enqueue(Command.answer("COMPLETE", """
				"content": [{"type": "text", "text": "So: "}, {"type": "text", "text": "It is Paris."}],
				"citations": [{"start": 6, "end": 11, "text": "Paris", "type": "TEXT_CONTENT", "content_index": 1,
				  "sources": [{"type": "document", "id": "doc:0", "document": {"title": "France"}},
				              {"type": "tool", "id": "t:0", "tool_output": {"place": "Paris"}}]},
				  {"start": 0, "end": 2, "type": "PLAN", "sources": [{"type": "document", "id": "doc:1"}]}]"""));
		ChatResponse response = this.client.chat(Command.MODEL)
			.user("The capital?")
			.extra("documents", List.of(Map.of("id", "doc:0", "data", Map.of("title", "France"))))
			.call()
			.response();
		Message message = response.choices().get(0).message();
		assertThat(message.content()).isEqualTo("So: It is Paris.");
		assertThat((List<?>) message.extra().get("citations")).hasSize(2);
		Map<?, ?> annotation = (Map<?, ?>) ((List<?>) message.extra().get("annotations")).get(0);
		assertThat((List<?>) message.extra().get("annotations")).hasSize(1);
		Map<?, ?> citation = (Map<?, ?>) annotation.get("url_citation");
		assertThat(message.content()
			.substring(((Number) citation.get("start_index")).intValue(),
					((Number) citation.get("end_index")).intValue()))
			.isEqualTo("Paris");
		assertThat(citation.get("url")).isEqualTo("source:doc:0");
		assertThat(this.llm.takeRequest().text("/documents/0/data/title")).isEqualTo("France");
	}

	@ParameterizedTest
	@CsvSource({ "low, enabled, 1024", "high, enabled, 4096", "max, enabled, 0", "none, disabled, 0" })
	void thinksAsHardAsAsked(String effort, String type, int budget) {
		this.llm.enqueue(Command.text("Well."));
		this.client.chat(Command.THINKING_MODEL).user("Hello").reasoningEffort(effort).call().response();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/thinking/type")).isEqualTo(type);
		assertThat(request.at("/thinking/token_budget").asInt(0)).isEqualTo(budget);
	}

	@Test
	void keepsThoughtsForTheNextTurn() {
		this.llm.enqueue(Command.answer("COMPLETE", """
				"content": [{"type": "thinking", "thinking": "Hm."}, {"type": "text", "text": "Paris."}]"""),
				Command.text("Well."));
		ChatResponse first = this.client.chat(Command.THINKING_MODEL)
			.user("The capital?")
			.extra("thinking", Map.of("type", "enabled", "budget_tokens", 512))
			.call()
			.response();
		Message answer = first.choices().get(0).message();
		assertThat(answer.reasoningContent()).isEqualTo("Hm.");
		assertThat(answer.content()).isEqualTo("Paris.");
		this.client.chat(Command.THINKING_MODEL)
			.messages(Message.user("The capital?"), answer, Message.user("And then?"))
			.call()
			.response();
		assertThat(this.llm.takeRequest().at("/thinking/token_budget").asInt()).isEqualTo(512);
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/messages/1/content/0/thinking")).isEqualTo("Hm.");
		assertThat(request.text("/messages/1/content/1/text")).isEqualTo("Paris.");
	}

	@Test
	void asksForJsonBySchema() {
		this.llm.enqueue(Command.text("{}"));
		this.client.chat(Command.MODEL).user("The capital?").jsonSchema("city", CITY).call().response();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/response_format/type")).isEqualTo("json_object");
		assertThat(request.text("/response_format/json_schema/properties/city/type")).isEqualTo("string");
	}

	@Test
	void sendsPicturesAndRefusesSound() {
		this.llm.enqueue(Command.text("A cat."));
		this.client.chat(Command.MODEL)
			.user(ContentPart.text("What is it?"), ContentPart.image("data:image/png;base64,eA==", "low"))
			.call()
			.response();
		assertThat(this.llm.takeRequest().text("/messages/0/content/1/image_url/detail")).isEqualTo("low");
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(Command.MODEL).user(ContentPart.audio("eA==", "wav")).call().response());
		assertThat(failure.kind()).isEqualTo(ErrorKind.UNSUPPORTED_PARAMS);
		assertThat(failure).hasMessageContaining("input_audio");
	}

	@ParameterizedTest
	@CsvSource({ "COMPLETE, stop", "STOP_SEQUENCE, stop", "MAX_TOKENS, length", "A_NEW_ONE, A_NEW_ONE" })
	void tellsEndingsApartByTheProvidersOwnReason(String reason, String unified) {
		this.llm.enqueue(Command.answer(reason, "\"content\": [{\"type\": \"text\", \"text\": \"Par\"}]"));
		Choice choice = this.client.chat(Command.MODEL).user("Hello").call().response().choices().get(0);
		assertThat(choice.message().content()).isEqualTo("Par");
		assertThat(choice.finishReason()).isEqualTo(unified);
		assertThat(choice.nativeFinishReason()).isEqualTo(reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			400 | invalid request: temperature must be between 0 and 1.0 inclusive. | BAD_REQUEST
			400 | too many tokens: total number of tokens in the prompt cannot exceed 4081 | CONTEXT_WINDOW_EXCEEDED
			400 | too many tokens: max tokens must be less than or equal to 4096 | BAD_REQUEST
			401 | invalid api token | AUTHENTICATION
			402 | please add or update your payment method | PERMISSION_DENIED
			404 | model 'x' not found | NOT_FOUND
			429 | You are using a Trial key | RATE_LIMIT
			498 | the response contains a deny-listed token | CONTENT_POLICY_VIOLATION
			500 | internal server error | INTERNAL_SERVER
			""")
	void knowsTheKindOfAnError(int status, String message, ErrorKind kind) {
		this.llm.otherwise(Command.error(status, message));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(Command.MODEL).user("Hello").call().response());
		assertThat(failure.kind()).isEqualTo(kind);
		assertThat(failure).hasMessageContaining(message);
		assertThat(failure.requestId()).isEqualTo("req_1");
	}

	@Test
	void failsWhereTheAnswerEndsInAnError() {
		this.llm.otherwise(Command.answer("ERROR", "\"content\": []"));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(Command.MODEL).user("Hello").call().response());
		assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL_SERVER);
		assertThat(failure).hasMessageContaining("ended with ERROR");
	}

	@Test
	void refusesVersionOneOfTheApiWithTheNameToAskFor() {
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat("cohere_chat/v1/command-r").user("Hello").call().response());
		assertThat(failure.kind()).isEqualTo(ErrorKind.BAD_REQUEST);
		assertThat(failure).hasMessageContaining("'command-r' instead of 'v1/command-r'");
		assertThat(this.llm.requests()).isEmpty();
	}

	@Test
	void refusesParametersWithTheListOfWhatItSupports() {
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(Command.MODEL)
					.user("Hello")
					.extra("n", 2)
					.extra("logit_bias", Map.of())
					.call()
					.response());
		assertThat(failure.kind()).isEqualTo(ErrorKind.UNSUPPORTED_PARAMS);
		assertThat(failure).hasMessageContaining("[logit_bias, n]").hasMessageContaining("tool_choice");
	}

}
