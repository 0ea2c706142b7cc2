package dev.litellm.dialect.openai;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.litellm.LlmClient;
import dev.litellm.call.Secret;
import dev.litellm.call.Settings;
import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ScriptedTests;
import dev.litellm.error.LlmContentPolicyException;
import dev.litellm.error.LlmUnsupportedParamsException;
import dev.litellm.routing.ModelEntry;
import dev.litellm.test.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AzureTests extends ScriptedTests {

	private static final String FILTERS = "{\"violence\":{\"filtered\":true,\"severity\":\"high\"}}";

	@Test
	void asksADeploymentWithTheVersionOfTheApi() {
		assertThat(uri("", Map.of()))
			.isEqualTo("/openai/deployments/my-gpt/chat/completions?api-version=2025-02-01-preview");
		assertThat(uri("", Map.of("api-version", "2024-10-21")))
			.isEqualTo("/openai/deployments/my-gpt/chat/completions?api-version=2024-10-21");
		assertThat(uri("/openai", Map.of("api-version", "2024-10-21")))
			.isEqualTo("/openai/deployments/my-gpt/chat/completions?api-version=2024-10-21");
	}

	@Test
	void asksTheDeploymentThatTheBaseUrlNames() {
		assertThat(uri("/openai/deployments/theirs", Map.of("api-version", "2024-10-21")))
			.isEqualTo("/openai/deployments/theirs/chat/completions?api-version=2024-10-21");
		assertThat(uri("/openai/deployments/theirs/chat/completions", Map.of("api-version", "2024-10-21")))
			.isEqualTo("/openai/deployments/theirs/chat/completions?api-version=2024-10-21");
	}

	@Test
	void asksTheV1ApiByItsVersionOrItsAddress() {
		assertThat(uri("", Map.of("api-version", "v1"))).isEqualTo("/openai/v1/chat/completions");
		assertThat(uri("", Map.of("api-version", "preview"))).isEqualTo("/openai/v1/chat/completions");
		assertThat(uri("/openai/v1", Map.of())).isEqualTo("/openai/v1/chat/completions");
		assertThat(uri("/openai/v1/", Map.of("api-version", "v1"))).isEqualTo("/openai/v1/chat/completions");
	}

	@Test
	void understandsTheBaseUrlOfACallAsAConfiguredOne() {
		this.llm.enqueue(Reply.text("hello"));
		LlmClient client = client("https://eu.openai.azure.com", Map.of());
		client.chat("azure/my-gpt")
			.baseUrl(this.llm.url() + "/openai/v1")
			.apiKey("sk-test")
			.user("hi")
			.call()
			.content();
		assertThat(this.llm.requests().get(0).uri().toString()).endsWith("/openai/v1/chat/completions");
	}

	@Test
	void embedsAndRespondsByTheSameRules() {
		this.llm.enqueue(Reply.embedding(new float[] { 1, 2 }), Reply.embedding(new float[] { 1, 2 }));
		client(this.llm.url(), Map.of()).embeddings("azure/my-ada").input("hi").call().vector();
		client(this.llm.url() + "/openai/v1", Map.of()).embeddings("azure/my-ada").input("hi").call().vector();
		assertThat(this.llm.requests()).extracting((request) -> request.uri().toString())
			.containsExactly("/openai/deployments/my-ada/embeddings?api-version=2025-02-01-preview",
					"/openai/v1/embeddings");
		assertThat(this.llm.requests().get(0).header("api-key")).isEqualTo("sk-test");
	}

	@Test
	void aDeploymentIsWhatItsBaseModelIs() {
		this.llm.enqueue(Reply.text("hello"));
		LlmClient client = LlmClient.builder()
			.provider("azure", (azure) -> azure.baseUrl(this.llm.url()).apiKey("sk-test"))
			.model(known("smart", "azure/my-deployment", "azure/gpt-5"))
			.build();
		client.chat("smart").maxTokens(10).user("hi").call().content();
		assertThat(this.llm.requests().get(0).at("/max_completion_tokens").asInt()).isEqualTo(10);
		assertThatExceptionOfType(LlmUnsupportedParamsException.class)
			.isThrownBy(() -> client.chat("smart").temperature(0.5).user("hi").call().content());
	}

	@Test
	void asksForASchemaByAToolWhereTheVersionKnowsNone() {
		this.llm.enqueue(Reply.text("{}"), Reply.text("{}"));
		Object format = Map.of("type", "json_schema", "json_schema",
				Map.of("name", "city", "schema", Map.of("type", "object", "properties", Map.of())));
		for (String version : List.of("2024-07-01-preview", "2024-08-01-preview")) {
			client(this.llm.url(), Map.of("api-version", version)).chat("azure/my-gpt")
				.extra("response_format", format)
				.user("hi")
				.call()
				.content();
		}
		assertThat(this.llm.requests().get(0).at("/tools")).hasSize(1);
		assertThat(this.llm.requests().get(1).text("/response_format/type")).isEqualTo("json_schema");
	}

	@Test
	void putsImagesOfToolsIntoAMessageBehindAllResults() {
		this.llm.enqueue(Reply.text("hello"));
		List<ToolCall> calls = List.of(call("a"), call("b"));
		client(this.llm.url(), Map.of()).chat("azure/my-gpt")
			.messages(Message.user("look"), Message.assistant(calls),
					Message.fromJson("{\"role\":\"tool\",\"tool_call_id\":\"a\",\"content\":[{\"type\":\"image_url\","
							+ "\"image_url\":{\"url\":\"https://x.example/a.png\"}}]}"),
					Message.tool("b", "nothing"), Message.user("so?"))
			.call()
			.content();
		assertThat(this.llm.requests().get(0).at("/messages")).hasSize(6);
		assertThat(this.llm.requests().get(0).text("/messages/2/content")).contains("image");
		assertThat(this.llm.requests().get(0).text("/messages/4/role")).isEqualTo("user");
		assertThat(this.llm.requests().get(0).text("/messages/4/content/1/image_url/url"))
			.isEqualTo("https://x.example/a.png");
	}

	@Test
	void keepsWhatTheFiltersSayOfAnswersPromptsAndStreams() {
		String filtered = "\"content_filter_results\":" + FILTERS;
		this.llm.enqueue(
				Reply.json("{\"id\":\"1\",\"model\":\"gpt\",\"choices\":[{\"index\":0,\"message\":{\"role\":"
						+ "\"assistant\",\"content\":\"hello\"},\"finish_reason\":\"stop\"," + filtered
						+ "}],\"prompt_filter_results\":[{\"prompt_index\":0," + filtered + "}]}"),
				Reply.raw(200, "text/event-stream", String.join("\n\ndata: ", "",
						"{\"id\":\"\",\"model\":\"\",\"choices\":[],\"prompt_filter_results\":[{\"prompt_index\":0,"
								+ filtered + "}]}",
						"{\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"hello\"}}]}",
						"{\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"," + filtered
								+ "}]}",
						"[DONE]", "")));
		LlmClient client = client(this.llm.url(), Map.of());
		ChatResponse response = client.chat("azure/my-gpt").user("hi").call().response();
		assertThat(response.choices().get(0).extra()).containsKey("content_filter_results");
		assertThat(response.extra()).containsKey("prompt_filter_results");
		List<ChatChunk> chunks = client.chat("azure/my-gpt")
			.maxAttempts(1)
			.user("hi")
			.stream()
			.chunks()
			.collectList()
			.block();
		assertThat(chunks).anyMatch((chunk) -> chunk.extra().containsKey("prompt_filter_results"))
			.anyMatch((chunk) -> !chunk.choices().isEmpty()
					&& chunk.choices().get(0).extra().containsKey("content_filter_results"));
	}

	@Test
	void tellsWhichFilterHasRefusedAPrompt() {
		this.llm.enqueue(Reply.raw(400, "application/json",
				"{\"error\":{\"message\":\"filtered\",\"type\":null,\"param\":\"prompt\",\"code\":\"content_filter\","
						+ "\"status\":400,\"innererror\":{\"code\":\"ResponsibleAIPolicyViolation\","
						+ "\"content_filter_result\":" + FILTERS + "}}}"));
		assertThatExceptionOfType(LlmContentPolicyException.class)
			.isThrownBy(() -> client(this.llm.url(), Map.of()).chat("azure/my-gpt").user("hi").call().content())
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("content_filter"))
			.satisfies((ex) -> assertThat(ex.details().get("innererror").toString()).contains("severity=high"));
	}

	@Test
	void anAnswerThatIsOverBeforeItBeginsIsEmpty() {
		this.llm.enqueue(Reply.error(400, "invalid_request_error",
				"Could not finish the message because max_tokens or model output limit was reached."));
		ChatResponse response = client(this.llm.url(), Map.of()).chat("azure/gpt-5").user("hi").call().response();
		assertThat(response.content()).isEmpty();
		assertThat(response.finishReason()).isEqualTo("length");
		assertThat(response.info().notes()).hasSize(1);
	}

	@Test
	void leavesOutWhatTheModelDoesNotTakeWhereTheCallerAllowsIt() {
		Reply refusal = Reply.raw(400, "application/json",
				"{\"error\":{\"code\":\"Bad Request\",\"message\":\"Extra parameters ['seed'] are not allowed when"
						+ " extra-parameters is not set\",\"status\":400}}");
		LlmClient client = LlmClient.builder()
			.provider("azure_ai", (azure) -> azure.baseUrl(this.llm.url()).apiKey("sk-test"))
			.build();
		this.llm.enqueue(refusal);
		assertThatExceptionOfType(LlmUnsupportedParamsException.class)
			.isThrownBy(() -> client.chat("azure_ai/llama").extra("seed", 7).user("hi").call().content())
			.withMessageContaining("[seed]");
		this.llm.enqueue(refusal, Reply.text("hello"));
		ChatResponse response = client.chat("azure_ai/llama")
			.extra("seed", 7)
			.dropUnsupported(true)
			.user("hi")
			.call()
			.response();
		assertThat(response.content()).isEqualTo("hello");
		assertThat(response.info().notes()).anyMatch((note) -> note.contains("seed"));
		assertThat(this.llm.requests().get(2).body()).doesNotContain("seed");
	}

	@Test
	void speaksWithClaudeInItsOwnFormat() {
		this.llm.enqueue(Reply.json("{\"id\":\"m\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"c\","
				+ "\"content\":[{\"type\":\"text\",\"text\":\"hello\"}],\"stop_reason\":\"end_turn\","
				+ "\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}"));
		LlmClient client = LlmClient.builder()
			.provider("azure_ai", (azure) -> azure.baseUrl(this.llm.url()).apiKey("sk-test"))
			.model(known("claude", "azure_ai/my-own", "claude-sonnet-4-5"))
			.build();
		assertThat(client.chat("claude").user("hi").call().content()).isEqualTo("hello");
		assertThat(this.llm.requests().get(0).uri().toString()).isEqualTo("/anthropic/v1/messages");
		assertThat(this.llm.requests().get(0).header("x-api-key")).isEqualTo("sk-test");
		assertThat(this.llm.requests().get(0).at("/max_tokens").asInt()).isEqualTo(64000);
		assertThat(this.llm.requests().get(0).model()).isEqualTo("my-own");
	}

	private static ModelEntry known(String name, String model, String baseModel) {
		return new ModelEntry(name, model, null, null, Map.of(), Settings.none(),
				Map.of("base-model", Secret.of(baseModel)));
	}

	private static ToolCall call(String id) {
		return new ToolCall(null, id, "function", "look", "{}", Map.of());
	}

	private String uri(String base, Map<String, String> options) {
		this.llm.enqueue(Reply.text("hello"));
		client(this.llm.url() + base, options).chat("azure/my-gpt").user("hi").call().content();
		return this.llm.takeRequest().uri().toString();
	}

	private LlmClient client(String baseUrl, Map<String, String> options) {
		return LlmClient.builder().provider("azure", (azure) -> {
			azure.baseUrl(baseUrl).apiKey("sk-test");
			options.forEach(azure::option);
		}).build();
	}

}
