package dev.litellm.dialect.gigachat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.litellm.LlmClient;
import dev.litellm.Models;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.Tool;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.StreamSamples;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.error.LlmStreamException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for GigaChat over real sockets: login, uploads, functions, streams.
 */
class GigaChatTests {

	private static final String MODEL = "gigachat/GigaChat-2-Pro";

	private static final Tool WEATHER = Tool.function("get_weather", "Weather of a city", Map.of("type", "object"));

	private static final Tool TIME = Tool.function("get_time", "Time in a city", Map.of("type", "object"));

	private static final StreamSamples SAMPLES = StreamSamples.of("gigachat");

	private static final String ERROR = """
			data: {"status":500,"message":"Internal Server Error"}

			""";

	private final ScriptedLlm llm = ScriptedLlm.start();

	private final ScriptedLlm issuer = ScriptedLlm.start()
		.otherwise(Reply.json("{\"access_token\": \"t-one\", \"expires_at\": 4102444800000}"));

	private final LlmClient client = LlmClient.builder()
		.environment((name) -> null)
		.provider("gigachat",
				(provider) -> provider.baseUrl(this.llm.baseUrl())
					.apiKey("c2stdGVzdA==")
					.option("auth-url", this.issuer.url() + "/api/v2/oauth")
					.option("scope", "GIGACHAT_API_CORP"))
		.settings((settings) -> settings.withRetries(Models.QUICK))
		.build();

	@AfterEach
	void close() {
		this.llm.close();
		this.issuer.close();
	}

	static List<String> samples() {
		return SAMPLES.all();
	}

	@Test
	void exchangesTheKeyOnceForATokenWithinItsScope() {
		this.llm.enqueue(text("Hi."), text("Again."));
		assertThat(ask(Message.user("Hi")).content()).isEqualTo("Hi.");
		ChatResponse response = ask(Message.user("Hi"));
		assertThat(response.model()).isEqualTo("GigaChat-2-Pro:2.0");
		assertThat(response.usage().promptTokens()).isEqualTo(19);
		assertThat(response.usage().cachedTokens()).isEqualTo(5);
		assertThat(this.issuer.requests()).singleElement().satisfies((request) -> {
			assertThat(request.header("authorization")).isEqualTo("Basic c2stdGVzdA==");
			assertThat(request.header("rquid")).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-.{12}");
			assertThat(request.body()).isEqualTo("scope=GIGACHAT_API_CORP");
		});
		assertThat(this.llm.requests()).allSatisfy((request) -> {
			assertThat(request.header("authorization")).isEqualTo("Bearer t-one");
			assertThat(request.path()).isEqualTo("/v1/chat/completions");
		});
	}

	@Test
	void sendsAnAccessTokenAsItIs() {
		this.llm.enqueue(text("Hi."));
		LlmClient.builder()
			.environment((name) -> name.equals("GIGACHAT_ACCESS_TOKEN") ? "t-own" : null)
			.provider("gigachat", (provider) -> provider.baseUrl(this.llm.baseUrl()))
			.build()
			.chat(MODEL)
			.user("Hi")
			.call()
			.content();
		assertThat(this.llm.takeRequest().header("authorization")).isEqualTo("Bearer t-own");
		assertThat(this.issuer.requests()).isEmpty();
	}

	@Test
	void uploadsPicturesAndFilesBeforeItAsks() {
		this.llm.enqueue(Reply.json("{\"id\": \"file-1\"}"), Reply.json("{\"id\": \"file-2\"}"), text("A cat."));
		ask(Message.user(ContentPart.text("What is this?"), ContentPart.image("data:image/png;base64,aGVsbG8="),
				ContentPart.file("file-0"), ContentPart.file("a.txt", "data:text/plain;base64,d29ybGQ=")));
		RecordedRequest upload = this.llm.takeRequest();
		assertThat(upload.path()).isEqualTo("/v1/files");
		assertThat(upload.header("content-type")).startsWith("multipart/form-data; boundary=");
		assertThat(upload.header("authorization")).isEqualTo("Bearer t-one");
		assertThat(upload.body()).contains("name=\"purpose\"\r\n\r\ngeneral")
			.contains("filename=\"file.png\"\r\nContent-Type: image/png\r\n\r\nhello\r\n--");
		assertThat(this.llm.takeRequest().body()).contains("filename=\"file.txt\"").contains("world");
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/messages/0/content")).isEqualTo("What is this?");
		assertThat(request.at("/messages/0/attachments").valueStream().map((id) -> id.asString()))
			.containsExactly("file-1", "file-0", "file-2");
	}

	@Test
	void sendsFunctionsOfTheOldKindAsTheyAreAndPartsOfTextOnLinesOfTheirOwn() {
		this.llm.enqueue(text("Hi."));
		this.client.chat(MODEL)
			.messages(Message.user(ContentPart.text("Weather?"), ContentPart.text("In Paris.")))
			.extra("functions", List.of(Map.of("name", "get_weather", "parameters", Map.of("type", "object"))))
			.extra("function_call", "auto")
			.call()
			.content();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/messages/0/content")).isEqualTo("Weather?\nIn Paris.");
		assertThat(request.text("/functions/0/name")).isEqualTo("get_weather");
		assertThat(request.text("/function_call")).isEqualTo("auto");
	}

	@Test
	void fetchesNoPictures() {
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> ask(Message.user(ContentPart.image("https://example.com/cat.png"))));
		assertThat(failure.kind()).isEqualTo(ErrorKind.BAD_REQUEST);
		assertThat(this.llm.requests()).isEmpty();
	}

	@Test
	void callsFunctionsAndSendsResultsBackWithTheirState() {
		this.llm.enqueue(answer("function_call",
				"\"content\": \"\", \"function_call\": {\"name\": \"get_weather\", \"arguments\": {\"city\": \"Paris\"}}, "
						+ "\"functions_state_id\": \"state-1\""),
				text("Sunny."));
		ChatResponse first = this.client.chat(MODEL).user("Weather?").tools(WEATHER).call().response();
		assertThat(first.finishReason()).isEqualTo("tool_calls");
		assertThat(first.toolCalls()).extracting(ToolCall::arguments).containsExactly("{\"city\":\"Paris\"}");
		Message message = first.choices().get(0).message();
		this.client.chat(MODEL)
			.messages(Message.user("Weather?"), message, Message.tool(message.toolCalls().get(0).id(), "sun"))
			.tools(WEATHER)
			.call()
			.response();
		this.llm.takeRequest();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/functions/0/name")).isEqualTo("get_weather");
		assertThat(request.text("/messages/1/function_call/arguments/city")).isEqualTo("Paris");
		assertThat(request.text("/messages/1/functions_state_id")).isEqualTo("state-1");
		assertThat(request.text("/messages/2/role")).isEqualTo("function");
		assertThat(request.text("/messages/2/name")).isEqualTo("get_weather");
		assertThat(request.text("/messages/2/content")).isEqualTo("\"sun\"");
	}

	@Test
	void sendsParallelCallsOneAfterTheOther() {
		this.llm.enqueue(text("Done."));
		ask(Message.user("Both?"),
				Message.assistant(List.of(ToolCall.function("c1", "get_weather", "{}"),
						ToolCall.function("c2", "get_time", "{}"))),
				Message.tool("c1", "1"), Message.tool("c2", "2"), Message.system("Be brief."));
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.at("/messages").findValuesAsString("role")).containsExactly("user", "assistant", "function",
				"assistant", "function", "user");
		assertThat(request.text("/messages/3/function_call/name")).isEqualTo("get_time");
		assertThat(request.text("/messages/4/content")).isEqualTo("2");
	}

	@Test
	void makesTheModelCallWhatMustBeCalled() {
		this.llm.enqueue(text("1"), text("2"));
		this.client.chat(MODEL).user("Hi").tools(WEATHER).extra("tool_choice", "required").call().content();
		assertThat(this.llm.takeRequest().text("/function_call/name")).isEqualTo("get_weather");
		ChatResponse response = this.client.chat(MODEL)
			.user("Hi")
			.tools(WEATHER, TIME)
			.extra("tool_choice", "required")
			.call()
			.response();
		assertThat(this.llm.takeRequest().text("/function_call")).isEqualTo("auto");
		assertThat(response.info().notes()).anySatisfy((note) -> assertThat(note).contains("tool_choice required"));
	}

	@Test
	void answersByASchemaThroughAFunction() {
		this.llm.enqueue(answer("function_call",
				"\"content\": \"\", \"function_call\": {\"name\": \"city\", \"arguments\": {\"name\": \"Paris\"}}"));
		ChatResponse response = this.client.chat(MODEL)
			.user("Paris as JSON")
			.extra("response_format",
					Map.of("type", "json_schema", "json_schema",
							Map.of("name", "city", "schema", Map.of("type", "object"))))
			.call()
			.response();
		assertThat(response.content()).isEqualTo("{\"name\":\"Paris\"}");
		assertThat(response.finishReason()).isEqualTo("stop");
		assertThat(this.llm.takeRequest().text("/function_call/name")).isEqualTo("city");
	}

	@Test
	void refusesWhatGigaChatDoesNotTake() {
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(MODEL).user("Hi").stop("END").extra("seed", 7).call().content());
		assertThat(failure.kind()).isEqualTo(ErrorKind.UNSUPPORTED_PARAMS);
		assertThat(failure).hasMessageContaining("[seed, stop]");
	}

	@Test
	void streamsAFunctionCallWithItsState() {
		this.llm.enqueue(Reply.sse(SAMPLES.with("get_weather")).splitEvery(13));
		ChatResponse response = stream();
		assertThat(response.content()).isEqualTo("I look.");
		assertThat(response.toolCalls()).extracting(ToolCall::name).containsExactly("get_weather");
		assertThat(response.finishReason()).isEqualTo("tool_calls");
		assertThat(response.choices().get(0).message().extra().toString()).contains("state-1");
	}

	@Test
	void failsWithThePartAfterAnErrorBehindContent() {
		this.llm.otherwise(Reply.sse(StreamSamples.first(SAMPLES.with("é北🙂"), 1) + ERROR));
		LlmStreamException failure = catchThrowableOfType(LlmStreamException.class, this::stream);
		assertThat(failure.partial(ChatResponse.class).content()).isEqualTo("Pa");
		assertThat(failure).hasMessageContaining("Internal Server Error");
	}

	@ParameterizedTest
	@MethodSource("samples")
	void failsWhereverTheStreamIsCutOff(String stream) {
		StreamSamples.checkCutOffs(stream, "\"finish_reason\"", this.llm, this::stream);
	}

	private ChatResponse stream() {
		return this.client.chat(MODEL).user("Hi").stream().response().block();
	}

	private ChatResponse ask(Message... messages) {
		return this.client.chat(MODEL).messages(messages).call().response();
	}

	private static Reply text(String text) {
		return answer("stop", "\"content\": \"" + text + "\"");
	}

	private static Reply answer(String reason, String message) {
		return Reply.json("""
				{"choices": [{"message": {"role": "assistant", %s}, "index": 0, "finish_reason": "%s"}],
				 "created": 1762345678, "model": "GigaChat-2-Pro:2.0", "object": "chat.completion",
				 "usage": {"prompt_tokens": 14, "completion_tokens": 8, "total_tokens": 22,
				           "precached_prompt_tokens": 5}}""".formatted(message, reason));
	}

}
