package dev.litellm.dialect.oci;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.litellm.LlmClient;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.Tool;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ScriptedTests;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for whole answers in both of Oracle's formats over real sockets.
 */
class OciChatTests extends ScriptedTests {

	private static final Tool WEATHER = Tool.function("get_weather", "Weather of a city",
			Map.of("type", "object", "properties",
					Map.of("days", Map.of("type", "integer", "minimum", 1, "description", "How many")), "required",
					List.of("days")));

	private final LlmClient client = Oci.client(this.llm);

	@Test
	void asksInTheGenericFormatAndReadsThoughtsTextAndTokens() {
		this.llm.enqueue(Oci.generic("\"content\": [{\"type\": \"TEXT\", \"text\": \"Paris.\"}], "
				+ "\"reasoningContent\": \"The capital.\", \"toolCalls\": []", "stop"));
		ChatResponse response = this.client.chat(Oci.MODEL)
			.system("Be brief.")
			.user("Where is the Louvre?")
			.stop("END")
			.extra("reasoning_effort", "low")
			.extra("top_k", 5)
			.call()
			.response();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.choices().get(0).message().reasoningContent()).isEqualTo("The capital.");
		assertThat(response.created()).isEqualTo(1762345678);
		assertThat(response.usage().cachedTokens()).isEqualTo(5);
		assertThat(response.usage().reasoningTokens()).isEqualTo(32);
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.path()).isEqualTo("/20231130/actions/chat");
		assertThat(request.header("authorization")).startsWith("Signature version=\"1\",keyId=\"ocid1.tenancy.oc1..t/");
		assertThat(request.text("/compartmentId")).isEqualTo("ocid1.compartment.oc1..c");
		assertThat(request.text("/servingMode/modelId")).isEqualTo("meta.llama-3.3-70b-instruct");
		assertThat(request.text("/chatRequest/messages/0/role")).isEqualTo("SYSTEM");
		assertThat(request.text("/chatRequest/stop/0")).isEqualTo("END");
		assertThat(request.text("/chatRequest/reasoningEffort")).isEqualTo("LOW");
		assertThat(request.at("/chatRequest/topK").asInt()).isEqualTo(5);
		assertThat(request.at("/chatRequest/maxTokens").asInt()).isEqualTo(4096);
	}

	@Test
	void keepsTextBesideCallsAndSendsResultsBackByTheirId() {
		this.llm.enqueue(Oci
			.generic("\"content\": [{\"type\": \"TEXT\", \"text\": \"I look.\"}], \"toolCalls\": [{\"type\": "
					+ "\"FUNCTION\", \"id\": \"c1\", \"name\": \"get_weather\", \"arguments\": \"{\\\"days\\\": 2}\"}]",
					"tool_calls"),
				Oci.generic("\"content\": [{\"type\": \"TEXT\", \"text\": \"Sunny.\"}]", "stop"));
		Message question = Message.user("Weather?");
		ChatResponse first = this.client.chat(Oci.MODEL).messages(question).tools(WEATHER).call().response();
		assertThat(first.finishReason()).isEqualTo("tool_calls");
		assertThat(first.choices().get(0).nativeFinishReason()).isEqualTo("tool_calls");
		Message answer = first.choices().get(0).message();
		this.client.chat(Oci.MODEL)
			.messages(question, answer, Message.tool("c1", "sun"))
			.tools(WEATHER)
			.call()
			.response();
		this.llm.takeRequest();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/chatRequest/messages/1/content/0/text")).isEqualTo("I look.");
		assertThat(request.text("/chatRequest/messages/1/toolCalls/0/id")).isEqualTo("c1");
		assertThat(request.text("/chatRequest/messages/2/role")).isEqualTo("TOOL");
		assertThat(request.text("/chatRequest/messages/2/toolCallId")).isEqualTo("c1");
	}

	@Test
	void sendsPicturesAndSoundAndRefusesFiles() {
		this.llm.enqueue(Oci.generic("\"content\": [{\"type\": \"TEXT\", \"text\": \"A cat.\"}]", "stop"));
		this.client.chat(Oci.MODEL)
			.messages(Message.user(ContentPart.image("https://example.com/cat.png", "low"),
					ContentPart.audio("AAAA", "wav")))
			.call()
			.content();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/chatRequest/messages/0/content/0/imageUrl/detail")).isEqualTo("LOW");
		assertThat(request.text("/chatRequest/messages/0/content/1/audioUrl/url"))
			.isEqualTo("data:audio/wav;base64,AAAA");
		LlmException failure = fail(Oci.MODEL, Message.user(ContentPart.file("file-1")));
		assertThat(failure.kind()).isEqualTo(ErrorKind.UNSUPPORTED_PARAMS);
	}

	@Test
	void asksADedicatedClusterByTheIdOfItsEndpoint() {
		LlmClient dedicated = Oci.client(this.llm, Map.of("endpoint-id", "ocid1.generativeaiendpoint.oc1..e"));
		this.llm.enqueue(Oci.generic("\"content\": [{\"type\": \"TEXT\", \"text\": \"Hi.\"}]", "stop"));
		dedicated.chat(Oci.MODEL).user("Hi").call().content();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/servingMode/servingType")).isEqualTo("DEDICATED");
		assertThat(request.text("/servingMode/endpointId")).isEqualTo("ocid1.generativeaiendpoint.oc1..e");
	}

	@Test
	void asksInCoheresFormatWithToolsOfPythonsTypes() {
		this.llm.enqueue(Oci.cohere("\"text\": \"\", \"finishReason\": \"COMPLETE\", \"toolCalls\": "
				+ "[{\"name\": \"get_weather\", \"parameters\": {\"days\": 2}}]"));
		ChatResponse response = this.client.chat(Oci.COHERE)
			.messages(Message.system("Be brief."), Message.user("Hi"), Message.assistant("Hello!"),
					Message.user("Weather?"))
			.tools(WEATHER)
			.call()
			.response();
		assertThat(response.toolCalls()).extracting(ToolCall::arguments).containsExactly("{\"days\":2}");
		assertThat(response.choices().get(0).message().content()).isNull();
		assertThat(response.finishReason()).isEqualTo("tool_calls");
		assertThat(response.choices().get(0).nativeFinishReason()).isEqualTo("COMPLETE");
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/chatRequest/message")).isEqualTo("Weather?");
		assertThat(request.text("/chatRequest/preambleOverride")).isEqualTo("Be brief.");
		assertThat(request.at("/chatRequest/chatHistory").findValuesAsString("role")).containsExactly("USER",
				"CHATBOT");
		assertThat(request.text("/chatRequest/tools/0/parameterDefinitions/days/type")).isEqualTo("int");
		assertThat(request.text("/chatRequest/tools/0/parameterDefinitions/days/description"))
			.isEqualTo("How many. Range: min=1");
	}

	@Test
	void resultsOfToolsStandBehindWhatLedToThem() {
		this.llm.enqueue(Oci.cohere("\"text\": \"Sunny.\", \"finishReason\": \"COMPLETE\""));
		this.client.completion(Oci.COHERE,
				List.of(Message.system("Be brief."), Message.user("Weather?"),
						Message.assistant(List.of(ToolCall.function("c1", "get_weather", "{\"days\": 2}"))),
						Message.tool("c1", "21")));
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/chatRequest/message")).isEmpty();
		assertThat(request.at("/chatRequest/chatHistory").findValuesAsString("role")).containsExactly("USER",
				"CHATBOT");
		assertThat(request.text("/chatRequest/toolResults/0/call/name")).isEqualTo("get_weather");
		assertThat(request.text("/chatRequest/toolResults/0/outputs/0/output")).isEqualTo("21");
	}

	@Test
	void readsNoMembersOfTheOtherFormat() {
		this.llm.enqueue(
				Oci.generic("\"content\": [{\"type\": \"TEXT\", \"text\": \"Paris.\"}], \"text\": null", "stop"),
				Oci.cohere("\"text\": \"Rome.\", \"content\": null, \"finishReason\": \"COMPLETE\""));
		assertThat(this.client.chat(Oci.MODEL).user("Where?").call().content()).isEqualTo("Paris.");
		assertThat(this.client.chat(Oci.COHERE).user("Where?").call().content()).isEqualTo("Rome.");
	}

	@Test
	void callsOfTheOldKindAreCallsInCoheresSecondFormatToo() {
		this.llm.enqueue(Oci.cohereV2("\"content\": [{\"type\": \"TEXT\", \"text\": \"Sunny.\"}]", "COMPLETE"));
		this.client.completion(ChatRequest.fromJson("""
				{"model": "%s", "messages": [{"role": "user", "content": "Weather?"},
				  {"role": "assistant", "content": null, "function_call": {"name": "get_weather", "arguments": "{}"}},
				  {"role": "function", "name": "get_weather", "content": "21"}]}""".formatted(Oci.COHERE_V2)));
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/chatRequest/messages/1/toolCalls/0/function/name")).isEqualTo("get_weather");
		assertThat(request.text("/chatRequest/messages/2/toolCallId"))
			.isEqualTo(request.text("/chatRequest/messages/1/toolCalls/0/id"));
	}

	@Test
	void asksInCoheresSecondFormat() {
		this.llm.enqueue(Oci.cohereV2("\"content\": [{\"type\": \"THINKING\", \"thinking\": \"Look it up.\"},"
				+ " {\"type\": \"TEXT\", \"text\": \"A moment.\"}], \"toolPlan\": \"I will look.\", \"toolCalls\":"
				+ " [{\"id\": \"c2\", \"type\": \"FUNCTION\", \"function\":"
				+ " {\"name\": \"get_weather\", \"arguments\": \"{}\"}}]", "TOOL_CALL"));
		ChatResponse response = this.client.chat(Oci.COHERE_V2)
			.messages(Message.system("Be brief."),
					Message.user(ContentPart.text("What is it?"), ContentPart.image("data:image/png;base64,aQ==")),
					Message.assistant(List.of(ToolCall.function("c1", "get_weather", ""))), Message.tool("c1", "21"))
			.tools(WEATHER)
			.extra("tool_choice", Map.of("type", "function", "function", Map.of("name", "get_weather")))
			.extra("reasoning_effort", "low")
			.extra("stop", "END")
			.call()
			.response();
		assertThat(response.content()).isEqualTo("A moment.");
		assertThat(response.choices().get(0).message().reasoningContent()).isEqualTo("Look it up.");
		assertThat(response.choices().get(0).message().extra()).containsEntry("tool_plan", "I will look.");
		assertThat(response.toolCalls()).singleElement().extracting(ToolCall::id).isEqualTo("c2");
		assertThat(response.finishReason()).isEqualTo("tool_calls");
		assertThat(response.usage()).isNotNull();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/chatRequest/apiFormat")).isEqualTo("COHEREV2");
		assertThat(request.at("/chatRequest/messages").findValuesAsString("role")).containsExactly("SYSTEM", "USER",
				"ASSISTANT", "TOOL");
		assertThat(request.text("/chatRequest/messages/1/content/1/imageUrl/url")).startsWith("data:");
		assertThat(request.text("/chatRequest/messages/2/content/0/text")).isEqualTo(" ");
		assertThat(request.text("/chatRequest/messages/2/toolCalls/0/function/arguments")).isEqualTo("{}");
		assertThat(request.text("/chatRequest/messages/3/toolCallId")).isEqualTo("c1");
		assertThat(request.text("/chatRequest/tools/0/function/name")).isEqualTo("get_weather");
		assertThat(request.text("/chatRequest/toolsChoice")).isEqualTo("REQUIRED");
		assertThat(request.at("/chatRequest/thinking/tokenBudget").asInt()).isEqualTo(1024);
		assertThat(request.text("/chatRequest/stopSequences/0")).isEqualTo("END");
	}

	@Test
	void refusesWhatCoheresFormatDoesNotKnow() {
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(Oci.COHERE)
					.user("Hi")
					.tools(WEATHER)
					.extra("tool_choice", "required")
					.extra("logprobs", true)
					.call()
					.content());
		assertThat(failure.kind()).isEqualTo(ErrorKind.UNSUPPORTED_PARAMS);
		assertThat(failure).hasMessageContaining("[logprobs, tool_choice]");
		assertThat(this.llm.requests()).isEmpty();
	}

	@Test
	void failsWhereTheGenerationFailed() {
		this.llm
			.otherwise(Oci.cohere("\"text\": \"\", \"finishReason\": \"ERROR\", \"errorMessage\": \"out of order\""));
		LlmException failure = fail(Oci.COHERE, Message.user("Hi"));
		assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL_SERVER);
		assertThat(failure).hasMessageContaining("out of order");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			400 | InvalidParameter        | temperature must be in [0, 2]                  | BAD_REQUEST
			400 | 400                     | This model's maximum context length is 128000  | CONTEXT_WINDOW_EXCEEDED
			401 | NotAuthenticated        | The required information was not provided      | AUTHENTICATION
			404 | NotAuthorizedOrNotFound | Authorization failed or resource not found     | NOT_FOUND
			429 | TooManyRequests         | request limit exceeded                         | RATE_LIMIT
			500 | InternalServerError     | oops                                           | INTERNAL_SERVER
			""")
	void tellsTheKindOfAnError(int status, String code, String message, ErrorKind kind) {
		this.llm.otherwise(Reply.raw(status, "application/json",
				"{\"code\": \"%s\", \"message\": \"%s\"}".formatted(code, message)));
		LlmException failure = fail(Oci.MODEL, Message.user("Hi"));
		assertThat(failure.kind()).isEqualTo(kind);
		assertThat(failure.status()).isEqualTo(status);
		assertThat(failure).hasMessageContaining(message.strip());
	}

	private LlmException fail(String model, Message message) {
		return catchThrowableOfType(LlmException.class,
				() -> this.client.chat(model).messages(message).maxAttempts(1).call().content());
	}

}
