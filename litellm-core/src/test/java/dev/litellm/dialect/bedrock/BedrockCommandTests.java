package dev.litellm.dialect.bedrock;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.litellm.LlmClient;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;
import dev.litellm.chat.Tool;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ScriptedTests;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.error.LlmUnsupportedParamsException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for Cohere's Command R by InvokeModel over real sockets.
 */
class BedrockCommandTests extends ScriptedTests {

	private static final String COMMAND = "bedrock/cohere.command-r-plus-v1:0";

	private static final Tool WEATHER = Tool.function("get_weather", "Weather of a city",
			Map.of("type", "object", "properties", Map.of("city", Map.of("type", "string", "description", "City")),
					"required", List.of("city")));

	private final LlmClient client = Bedrock.client(this.llm);

	private static Reply answer(String text, String reason) {
		return Reply
			.json("{\"response_id\": \"r1\", \"text\": \"" + text + "\", \"finish_reason\": \"" + reason + "\"}")
			.header("x-amzn-bedrock-input-token-count", "14")
			.header("x-amzn-bedrock-output-token-count", "10");
	}

	@Test
	void sendsTheLastMessageWithTheConversationBeforeIt() {
		this.llm.enqueue(answer("You are Ann.", "COMPLETE"));
		ChatResponse response = this.client.chat(COMMAND)
			.messages(Message.system("Be brief."), Message.user("I am Ann."), Message.assistant("Hello Ann!"),
					Message.user("Who am I?"))
			.topP(0.5)
			.stop("END")
			.extra("max_completion_tokens", 50)
			.extra("seed", 1)
			.extra("documents", List.of(Map.of("title", "Ann", "snippet", "She is.")))
			.call()
			.response();
		assertThat(response.content()).isEqualTo("You are Ann.");
		assertThat(response.id()).isEqualTo("r1");
		assertThat(response.usage().totalTokens()).isEqualTo(24);
		assertThat(response.choices().get(0).nativeFinishReason()).isEqualTo("COMPLETE");
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.uri().getRawPath()).isEqualTo("/model/cohere.command-r-plus-v1%3A0/invoke");
		assertThat(request.text("/message")).isEqualTo("Who am I?");
		assertThat(request.text("/preamble")).isEqualTo("Be brief.");
		assertThat(request.at("/chat_history").toString()).isEqualTo(
				"[{\"role\":\"USER\",\"message\":\"I am Ann.\"},{\"role\":\"CHATBOT\",\"message\":\"Hello Ann!\"}]");
		assertThat(request.at("/p").asDouble()).isEqualTo(0.5);
		assertThat(request.text("/stop_sequences/0")).isEqualTo("END");
		assertThat(request.at("/max_tokens").asInt()).isEqualTo(50);
		assertThat(request.at("/seed").asInt()).isEqualTo(1);
		assertThat(request.text("/documents/0/title")).isEqualTo("Ann");
	}

	@Test
	void sendsToolsAndTheirResultsInCoheresForm() {
		this.llm.enqueue(Reply.json("""
				{"text": "I look.", "finish_reason": "COMPLETE",
				 "tool_calls": [{"name": "get_weather", "parameters": {"city": "Paris"}}]}"""),
				answer("Sunny.", "COMPLETE"));
		Message question = Message.user("Weather in Paris?");
		ChatResponse first = this.client.chat(COMMAND).messages(question).tools(WEATHER).call().response();
		assertThat(first.finishReason()).isEqualTo("tool_calls");
		ToolCall call = first.toolCalls().get(0);
		assertThat(call.arguments()).isEqualTo("{\"city\":\"Paris\"}");
		ChatResponse second = this.client.chat(COMMAND)
			.messages(question, first.choices().get(0).message(), Message.tool(call.id(), "21 degrees"))
			.tools(WEATHER)
			.call()
			.response();
		assertThat(second.info().notes()).anyMatch((note) -> note.contains("was left out"));
		RecordedRequest asked = this.llm.takeRequest();
		assertThat(asked.text("/tools/0/name")).isEqualTo("get_weather");
		assertThat(asked.text("/tools/0/parameter_definitions/city/type")).isEqualTo("str");
		assertThat(asked.at("/tools/0/parameter_definitions/city/required").asBoolean()).isTrue();
		RecordedRequest told = this.llm.takeRequest();
		assertThat(told.text("/message")).isEqualTo("Weather in Paris?");
		assertThat(told.at("/chat_history").size()).isZero();
		assertThat(told.text("/tool_results/0/call/parameters/city")).isEqualTo("Paris");
		assertThat(told.text("/tool_results/0/outputs/0/text")).isEqualTo("21 degrees");
	}

	@Test
	void tellsEarlierCallsAndResultsAsText() {
		this.llm.enqueue(answer("Bye.", "COMPLETE"));
		this.client.chat(COMMAND)
			.messages(Message.user("Weather?"),
					Message.assistant(List.of(ToolCall.function("c1", "get_weather", "{\"city\":\"Paris\"}"))),
					Message.tool("c1", "{\"degrees\":21}"), Message.assistant("21."), Message.user("Thanks"))
			.call()
			.content();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/chat_history/1/message")).contains("get_weather", "Paris");
		assertThat(request.text("/chat_history/2/message")).isEqualTo("{\"degrees\":21}");
		assertThat(request.json().has("tool_results")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "MAX_TOKENS, length", "ERROR_LIMIT, length", "ERROR_TOXIC, content_filter", "COMPLETE, stop" })
	void tellsWhyAnAnswerEnded(String reason, String finish) {
		this.llm.enqueue(answer("Well.", reason));
		assertThat(this.client.chat(COMMAND).user("Hi").call().response().finishReason()).isEqualTo(finish);
	}

	@Test
	void takesAnAnswerThatCameToAnErrorForAFailure() {
		this.llm.otherwise(answer("We", "ERROR"));
		assertThat(catchThrowableOfType(LlmException.class, () -> this.client.chat(COMMAND).user("Hi").call().content())
			.kind()).isEqualTo(ErrorKind.INTERNAL_SERVER);
	}

	@ParameterizedTest
	@ValueSource(strings = { "logit_bias", "response_format", "reasoning_effort", "tool_choice" })
	void refusesWhatItCannotDo(String parameter) {
		LlmUnsupportedParamsException failure = catchThrowableOfType(LlmUnsupportedParamsException.class,
				() -> this.client.chat(COMMAND).user("Hi").extra(parameter, "x").call().content());
		assertThat(failure).hasMessageContaining("[" + parameter + "]");
	}

	@Test
	void refusesAConversationWithoutTheUser() {
		assertThat(catchThrowableOfType(LlmException.class,
				() -> this.client.chat(COMMAND).messages(Message.assistant("Hi")).call().content()))
			.hasMessageContaining("no message of the user");
	}

}
