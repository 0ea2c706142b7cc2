package dev.litellm.dialect.prompt;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;

import dev.litellm.LlmClient;
import dev.litellm.Models;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.Tool;
import dev.litellm.dialect.ScriptedTests;
import dev.litellm.dialect.StreamSamples;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.error.LlmStreamException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for Replicate's predictions over real sockets.
 */
class ReplicateTests extends ScriptedTests {

	private static final StreamSamples SAMPLES = StreamSamples.of("replicate");

	private static final String MODEL = "replicate/meta/meta-llama-3-70b-instruct";

	private final LlmClient client = LlmClient.builder()
		.provider("replicate", (provider) -> provider.baseUrl(this.llm.url() + "/v1").apiKey("sk-test"))
		.settings((settings) -> settings.withRetries(Models.QUICK))
		.build();

	static List<String> samples() {
		return SAMPLES.all();
	}

	private Reply prediction(String status, String output, String error) {
		return Reply.json("""
				{"id": "p1", "model": "meta/meta-llama-3-70b-instruct", "status": "%s", "output": %s, "error": %s,
				 "urls": {"get": "https://elsewhere.example/p1", "stream": "%s/stream/p1"},
				 "metrics": {"input_token_count": 14, "output_token_count": 8}}""".formatted(status, output, error,
				this.llm.url()));
	}

	private Reply begun() {
		return prediction("starting", "null", "null");
	}

	private ChatResponse call() {
		return this.client.chat(MODEL).user("Where?").call().response();
	}

	private ChatResponse stream() {
		return this.client.chat(MODEL).user("Where?").stream().response().block();
	}

	@Test
	void asksForAPredictionUntilItHasEnded() {
		this.llm.enqueue(begun(), prediction("processing", "[\"Pa\"]", "null"),
				prediction("succeeded", "[\"Pa\", \"ris.\"]", "null"));
		ChatResponse response = this.client.chat(MODEL)
			.system("Be brief.")
			.user("Where is the Louvre?")
			.maxTokens(10)
			.stop("END", "STOP")
			.call()
			.response();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.id()).isEqualTo("p1");
		assertThat(response.usage().completionTokens()).isEqualTo(8);
		assertThat(this.llm.requests()).extracting(RecordedRequest::path)
			.containsExactly("/v1/models/meta/meta-llama-3-70b-instruct/predictions", "/v1/predictions/p1",
					"/v1/predictions/p1");
		assertThat(this.llm.requests()).extracting((request) -> request.header("authorization"))
			.containsOnly("Token sk-test");
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/input/prompt")).startsWith(
				"<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\nBe brief.<|eot_id|><|start_header_id|>user");
		assertThat(request.at("/input/max_new_tokens").asInt()).isEqualTo(10);
		assertThat(request.text("/input/stop_sequences")).isEqualTo("END,STOP");
	}

	@ParameterizedTest
	@CsvSource({ "deployments/acme/mine,/v1/deployments/acme/mine/predictions,",
			"acme/x:02e509c789964a7ea8736978a43525956ef40397be9033abf9fd2badfe68c9e3,/v1/predictions,02e509c789964a7ea8736978a43525956ef40397be9033abf9fd2badfe68c9e3" })
	void findsDeploymentsAndVersions(String model, String path, String version) {
		this.llm.enqueue(prediction("succeeded", "\"Paris.\"", "null"));
		assertThat(this.client.chat("replicate/" + model).user("Where?").call().content()).isEqualTo("Paris.");
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.path()).isEqualTo(path);
		assertThat(request.text("/version")).isEqualTo(version);
		assertThat(request.text("/input/prompt")).isEqualTo("Where?");
	}

	@ParameterizedTest
	@CsvSource({ "failed,CUDA out of memory,INTERNAL_SERVER",
			"failed,Prompt length exceeds maximum input length,CONTEXT_WINDOW_EXCEEDED",
			"failed,The input was flagged as sensitive (E005),CONTENT_POLICY_VIOLATION", "canceled,,CANCELLED" })
	void tellsWhyAPredictionHasFailed(String status, String error, ErrorKind kind) {
		this.llm.otherwise(prediction(status, "null", (error != null) ? "\"" + error + "\"" : "null"));
		assertThat(catchThrowableOfType(LlmException.class, this::call).kind()).isEqualTo(kind);
		assertThat(this.llm.requests()).noneMatch((request) -> request.path().endsWith("/cancel"));
	}

	@Test
	void refusesToolsAndPicturesWhichAPromptCannotHold() {
		Tool tool = Tool.function("get_weather", null, Map.of("type", "object"));
		LlmException tools = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(MODEL).user("Weather?").tools(tool).call().response());
		assertThat(tools.kind()).isEqualTo(ErrorKind.UNSUPPORTED_PARAMS);
		assertThat(tools).hasMessageContaining("[tools]").hasMessageContaining("it supports [max_completion_tokens");
		LlmException picture = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(MODEL)
					.messages(Message.user(ContentPart.image("https://example.com/cat.png")))
					.call()
					.response());
		assertThat(picture).hasMessageContaining("'image_url'");
		assertThat(this.llm.requests()).isEmpty();
	}

	@Test
	void stopsWhatRunsWhenTheTimeIsOver() {
		this.llm.enqueue(prediction("succeeded", "\"Paris.\"", "null"));
		call();
		this.llm.whenPath("/predictions", begun());
		this.llm.whenPath("/cancel", Reply.json("{}"));
		this.llm.otherwise(begun());
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(MODEL).user("Where?").timeout(Duration.ofSeconds(1)).call().response());
		assertThat(failure.kind()).isEqualTo(ErrorKind.TIMEOUT);
		assertThat(stopped()).isEqualTo("/v1/predictions/p1/cancel");
	}

	@Test
	void stopsWhatRunsWhenTheCallerCancels() {
		this.llm.whenPath("/predictions", begun());
		this.llm.whenPath("/cancel", Reply.json("{}"));
		this.llm.otherwise(begun());
		Disposable call = this.client.chat(MODEL).user("Where?").callMono().subscribe();
		this.llm.takeRequest();
		this.llm.takeRequest();
		call.dispose();
		assertThat(stopped()).isEqualTo("/v1/predictions/p1/cancel");
	}

	private String stopped() {
		RecordedRequest request = this.llm.takeRequest();
		while (!request.path().endsWith("/cancel")) {
			request = this.llm.takeRequest();
		}
		assertThat(request.method()).isEqualTo("POST");
		assertThat(request.header("authorization")).isEqualTo("Token sk-test");
		return request.path();
	}

	@Test
	void streamsFromTheAddressThatIsGivenWithoutTheKey() {
		this.llm.enqueue(begun(), Reply.sse(SAMPLES.with("é北🙂")).splitEvery(7));
		ChatResponse response = stream();
		assertThat(response.content()).isEqualTo("Paris é北🙂\n Yes.");
		assertThat(response.finishReason()).isEqualTo("stop");
		assertThat(response.id()).isEqualTo("p1");
		this.llm.takeRequest();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.path()).isEqualTo("/stream/p1");
		assertThat(request.method()).isEqualTo("GET");
		assertThat(request.header("accept")).isEqualTo("text/event-stream");
		assertThat(this.llm.requests()).as("nothing is stopped that has ended").hasSize(2);
		assertThat(request.header("authorization")).isNull();
	}

	@Test
	void streamsThoughtsApart() {
		this.llm.enqueue(begun(), Reply.sse(SAMPLES.with("nk>")));
		Message answer = stream().choices().get(0).message();
		assertThat(answer.reasoningContent()).isEqualTo("It is the capital.");
		assertThat(answer.content()).isEqualTo("Paris.");
	}

	@Test
	void givesTheWholeWhereAModelDoesNotStream() {
		this.llm.enqueue(Reply.json("{\"id\": \"p1\", \"status\": \"starting\", \"urls\": {}}"),
				prediction("succeeded", "\"Paris.\"", "null"));
		assertThat(stream().content()).isEqualTo("Paris.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "error|{\"detail\": \"CUDA error\"}|CUDA error",
			"done|{\"reason\": \"error\"}|without saying why", "done|{\"reason\": \"canceled\"}|was canceled" })
	void failsWithThePartWhereThePredictionFails(String event, String data, String message) {
		String begun = StreamSamples.first(SAMPLES.with("é北🙂"), 1);
		this.llm.whenPath("/predictions", begun());
		this.llm.whenPath("/stream/p1", Reply.sse(begun + "event: " + event + "\ndata: " + data + "\n\n"));
		LlmStreamException failure = catchThrowableOfType(LlmStreamException.class, this::stream);
		assertThat(failure).hasMessageContaining(message);
		assertThat(failure.partial(ChatResponse.class).content()).isEqualTo("Pa");
	}

	@ParameterizedTest
	@MethodSource("samples")
	void failsWhereverTheStreamIsCutOff(String stream) {
		List<String> events = StreamSamples.events(stream);
		for (int count = 0; count < events.size(); count++) {
			this.llm.reset();
			this.llm.whenPath("/predictions", begun());
			this.llm.whenPath("/stream/p1", Reply.sse(StreamSamples.first(stream, count)));
			assertThat(catchThrowableOfType(LlmException.class, this::stream)).as("cut off after %d events", count)
				.isNotNull();
		}
	}

}
