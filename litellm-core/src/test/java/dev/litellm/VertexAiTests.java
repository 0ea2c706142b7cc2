package dev.litellm;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.Tool;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.error.LlmBadRequestException;
import dev.litellm.error.LlmException;
import dev.litellm.error.LlmRateLimitException;
import dev.litellm.error.LlmUnsupportedParamsException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;
import dev.litellm.transport.BodyReader;
import dev.litellm.transport.Transport;
import dev.litellm.transport.WireHead;
import dev.litellm.transport.WireRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for the formats and addresses of the models at Vertex AI.
 */
class VertexAiTests {

	private static final String CLAUDE = "vertex_ai/claude-sonnet-4-5@20250929";

	private static final Reply MESSAGE = Reply.json("{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\","
			+ "\"model\":\"claude\",\"content\":[{\"type\":\"text\",\"text\":\"Paris.\"}],\"stop_reason\":\"end_turn\","
			+ "\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}");

	private final ScriptedLlm llm = ScriptedLlm.start();

	private final LlmClient client = LlmClient.builder()
		.environment((name) -> null)
		.provider("vertex_ai", (spec) -> spec.baseUrl(this.llm.url()).apiKey("ya29.test").option("project", "p"))
		.build();

	@AfterEach
	void close() {
		this.llm.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					gemini-2.5-flash       | europe-west4 | false | https://europe-west4-aiplatform.googleapis.com/v1/projects/p/locations/europe-west4/publishers/google/models/gemini-2.5-flash:generateContent
					gemini-2.5-flash       | global       | true  | https://aiplatform.googleapis.com/v1/projects/p/locations/global/publishers/google/models/gemini-2.5-flash:streamGenerateContent?alt=sse
					gemini-3.1-pro-preview | us           | false | https://aiplatform.us.rep.googleapis.com/v1/projects/p/locations/us/publishers/google/models/gemini-3.1-pro-preview:generateContent
					1234567890             |              | false | https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1/endpoints/1234567890:generateContent
					gemini/1234567890      |              | true  | https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1/endpoints/1234567890:streamGenerateContent?alt=sse
					claude-opus-4-7        | eu           | true  | https://aiplatform.eu.rep.googleapis.com/v1/projects/p/locations/eu/publishers/anthropic/models/claude-opus-4-7:streamRawPredict
					claude-sonnet-4@2025   | us-east5     | false | https://us-east5-aiplatform.googleapis.com/v1/projects/p/locations/us-east5/publishers/anthropic/models/claude-sonnet-4@2025:rawPredict
					codestral-2501@001     |              | false | https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1/publishers/mistralai/models/codestral-2501@001:rawPredict
					jamba-1.5-mini@001     |              | true  | https://us-central1-aiplatform.googleapis.com/v1beta1/projects/p/locations/us-central1/publishers/ai21/models/jamba-1.5-mini@001:streamRawPredict
					meta/llama-4-maas      |              | false | https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1/endpoints/openapi/chat/completions
					qwen/qwen3-maas        | us-central1  | false | https://aiplatform.googleapis.com/v1/projects/p/locations/global/endpoints/openapi/chat/completions
					openai/gpt-oss-maas    |              | false | https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1/endpoints/openapi/chat/completions
					openai/546439          |              | false | https://us-central1-aiplatform.googleapis.com/v1beta1/projects/p/locations/us-central1/endpoints/546439/chat/completions
					""")
	void asksEachModelWhereItIs(String model, @Nullable String location, boolean stream, String address) {
		assertThat(address(model, location, null, stream)).isEqualTo(URI.create(address));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					https://gw.example                    | https://gw.example/v1/projects/p/locations/us-central1/publishers/google/models/gemini-2.5-pro:generateContent
					https://gw.example/google/v1          | https://gw.example/google/v1/projects/p/locations/us-central1/publishers/google/models/gemini-2.5-pro:generateContent
					https://gw.example/models/gemini      | https://gw.example/models/gemini:generateContent
					""")
	void takesABaseUrlForAHostForTheBeginningOfThePathOrForTheModel(String baseUrl, String address) {
		assertThat(address("gemini-2.5-pro", null, baseUrl, false)).isEqualTo(URI.create(address));
	}

	@Test
	void refusesALocationThatWouldBeAnotherHost() {
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> address("gemini-2.5-pro", "evil.example/", null, false));
		assertThat(failure).isInstanceOf(LlmBadRequestException.class)
			.hasMessageContaining("litellm.providers.vertex_ai.options.location");
	}

	@Test
	void asksClaudeWithoutItsNameInTheBody() {
		this.llm.enqueue(MESSAGE);
		assertThat(this.client.chat(CLAUDE).user("hi").call().content()).isEqualTo("Paris.");
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/anthropic_version")).isEqualTo("vertex-2023-10-16");
		assertThat(request.body()).doesNotContain("\"model\"").doesNotContain("anthropic_beta");
		assertThat(request.header("Authorization")).isEqualTo("Bearer ya29.test");
		assertThat(request.header("x-api-key")).isNull();
	}

	@Test
	void asksClaudeForASchemaByATool() {
		this.llm.enqueue(MESSAGE);
		this.client.chat(CLAUDE)
			.user("hi")
			.extra("response_format",
					Map.of("type", "json_schema", "json_schema",
							Map.of("name", "a", "schema", Map.of("type", "object", "properties", Map.of()))))
			.call()
			.response();
		assertThat(this.llm.takeRequest().text("/tools/0/name")).isEqualTo("json_tool_call");
	}

	@Test
	void marksBetasAsGoogleReadsThemAndNotesThoseThatItHasNot() {
		this.llm.enqueue(MESSAGE);
		ChatResponse response = this.client.chat(CLAUDE)
			.user("hi")
			.header("anthropic-beta", "context-1m-2025-08-07")
			.tools(Tool.of("tool_search_tool_regex_20251119", Map.of("name", "tool_search_tool_regex")),
					Tool.of("web_fetch_20250910", Map.of("name", "web_fetch")))
			.call()
			.response();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.header("anthropic-beta")).isEqualTo("context-1m-2025-08-07,tool-search-tool-2025-10-19");
		assertThat(request.text("/anthropic_beta/1")).isEqualTo("tool-search-tool-2025-10-19");
		assertThat(response.info().notes()).anyMatch((note) -> note.contains("web-fetch-2025-09-10 was left out"));
	}

	@Test
	void givesClaudeNoAddressesOfPictures() {
		assertThatExceptionOfType(LlmBadRequestException.class)
			.isThrownBy(() -> this.client.chat(CLAUDE)
				.messages(Message.user(ContentPart.image("https://example.com/cat.png")))
				.call()
				.content())
			.withMessageContaining("give a data: URL");
		assertThat(this.llm.requests()).isEmpty();
	}

	@Test
	void asksForTheTypeOfAFileThatItsNameDoesNotTell() {
		assertThatExceptionOfType(LlmBadRequestException.class)
			.isThrownBy(() -> this.client.chat("vertex_ai/gemini-2.5-flash")
				.messages(Message.user(ContentPart.image("gs://bucket/cat")))
				.call()
				.content())
			.withMessageContaining("'format'");
	}

	@Test
	void refusesPenaltiesForGemini3() {
		assertThatExceptionOfType(LlmUnsupportedParamsException.class)
			.isThrownBy(() -> this.client.chat("vertex_ai/gemini-3.1-pro-preview")
				.user("hi")
				.extra("presence_penalty", 1)
				.call()
				.content());
	}

	@Test
	void readsGooglesOwnErrorsOfClaude() {
		this.llm.otherwise(Reply.raw(429, "application/json",
				"[{\"error\":{\"code\":429,\"status\":\"RESOURCE_EXHAUSTED\",\"message\":\"Quota exceeded\","
						+ "\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"7s\"}]}}]"));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(CLAUDE).user("hi").maxAttempts(1).call().content());
		assertThat(failure).isInstanceOf(LlmRateLimitException.class).hasMessageContaining("Quota exceeded");
		assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
		assertThat(failure.code()).isEqualTo("RESOURCE_EXHAUSTED");
	}

	@ParameterizedTest
	@CsvSource({ "mistral-small-2503@001,mistral-small-2503", "meta/llama-4-maas,meta/llama-4-maas",
			"openai/546439,''" })
	void callsModelsInTheBodyAsTheirServersDo(String model, String name) {
		this.llm.enqueue(Reply.text("hello"));
		assertThat(this.client.chat("vertex_ai/" + model).user("hi").call().content()).isEqualTo("hello");
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/model")).isEqualTo(name);
		assertThat(request.at("/stream").asBoolean(true)).isFalse();
	}

	@Test
	void asksGemmasEndpointsForAPrediction() {
		this.llm.otherwise(Reply.json("""
				{"deployedModelId": "1", "predictions": {"model": "google/gemma-3-12b-it", "choices": [
				  {"index": 0, "message": {"role": "assistant", "content": "Paris."}, "finish_reason": "stop"}],
				 "usage": {"prompt_tokens": 16, "completion_tokens": 8, "total_tokens": 24}}}"""));
		ChatResponse response = this.client.chat("vertex_ai/gemma/1234").user("Where?").maxTokens(20).call().response();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.usage().totalTokens()).isEqualTo(24);
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.path()).isEqualTo("/v1/projects/p/locations/us-central1/endpoints/1234:predict");
		assertThat(request.json().propertyNames()).containsExactly("instances");
		assertThat(request.text("/instances/0/@requestFormat")).isEqualTo("chatCompletions");
		assertThat(request.text("/instances/0/messages/0/content")).isEqualTo("Where?");
		assertThat(request.at("/instances/0/max_tokens").asInt()).isEqualTo(20);
		assertThat(request.at("/instances/0").has("model")).isFalse();
		ChatResponse streamed = this.client.chat("vertex_ai/gemma/1234").user("Where?").stream().response().block();
		assertThat(streamed.content()).isEqualTo("Paris.");
		assertThat(this.llm.takeRequest().at("/instances/0").has("stream")).isFalse();
	}

	@Test
	void asksGemmaAtTheEndpointsOwnAddressOrSaysThatItIsMissing() {
		assertThat(
				address("gemma/gemma-3", null, "https://1.prediction.vertexai.goog/v1/projects/p/endpoints/1", false))
			.isEqualTo(URI.create("https://1.prediction.vertexai.goog/v1/projects/p/endpoints/1:predict"));
		assertThatExceptionOfType(LlmBadRequestException.class)
			.isThrownBy(() -> address("gemma/gemma-3", null, null, true))
			.withMessageContaining("litellm.providers.vertex_ai.base-url");
	}

	@Test
	void takesTheFirstOfSeveralPredictions() {
		String prediction = "{\"choices\":[{\"message\":{\"content\":\"%s\"}}]}";
		this.llm.otherwise(Reply.json("{\"predictions\":[" + prediction.formatted("Paris.") + ",[1],"
				+ prediction.formatted("Lyon.") + "],\"modelVersionId\":\"1\"}"));
		assertThat(this.client.chat("vertex_ai/gemma/1").user("Where?").call().content()).isEqualTo("Paris.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"predictions\":[]}", "{\"predictions\":[[1]]}", "[]", "{\"predictions\":\"x\"}",
			"{\"predictions\":{}}" })
	void takesAPredictionWithoutAnAnswerForABrokenOne(String answer) {
		this.llm.otherwise(Reply.json(answer));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat("vertex_ai/gemma/1").user("Hi").call().content());
		assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_RESPONSE);
	}

	private static URI address(String model, @Nullable String location, @Nullable String baseUrl, boolean stream) {
		List<URI> asked = new ArrayList<>();
		LlmClient client = LlmClient.builder()
			.environment((name) -> null)
			.transport(listener(asked))
			.provider("vertex_ai", (spec) -> {
				spec.apiKey("ya29.test").option("project", "p");
				if (location != null) {
					spec.option("location", location);
				}
				if (baseUrl != null) {
					spec.baseUrl(baseUrl);
				}
			})
			.build();
		ChatSpec spec = client.chat("vertex_ai/" + model).user("hi").maxAttempts(1);
		try {
			if (stream) {
				spec.stream().content().blockLast();
			}
			else {
				spec.call().content();
			}
		}
		catch (LlmException ex) {
			if (asked.isEmpty()) {
				throw ex;
			}
		}
		return asked.get(0);
	}

	private static Transport listener(List<URI> asked) {
		return new Transport() {

			@Override
			public <T> Flux<List<T>> exchange(WireRequest request, @Nullable Duration connectTimeout,
					Function<WireHead, BodyReader<T>> reader) {
				asked.add(request.uri());
				return Flux.error(Failure.of(ErrorKind.CONNECTION, "There is no network").asException());
			}

		};
	}

}
