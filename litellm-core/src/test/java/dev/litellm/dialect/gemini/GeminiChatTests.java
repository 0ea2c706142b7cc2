package dev.litellm.dialect.gemini;

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
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for whole answers in Google's format over real sockets.
 */
class GeminiChatTests extends ScriptedTests {

	private static final Tool WEATHER = Tool.function("get_weather", "Weather of a city", Map.of("type", "object",
			"properties", Map.of("city", Map.of("type", "string")), "additionalProperties", false));

	private final LlmClient client = Gemini.client(this.llm);

	@Test
	void asksWithAnInstructionAndReadsTextAndTokens() {
		this.llm.enqueue(Gemini.text("Paris."));
		ChatResponse response = this.client.chat(Gemini.MODEL)
			.system("Be brief.")
			.user("Where is the Louvre?")
			.maxTokens(100)
			.stop("END")
			.call()
			.response();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.finishReason()).isEqualTo("stop");
		assertThat(response.id()).isEqualTo("resp_1");
		assertThat(response.usage().completionTokens()).isEqualTo(8);
		assertThat(response.usage().reasoningTokens()).isEqualTo(3);
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.path()).isEqualTo("/v1beta/models/gemini-2.5-flash:generateContent");
		assertThat(request.header("x-goog-api-key")).isEqualTo("sk-test");
		assertThat(request.header("authorization")).isNull();
		assertThat(request.text("/system_instruction/parts/0/text")).isEqualTo("Be brief.");
		assertThat(request.text("/contents/0/parts/0/text")).isEqualTo("Where is the Louvre?");
		assertThat(request.at("/generationConfig/max_output_tokens").asInt()).isEqualTo(100);
		assertThat(request.text("/generationConfig/stop_sequences/0")).isEqualTo("END");
	}

	@Test
	void keepsSignaturesAndIdsOfCallsAcrossTurns() {
		this.llm.enqueue(
				Gemini.answer("STOP",
						"""
								{"text": "I look both up.", "thought": true},
								{"functionCall": {"name": "get_weather", "args": {"city": "Paris"}, "id": "fc_1"}, "thoughtSignature": "c2lnbmVk"},
								{"functionCall": {"name": "get_weather", "args": {"city": "Paris"}, "id": "fc_2"}}"""),
				Gemini.text("Sunny."));
		Message question = Message.user("Weather in Paris, twice?");
		ChatResponse calls = this.client.chat(Gemini.NEW_MODEL).messages(question).tools(WEATHER).call().response();
		assertThat(calls.finishReason()).isEqualTo("tool_calls");
		assertThat(calls.toolCalls()).hasSize(2);
		Message answer = calls.choices().get(0).message();
		assertThat(answer.reasoningContent()).isEqualTo("I look both up.");
		this.client.chat(Gemini.NEW_MODEL)
			.messages(question, answer, Message.tool(answer.toolCalls().get(0).id(), "{\"sky\": \"blue\"}"),
					Message.tool(answer.toolCalls().get(1).id(), "22"), Message.user("And now?"))
			.tools(WEATHER)
			.call()
			.response();
		assertThat(this.llm.takeRequest()
			.json()
			.at("/tools/0/function_declarations/0/parameters")
			.has("additionalProperties")).isFalse();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.at("/contents").findValuesAsString("role")).containsExactly("user", "model", "user", "user");
		assertThat(request.at("/contents/1/parts/0/thought").asBoolean()).isTrue();
		assertThat(request.text("/contents/1/parts/1/thoughtSignature")).isEqualTo("c2lnbmVk");
		assertThat(request.text("/contents/1/parts/1/function_call/id")).isEqualTo("fc_1");
		assertThat(request.at("/contents/1/parts/2/thoughtSignature").isMissingNode()).isTrue();
		assertThat(request.text("/contents/2/parts/0/function_response/response/sky")).isEqualTo("blue");
		assertThat(request.text("/contents/2/parts/1/function_response/response/content")).isEqualTo("22");
		assertThat(request.text("/contents/2/parts/1/function_response/id")).isEqualTo("fc_2");
	}

	@Test
	void sendsPicturesBackAsTheyCame() {
		this.llm.enqueue(Gemini.answer("STOP", Gemini.PICTURES), Gemini.text("Bluer now."));
		Message answer = this.client.chat(Gemini.NEW_MODEL).user("Paint").call().response().choices().get(0).message();
		this.client.chat(Gemini.NEW_MODEL)
			.messages(Message.user("Paint"), answer, Message.user("Bluer"))
			.call()
			.response();
		this.llm.takeRequest();
		Gemini.checkPictures(this.llm.takeRequest());
	}

	@Test
	void signsATextWithWhatNothingElseCarries() {
		this.llm.enqueue(Gemini.answer("STOP", """
				{"executableCode": {"language": "PYTHON", "code": "1"}, "thoughtSignature": "b3du"},
				{"text": "Hm.", "thought": true, "thoughtSignature": "dGhvdWdodA=="},
				{"inlineData": {"mimeType": "image/png", "data": "eA=="}, "thoughtSignature": "aW1hZ2U="},
				{"functionCall": {"name": "get_weather"}, "thoughtSignature": "Y2FsbA=="},
				{"text": "Look.", "thoughtSignature": "dGV4dA=="}"""), Gemini.text("Well."));
		Message answer = this.client.chat(Gemini.NEW_MODEL).user("Hello").call().response().choices().get(0).message();
		this.client.chat(Gemini.NEW_MODEL)
			.messages(Message.user("Hello"), answer, Message.tool(answer.toolCalls().get(0).id(), "22"))
			.call()
			.response();
		this.llm.takeRequest();
		assertThat(this.llm.takeRequest().at("/contents/1/parts").findValuesAsString("thoughtSignature"))
			.containsExactly("dGhvdWdodA==", "b3du", "dGV4dA==", "aW1hZ2U=", "Y2FsbA==");
	}

	@Test
	void marksCallsOfAnotherProviderAsUnsigned() {
		this.llm.enqueue(Gemini.text("Sunny."));
		Message foreign = Message.fromJson(
				"""
						{"role": "assistant", "thinking_blocks": [{"type": "thinking", "thinking": "Hm.", "signature": "Zm9yZWlnbg=="}],
						 "reasoning_content": "Hm.", "content": null, "tool_calls": [
						 {"id": "toolu_1", "type": "function", "function": {"name": "get_weather", "arguments": ""}}]}""");
		this.client.chat(Gemini.NEW_MODEL)
			.messages(Message.user("Weather?"), foreign, Message.tool("toolu_1", "sunny"))
			.tools(WEATHER)
			.call()
			.response();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.at("/contents/1/parts/0/thoughtSignature").isMissingNode()).isTrue();
		assertThat(request.text("/contents/1/parts/1/thoughtSignature"))
			.isEqualTo("c2tpcF90aG91Z2h0X3NpZ25hdHVyZV92YWxpZGF0b3I=");
		assertThat(request.at("/contents/1/parts/1/function_call/args").isEmpty()).isTrue();
	}

	@Test
	void sendsASchemaWholeWhereGeminisOwnKindWouldLoseSomething() {
		this.llm.enqueue(Gemini.text("{}"));
		Tool tool = Tool.function("order", null, Map.of("type", "object", "properties",
				Map.of("kind", Map.of("const", "x"), "size", Map.of("oneOf", List.of(Map.of("type", "string"))))));
		this.client.chat(Gemini.MODEL)
			.user("Order")
			.tools(tool)
			.jsonSchema("answer", Map.of("type", "object", "additionalProperties", false))
			.call()
			.response();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/tools/0/function_declarations/0/parametersJsonSchema/properties/kind/const"))
			.isEqualTo("x");
		assertThat(request.at("/generationConfig/response_json_schema/additionalProperties").asBoolean(true)).isFalse();
		assertThat(request.text("/generationConfig/response_mime_type")).isEqualTo("application/json");
	}

	@Test
	void sendsPicturesAndFilesByContentOrAddress() {
		this.llm.enqueue(Gemini.text("A cat."));
		this.client.chat(Gemini.MODEL)
			.user(ContentPart.image("data:image/jpg;base64,eA==", "high"),
					ContentPart.image("https://example.org/a.png?x=1"),
					ContentPart.file("https://generativelanguage.googleapis.com/v1beta/files/abc"),
					ContentPart.audio("eA==", "wav"))
			.call()
			.response();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/contents/0/parts/0/inline_data/mime_type")).isEqualTo("image/jpeg");
		assertThat(request.text("/contents/0/parts/1/file_data/mime_type")).isEqualTo("image/png");
		assertThat(request.text("/contents/0/parts/2/file_data/file_uri")).endsWith("/files/abc");
		assertThat(request.text("/contents/0/parts/3/inline_data/mime_type")).isEqualTo("audio/wav");
		assertThat(request.text("/generationConfig/mediaResolution")).isEqualTo("MEDIA_RESOLUTION_HIGH");
	}

	@ParameterizedTest
	@CsvSource({ "gemini/gemini-2.5-flash, low, thinkingBudget, 1024",
			"gemini/gemini-2.5-flash, none, thinkingBudget, 0", "gemini/gemini-2.5-pro, none, thinkingBudget, 128",
			"gemini/gemini-3-pro, medium, thinkingLevel, medium",
			"gemini/gemini-3-flash, minimal, thinkingLevel, minimal",
			"gemini/gemini-3-pro, minimal, thinkingLevel, low",
			"gemini/gemini-flash-latest, high, thinkingBudget, 4096" })
	void thinksAsHardAsAsked(String model, String effort, String member, String value) {
		this.llm.enqueue(Gemini.text("Well."));
		this.client.chat(model).user("Hello").reasoningEffort(effort).call().response();
		assertThat(this.llm.takeRequest().at("/generationConfig/thinkingConfig/" + member).asString()).isEqualTo(value);
	}

	@ParameterizedTest
	@CsvSource({ "STOP, stop", "MAX_TOKENS, length", "SAFETY, content_filter", "RECITATION, content_filter",
			"IMAGE_SAFETY, content_filter", "MALFORMED_FUNCTION_CALL, stop", "A_NEW_ONE, stop" })
	void tellsEndingsApartByTheProvidersOwnReason(String reason, String unified) {
		this.llm.enqueue(Gemini.answer(reason, "{\"text\": \"Par\"}"));
		Choice choice = this.client.chat(Gemini.MODEL).user("Hello").call().response().choices().get(0);
		assertThat(choice.message().content()).isEqualTo("Par");
		assertThat(choice.finishReason()).isEqualTo(unified);
		assertThat(choice.nativeFinishReason()).isEqualTo(reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[1]", "null", "\"0\"" })
	void readsACandidateWhoseIndexIsNone(String index) {
		this.llm.enqueue(
				Reply.json("{\"candidates\": [{\"index\": %s, \"content\": {\"parts\": [{\"text\": \"Paris.\"}]}}]}"
					.formatted(index)));
		Choice choice = this.client.chat(Gemini.MODEL).user("Hello").call().response().choices().get(0);
		assertThat(choice.message().content()).isEqualTo("Paris.");
		assertThat(choice.index()).isZero();
	}

	@Test
	void tellsThatAPromptWasBlocked() {
		this.llm.enqueue(Reply.json("""
				{"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}, "usageMetadata": {"promptTokenCount": 7,
				 "totalTokenCount": 7}, "modelVersion": "gemini-2.5-flash", "responseId": "resp_1"}"""));
		ChatResponse response = this.client.chat(Gemini.MODEL).user("Hello").call().response();
		assertThat(response.finishReason()).isEqualTo("content_filter");
		assertThat(response.choices().get(0).nativeFinishReason()).isEqualTo("PROHIBITED_CONTENT");
		assertThat(response.usage().promptTokens()).isEqualTo(7);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					400 | INVALID_ARGUMENT  | Unknown name foo                | BAD_REQUEST
					400 | INVALID_ARGUMENT  | API key not valid. Please pass. | AUTHENTICATION
					400 | INVALID_ARGUMENT  | The input token count (2000000) exceeds the maximum number of tokens allowed | CONTEXT_WINDOW_EXCEEDED
					400 | INVALID_ARGUMENT  | HTTP 403 returned               | BAD_REQUEST
					403 | PERMISSION_DENIED | not yours                       | PERMISSION_DENIED
					404 | NOT_FOUND         | no such model                   | NOT_FOUND
					""")
	void tellsFailuresByTheirKind(int status, String name, String message, ErrorKind kind) {
		this.llm.otherwise(Gemini.error(status, name, message, ""));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(Gemini.MODEL).user("Hello").call().response());
		assertThat(failure.kind()).isEqualTo(kind);
		assertThat(failure.status()).isEqualTo(status);
		assertThat(failure).hasMessageContaining(message);
	}

	@Test
	void readsHowLongToWaitFromTheError() {
		this.llm.otherwise(Gemini.error(429, "RESOURCE_EXHAUSTED", "Quota exceeded",
				"{\"@type\": \"type.googleapis.com/google.rpc.RetryInfo\", \"retryDelay\": \"34.4s\"}"));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(Gemini.MODEL).user("Hello").maxAttempts(1).call().response());
		assertThat(failure.kind()).isEqualTo(ErrorKind.RATE_LIMIT);
		assertThat(failure.retryAfter()).hasMillis(34_400);
	}

	@ParameterizedTest
	@CsvSource({ "toolConfig, functionCallingConfig, retrievalConfig",
			"tool_config, function_calling_config, retrieval_config" })
	void keepsToolConfigsOfTheCaller(String config, String calling, String retrieval) {
		this.llm.enqueue(Gemini.text("Paris."));
		Map<String, Object> given = Map.of(calling, Map.of("streamFunctionCallArguments", true), retrieval,
				Map.of("languageCode", "fr"));
		ChatResponse response = this.client.chat(Gemini.MODEL)
			.user("Hello")
			.tools(WEATHER, Tool.of("googleMaps", Map.of("latitude", 1, "longitude", 2)))
			.toolChoice("auto")
			.extra(config, given)
			.call()
			.response();
		assertThat(response.info().notes()).isEmpty();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.json().has("tool_config")).isFalse();
		assertThat(request.at("/toolConfig").propertyNames()).containsExactlyInAnyOrder("functionCallingConfig",
				"retrievalConfig");
		assertThat(request.at("/toolConfig/functionCallingConfig/streamFunctionCallArguments").asBoolean()).isTrue();
		assertThat(request.text("/toolConfig/functionCallingConfig/mode")).isEqualTo("AUTO");
		assertThat(request.text("/toolConfig/retrievalConfig/languageCode")).isEqualTo("fr");
		assertThat(request.at("/toolConfig/retrievalConfig/latLng/longitude").asInt()).isEqualTo(2);
	}

	@Test
	void tellsThatAToolConfigPrevailsOverTheToolChoice() {
		this.llm.enqueue(Gemini.text("Paris."));
		Map<String, Object> calling = Map.of("mode", "VALIDATED", "allowedFunctionNames", List.of("get_weather"));
		ChatResponse response = this.client.chat(Gemini.MODEL)
			.user("Hello")
			.tools(WEATHER)
			.toolChoice("auto")
			.extra("toolConfig", Map.of("functionCallingConfig", calling))
			.call()
			.response();
		assertThat(response.info().notes()).singleElement().asString().contains("tool_choice was left out");
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/toolConfig/functionCallingConfig/mode")).isEqualTo("VALIDATED");
		assertThat(request.text("/toolConfig/functionCallingConfig/allowed_function_names/0")).isEqualTo("get_weather");
	}

	@Test
	void refusesASearchBesideFunctionsUnlessItMayBeLeftOut() {
		this.llm.otherwise(Gemini.text("Paris."));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(Gemini.MODEL).user("Hello").tools(WEATHER).webSearch("low").call().response());
		assertThat(failure.kind()).isEqualTo(ErrorKind.UNSUPPORTED_PARAMS);
		assertThat(failure).hasMessageContaining("googleSearch beside functions");
		ChatResponse response = this.client.chat(Gemini.MODEL)
			.user("Hello")
			.tools(WEATHER)
			.webSearch("low")
			.dropUnsupported(true)
			.call()
			.response();
		assertThat(response.info().notes()).singleElement().asString().contains("googleSearch");
	}

}
