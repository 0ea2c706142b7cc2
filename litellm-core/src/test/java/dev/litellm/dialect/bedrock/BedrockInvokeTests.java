package dev.litellm.dialect.bedrock;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.litellm.LlmClient;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.Tool;
import dev.litellm.dialect.ScriptedTests;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.error.LlmUnsupportedParamsException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for the families of InvokeModel that take one prompt, or OpenAI's format, over
 * real sockets.
 */
class BedrockInvokeTests extends ScriptedTests {

	private static final String LLAMA = "bedrock/invoke/meta.llama3-8b-instruct-v1:0";

	private static final String LLAMA_2 = "bedrock/invoke/meta.llama2-13b-chat-v1";

	private static final String MISTRAL = "bedrock/mistral.mistral-7b-instruct-v0:2";

	private static final String MISTRAL_LARGE = "bedrock/invoke/mistral.mistral-large-2402-v1:0";

	private static final String TITAN = "bedrock/amazon.titan-text-express-v1";

	private static final String JAMBA = "bedrock/invoke/ai21.jamba-1-5-large-v1:0";

	private static final String DEEPSEEK = "bedrock/invoke/us.deepseek.r1-v1:0";

	private static final String QWEN = "bedrock/qwen3/arn:aws:bedrock:us-east-1:123456789012:imported-model/abc";

	private static final Tool WEATHER = Tool.function("get_weather", "Weather of a city",
			Map.of("type", "object", "properties", Map.of("city", Map.of("type", "string"))));

	private static final List<Message> TALK = List.of(Message.system("Be brief."), Message.user("I am Ann."),
			Message.assistant("Hello Ann!"), Message.user("Who am I?"));

	private final LlmClient client = Bedrock.client(this.llm);

	private RecordedRequest asked(String model, String answer) {
		this.llm.enqueue(Reply.json(answer));
		assertThat(this.client.chat(model).messages(TALK).maxTokens(50).topP(0.5).call().content())
			.isEqualTo("You are Ann.");
		return this.llm.takeRequest();
	}

	@Test
	void writesALlamasPromptAndTheNamesOfItsParameters() {
		RecordedRequest request = asked(LLAMA, "{\"generation\":\"You are Ann.\",\"stop_reason\":\"stop\"}");
		assertThat(request.uri().getRawPath()).isEqualTo("/model/meta.llama3-8b-instruct-v1%3A0/invoke");
		assertThat(request.text("/prompt")).isEqualTo("""
				<|begin_of_text|><|start_header_id|>system<|end_header_id|>

				Be brief.<|eot_id|><|start_header_id|>user<|end_header_id|>

				I am Ann.<|eot_id|><|start_header_id|>assistant<|end_header_id|>

				Hello Ann!<|eot_id|><|start_header_id|>user<|end_header_id|>

				Who am I?<|eot_id|><|start_header_id|>assistant<|end_header_id|>

				""");
		assertThat(request.at("/max_gen_len").asInt()).isEqualTo(50);
		assertThat(request.at("/top_p").asDouble()).isEqualTo(0.5);
	}

	@Test
	void writesAPromptWithTheMarksOfItsGeneration() {
		assertThat(asked("bedrock/invoke/us.meta.llama4-scout-17b-instruct-v1:0", "{\"generation\":\"You are Ann.\"}")
			.text("/prompt")).startsWith("<|begin_of_text|><|header_start|>system<|header_end|>\n\nBe brief.<|eot|>")
			.endsWith("<|header_start|>assistant<|header_end|>\n\n");
	}

	@Test
	void putsTheSystemIntoTheUsersTurnWhereAPromptHasNoPlaceForIt() {
		assertThat(asked(LLAMA_2, "{\"generation\":\"You are Ann.\"}").text("/prompt"))
			.isEqualTo("<s>[INST] <<SYS>>\nBe brief.\n<</SYS>>\n\nI am Ann. [/INST] Hello Ann! </s>"
					+ "<s>[INST] Who am I? [/INST]");
		RecordedRequest request = asked(MISTRAL,
				"{\"outputs\":[{\"text\":\"You are Ann.\",\"stop_reason\":\"stop\"}]}");
		assertThat(request.text("/prompt"))
			.isEqualTo("<s>[INST] Be brief.\n\nI am Ann. [/INST] Hello Ann!</s> [INST] Who am I? [/INST]");
		assertThat(request.at("/max_tokens").asInt()).isEqualTo(50);
	}

	@Test
	void writesTitansTurnsAndKeepsItsParametersApart() {
		this.llm.enqueue(Reply.json("""
				{"inputTextTokenCount": 14, "results": [
				  {"tokenCount": 10, "outputText": "You are Ann.", "completionReason": "CONTENT_FILTERED"}]}"""));
		ChatResponse response = this.client.chat(TITAN)
			.messages(TALK)
			.stop("END")
			.maxTokens(50)
			.extra("guardrailConfig", Map.of("guardrailIdentifier", "gr-1", "guardrailVersion", "2"))
			.call()
			.response();
		assertThat(response.finishReason()).isEqualTo("content_filter");
		assertThat(response.choices().get(0).nativeFinishReason()).isEqualTo("CONTENT_FILTERED");
		assertThat(response.usage().totalTokens()).isEqualTo(24);
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/inputText")).isEqualTo("\n\nUser: <admin>Be brief.</admin>\n\nUser: I am Ann."
				+ "\n\nBot: Hello Ann!\n\nUser: Who am I?\n\nBot: ");
		assertThat(request.json().propertyNames()).containsExactlyInAnyOrder("inputText", "textGenerationConfig");
		assertThat(request.at("/textGenerationConfig/maxTokenCount").asInt()).isEqualTo(50);
		assertThat(request.text("/textGenerationConfig/stopSequences/0")).isEqualTo("END");
		assertThat(request.header("x-amzn-bedrock-guardrailidentifier")).isEqualTo("gr-1");
	}

	@Test
	void readsTheReasonUnderAnyMakersName() {
		this.llm.enqueue(Reply.json("{\"generation\": \"You are\", \"finish_reason\": \"length\"}"));
		assertThat(this.client.chat(LLAMA).messages(TALK).call().response().finishReason()).isEqualTo("length");
	}

	@Test
	void readsReasoningThatThePromptHasBegun() {
		this.llm.enqueue(Reply.json("""
				{"choices": [{"text": "She said so.\\n</think>\\n\\nYou are Ann.", "stop_reason": "length"}]}""")
			.header("x-amzn-bedrock-input-token-count", "14")
			.header("x-amzn-bedrock-output-token-count", "10"));
		ChatResponse response = this.client.chat(DEEPSEEK).messages(TALK).stop("END").call().response();
		assertThat(response.content()).isEqualTo("\n\nYou are Ann.");
		assertThat(response.choices().get(0).message().reasoningContent()).isEqualTo("She said so.\n");
		assertThat(response.finishReason()).isEqualTo("length");
		assertThat(response.usage().totalTokens()).isEqualTo(24);
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/prompt"))
			.isEqualTo("<｜begin▁of▁sentence｜>Be brief.<｜User｜>I am Ann.<｜Assistant｜>Hello Ann!<｜end▁of▁sentence｜>"
					+ "<｜User｜>Who am I?<｜Assistant｜><think>\n");
		assertThat(request.text("/stop/0")).isEqualTo("END");
	}

	@Test
	void asksAnImportedModelByItsArn() {
		RecordedRequest request = asked(QWEN, "{\"generation\":\"<think>Hm.</think>You are Ann.\"}");
		assertThat(request.uri().getRawPath())
			.isEqualTo("/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Aimported-model%2Fabc/invoke");
		assertThat(request.text("/prompt")).startsWith("<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\n")
			.endsWith("<|im_start|>assistant\n");
		assertThat(request.at("/max_gen_len").asInt()).isEqualTo(50);
	}

	@Test
	void tellsThatAGuardrailHasSteppedIn() {
		this.llm.enqueue(Reply.json("""
				{"generation": "No.", "stop_reason": "stop", "amazon-bedrock-guardrailAction": "INTERVENED"}"""));
		assertThat(this.client.chat(LLAMA).user("A secret!").call().response().finishReason())
			.isEqualTo("content_filter");
	}

	@ParameterizedTest
	@ValueSource(strings = { JAMBA, MISTRAL_LARGE })
	void sendsMessagesWhereTheModelTakesThem(String model) {
		this.llm.enqueue(Reply
			.json("""
					{"choices": [{"index": 0, "message": {"role": "assistant", "content": "", "tool_calls": [
					  {"id": "c1", "function": {"name": "get_weather", "arguments": "{}"}}]}, "stop_reason": "tool_calls"}]}""")
			.header("x-amzn-bedrock-input-token-count", "14")
			.header("x-amzn-bedrock-output-token-count", "10"));
		ChatResponse response = this.client.chat(model)
			.messages(TALK)
			.tools(WEATHER)
			.extra("max_completion_tokens", 50)
			.call()
			.response();
		assertThat(response.finishReason()).isEqualTo("tool_calls");
		assertThat(response.toolCalls().get(0).name()).isEqualTo("get_weather");
		assertThat(response.usage().totalTokens()).isEqualTo(24);
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.json().propertyNames()).containsExactlyInAnyOrder("messages", "tools", "max_tokens");
		assertThat(request.text("/messages/0/role")).isEqualTo("system");
	}

	@Test
	void saysAnyWhereMistralIsToCallATool() {
		this.llm.enqueue(Reply.json(
				"{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"No.\"},\"stop_reason\":\"stop\"}]}"));
		this.client.chat(MISTRAL_LARGE).user("Hi").tools(WEATHER).extra("tool_choice", "required").call().content();
		assertThat(this.llm.takeRequest().text("/tool_choice")).isEqualTo("any");
	}

	@ParameterizedTest
	@CsvSource({ "bedrock/eu-west-1/amazon.titan-text-express-v1, /model/amazon.titan-text-express-v1/invoke",
			"bedrock/invoke/eu-west-1/meta.llama3-8b-instruct-v1:0, /model/meta.llama3-8b-instruct-v1%3A0/invoke",
			"bedrock/converse/mistral.mistral-7b-instruct-v0:2, /model/mistral.mistral-7b-instruct-v0%3A2/converse",
			"bedrock/meta.llama3-8b-instruct-v1:0, /model/meta.llama3-8b-instruct-v1%3A0/converse" })
	void asksWhereTheRouteSays(String model, String path) {
		this.llm.enqueue(Bedrock.error(400, "ValidationException", "no"));
		catchThrowableOfType(LlmException.class, () -> this.client.chat(model).user("Hi").call().content());
		assertThat(this.llm.takeRequest().uri().getRawPath()).isEqualTo(path);
	}

	@ParameterizedTest
	@CsvSource({ LLAMA + ", stop", TITAN + ", seed", DEEPSEEK + ", response_format", MISTRAL + ", reasoning_effort" })
	void refusesWhatAPromptCannotSay(String model, String parameter) {
		LlmUnsupportedParamsException failure = catchThrowableOfType(LlmUnsupportedParamsException.class,
				() -> this.client.chat(model).user("Hi").extra(parameter, "x").call().content());
		assertThat(failure).hasMessageContaining("[" + parameter + "]").hasMessageContaining("max_tokens");
		assertThat(catchThrowableOfType(LlmUnsupportedParamsException.class,
				() -> this.client.chat(model)
					.messages(Message.user(ContentPart.image("data:image/png;base64,AAAA")))
					.call()
					.content()))
			.hasMessageContaining("image_url");
		assertThat(this.llm.requests()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "403, AccessDeniedException, is not authorized, PERMISSION_DENIED",
			"429, ThrottlingException, Too many requests, RATE_LIMIT",
			"400, ValidationException, too large for model with 32768 maximum context length, CONTEXT_WINDOW_EXCEEDED",
			"503, ServiceUnavailableException, busy, SERVICE_UNAVAILABLE" })
	void tellsErrorsApart(int status, String type, String message, ErrorKind kind) {
		this.llm.otherwise(Bedrock.error(status, type, message));
		for (String model : List.of(LLAMA, JAMBA)) {
			assertThat(
					catchThrowableOfType(LlmException.class, () -> this.client.chat(model).user("Hi").call().content())
						.kind())
				.isEqualTo(kind);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "{\"outputs\":[]}", "{\"outputs\":[1]}", "{\"generation\":1}" })
	void takesAnAnswerWithoutATextForABrokenOne(String answer) {
		this.llm.otherwise(Reply.json(answer));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(MISTRAL).user("Hi").call().content());
		assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_RESPONSE);
	}

}
