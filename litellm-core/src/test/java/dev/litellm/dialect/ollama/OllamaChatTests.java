package dev.litellm.dialect.ollama;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.litellm.LlmClient;
import dev.litellm.Models;
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
 * Tests for whole answers in Ollama's format over real sockets.
 */
class OllamaChatTests extends ScriptedTests {

	private static final Tool WEATHER = Tool.function("get_weather", "Weather of a city",
			Map.of("type", "object", "properties", Map.of("city", Map.of("type", "string"))));

	private final LlmClient client = Ollama.client(this.llm);

	@ParameterizedTest
	@ValueSource(strings = { "ollama", "ollama_chat" })
	void chatsUnderEitherNameWithoutAKey(String name) {
		this.llm.enqueue(Ollama.text("Paris."));
		LlmClient either = LlmClient.builder().provider(name, (provider) -> provider.baseUrl(this.llm.url())).build();
		ChatResponse response = either.chat(name + "/llama3.2")
			.system("Be brief.")
			.user("Where is the Louvre?")
			.call()
			.response();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.finishReason()).isEqualTo("stop");
		assertThat(response.model()).isEqualTo("llama3.2");
		assertThat(response.created()).isEqualTo(1763812800);
		assertThat(response.usage().promptTokens()).isEqualTo(26);
		assertThat(response.usage().completionTokens()).isEqualTo(8);
		assertThat(response.extra().get("total_duration")).isEqualTo(4883583458L);
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.path()).isEqualTo("/api/chat");
		assertThat(request.header("authorization")).isNull();
		assertThat(request.model()).isEqualTo("llama3.2");
		assertThat(request.at("/stream").asBoolean(true)).isFalse();
		assertThat(request.text("/messages/0/role")).isEqualTo("system");
		assertThat(request.text("/messages/1/content")).isEqualTo("Where is the Louvre?");
	}

	@Test
	void sendsOptionsWhereOllamaReadsThem() {
		this.llm.enqueue(Ollama.text("Paris."));
		this.client.chat(Ollama.MODEL)
			.user("Where?")
			.maxTokens(100)
			.temperature(0.5)
			.stop("END")
			.extra("frequency_penalty", 0.2)
			.extra("presence_penalty", 0.1)
			.extra("num_ctx", 8192)
			.extra("options", Map.of("top_k", 40))
			.extra("keep_alive", "5m")
			.extra("logprobs", true)
			.call()
			.response();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.at("/options/num_predict").asInt()).isEqualTo(100);
		assertThat(request.at("/options/temperature").asDouble()).isEqualTo(0.5);
		assertThat(request.text("/options/stop/0")).isEqualTo("END");
		assertThat(request.at("/options/frequency_penalty").asDouble()).isEqualTo(0.2);
		assertThat(request.at("/options/presence_penalty").asDouble()).isEqualTo(0.1);
		assertThat(request.at("/options/num_ctx").asInt()).isEqualTo(8192);
		assertThat(request.at("/options/top_k").asInt()).isEqualTo(40);
		assertThat(request.text("/keep_alive")).isEqualTo("5m");
		assertThat(request.at("/logprobs").asBoolean()).isTrue();
	}

	@Test
	void holdsAnswersToASchema() {
		this.llm.enqueue(Ollama.text("{\\\"name\\\": \\\"Paris\\\"}"));
		Map<String, Object> city = Map.of("type", "object", "properties", Map.of("name", Map.of("type", "string")));
		this.client.chat(Ollama.MODEL).user("Which?").jsonSchema("city", city).call().response();
		assertThat(this.llm.takeRequest().text("/format/properties/name/type")).isEqualTo("string");
	}

	@Test
	void sendsPicturesAsBase64BesideTheText() {
		this.llm.enqueue(Ollama.text("A cat."));
		this.client.chat(Ollama.MODEL)
			.messages(Message.user(ContentPart.text("What"), ContentPart.image("data:image/png;base64,iVBORw0KGgo="),
					ContentPart.text("is this?")))
			.call()
			.response();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/messages/0/content")).isEqualTo("What\nis this?");
		assertThat(request.text("/messages/0/images/0")).isEqualTo("iVBORw0KGgo=");
	}

	@Test
	void refusesAPictureByItsAddressSinceNobodyWouldFetchIt() {
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(Ollama.MODEL)
					.messages(Message.user(ContentPart.image("https://example.com/cat.png")))
					.call()
					.response());
		assertThat(failure.kind()).isEqualTo(ErrorKind.BAD_REQUEST);
		assertThat(failure).hasMessageContaining("data: URL").hasMessageContaining("https://example.com/cat.png");
		assertThat(this.llm.requests()).isEmpty();
	}

	@Test
	void keepsParallelCallsAndTheirResultsTogether() {
		this.llm.enqueue(Ollama.answer("""
				"content": "", "thinking": "I look both up.", "tool_calls": [
				  {"id": "call_1", "function": {"index": 0, "name": "get_weather", "arguments": {"city": "Paris"}}},
				  {"function": {"name": "get_weather", "arguments": {"city": "Rome"}}}]"""), Ollama.text("Sunny."));
		Message question = Message.user("Weather in Paris and Rome?");
		ChatResponse calls = this.client.chat(Ollama.MODEL).messages(question).tools(WEATHER).call().response();
		assertThat(calls.finishReason()).isEqualTo("tool_calls");
		assertThat(calls.choices().get(0).nativeFinishReason()).isEqualTo("stop");
		assertThat(calls.toolCalls()).extracting(ToolCall::arguments)
			.containsExactly("{\"city\":\"Paris\"}", "{\"city\":\"Rome\"}");
		Message answer = calls.choices().get(0).message();
		String second = answer.toolCalls().get(1).id();
		assertThat(second).startsWith("call_").isNotEqualTo("call_1");
		this.client.chat(Ollama.MODEL)
			.messages(question, answer, Message.tool("call_1", "sunny"), Message.tool(second, "rain"))
			.call()
			.response();
		assertThat(this.llm.takeRequest().text("/tools/0/function/name")).isEqualTo("get_weather");
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/messages/1/thinking")).isEqualTo("I look both up.");
		assertThat(request.text("/messages/1/tool_calls/0/id")).isEqualTo("call_1");
		assertThat(request.text("/messages/1/tool_calls/1/function/arguments/city")).isEqualTo("Rome");
		assertThat(request.text("/messages/2/tool_name")).isEqualTo("get_weather");
		assertThat(request.text("/messages/3/tool_call_id")).isEqualTo(second);
		assertThat(request.text("/messages/3/content")).isEqualTo("rain");
	}

	@Test
	void tellsThoughtsFromTheAnswer() {
		this.llm.enqueue(Ollama.answer("\"thinking\": \"It is the capital.\", \"content\": \"Paris.\""),
				Ollama.text("<think>It is the capital.</think>Paris."));
		for (int i = 0; i < 2; i++) {
			Message answer = this.client.chat(Ollama.MODEL).user("Where?").call().response().choices().get(0).message();
			assertThat(answer.content()).isEqualTo("Paris.");
			assertThat(answer.reasoningContent()).isEqualTo("It is the capital.");
		}
	}

	@ParameterizedTest
	@CsvSource({ "llama3.2,high,true", "llama3.2,none,false", "llama3.2,xhigh,true", "gpt-oss:20b,high,high",
			"gpt-oss:20b,minimal,low", "gpt-oss:20b,none,low" })
	void asksForThoughtsAsTheModelTakesIt(String model, String effort, String think) {
		this.llm.enqueue(Ollama.text("Paris."));
		this.client.chat("ollama/" + model).user("Where?").reasoningEffort(effort).call().response();
		assertThat(this.llm.takeRequest().at("/think").asString()).isEqualTo(think);
	}

	@Test
	void neverOffersToolsThatMayNotBeCalled() {
		this.llm.enqueue(Ollama.text("Sunny."));
		this.client.chat(Ollama.MODEL).user("Weather?").tools(WEATHER).extra("tool_choice", "none").call().response();
		assertThat(this.llm.takeRequest().json().has("tools")).isFalse();
	}

	@Test
	void refusesAChoiceOfToolsThatItCannotForce() {
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(Ollama.MODEL)
					.user("Weather?")
					.tools(WEATHER)
					.extra("tool_choice", "required")
					.call()
					.response());
		assertThat(failure.kind()).isEqualTo(ErrorKind.UNSUPPORTED_PARAMS);
		assertThat(failure).hasMessageContaining("tool_choice").hasMessageContaining("drop-unsupported");
	}

	@ParameterizedTest
	@CsvSource({ "400,BAD_REQUEST,invalid think value",
			"400,CONTEXT_WINDOW_EXCEEDED,the input exceeds the context length", "401,AUTHENTICATION,unauthorized",
			"403,PERMISSION_DENIED,this model requires a subscription", "404,NOT_FOUND,model 'llama9' not found",
			"429,RATE_LIMIT,usage limit", "500,INTERNAL_SERVER,llama runner process has terminated",
			"503,SERVICE_UNAVAILABLE,server busy" })
	void tellsFailuresByStatus(int status, ErrorKind kind, String message) {
		this.llm.otherwise(Reply.raw(status, "application/json", "{\"error\": \"" + message + "\"}"));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(Ollama.MODEL).user("Hi").call().response());
		assertThat(failure.kind()).isEqualTo(kind);
		assertThat(failure).hasMessageContaining(message);
	}

	@Test
	void saysThatAnAnswerIsNone() {
		this.llm.otherwise(Reply.json("{\"status\": \"success\"}"));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(Ollama.MODEL).user("Hi").call().response());
		assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_RESPONSE);
	}

	@Test
	void speaksToTheOpenAiSideOfTheServerWhereTheApplicationWantsThat() {
		this.llm.enqueue(Reply.text("Paris."), Reply.text("Paris."));
		LlmClient openai = LlmClient.builder()
			.provider("ollama", (provider) -> provider.dialect("openai").baseUrl(this.llm.url() + "/v1"))
			.provider("gpu", (provider) -> provider.dialect("openai").baseUrl(this.llm.url() + "/v1"))
			.settings((settings) -> settings.withRetries(Models.QUICK))
			.build();
		for (String provider : List.of("ollama", "gpu")) {
			assertThat(openai.chat(provider + "/llama3.2").user("Where?").call().content()).isEqualTo("Paris.");
			RecordedRequest request = this.llm.takeRequest();
			assertThat(request.path()).isEqualTo("/v1/chat/completions");
			assertThat(request.header("authorization")).isNull();
			assertThat(request.model()).isEqualTo("llama3.2");
		}
	}

}
