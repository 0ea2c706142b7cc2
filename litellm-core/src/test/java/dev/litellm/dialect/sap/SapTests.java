package dev.litellm.dialect.sap;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;

import dev.litellm.LlmClient;
import dev.litellm.Models;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;
import dev.litellm.chat.ThinkingBlock;
import dev.litellm.chat.Tool;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.StreamSamples;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.error.LlmException;
import dev.litellm.error.LlmStreamException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;
import dev.litellm.transport.BodyReader;
import dev.litellm.transport.Transport;
import dev.litellm.transport.WireHead;
import dev.litellm.transport.WireRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for SAP AI Core over real sockets: login, look-up, chats and streams.
 */
class SapTests {

	private static final String PROMPT = "/config/modules/prompt_templating/prompt";

	private static final String DEPLOYMENTS = """
			{"count": 3, "resources": [
			 {"id": "old", "scenarioId": "orchestration", "configurationId": "c1", "status": "RUNNING",
			  "deploymentUrl": "https://elsewhere.example/old", "createdAt": "2024-01-01T00:00:00Z"},
			 {"id": "stopped", "scenarioId": "orchestration", "configurationId": "c1", "status": "STOPPED",
			  "createdAt": "2026-01-01T00:00:00Z"},
			 {"id": "other", "scenarioId": "orchestration", "configurationId": "c2", "status": "RUNNING",
			  "createdAt": "2025-06-01T00:00:00Z"}]}""";

	private static final String SERVICE_KEY = """
			{ "clientid": "sb-client", "clientsecret": "s3cret", "url": "https://acme.example/",
			  "serviceurls": { "AI_API_URL": "https://api.example/v2" } }""";

	private static final String THOUGHT = """
			{"role": "assistant", "content": "Hi.", "reasoning_content":
			[{"content": "One, ", "signature": "s1"}, {"content": "two."}]}""".replace("\n", "");

	private static final StreamSamples SAMPLES = StreamSamples.of("sap");

	private static final String ERROR = """
			data: {"error":{"request_id":"r9","code":500,"message":"500 - LLM Module: broken","location":"LLM Module"}}

			""";

	private final ScriptedLlm llm = ScriptedLlm.start();

	private final ScriptedLlm issuer = ScriptedLlm.start()
		.otherwise(Reply.json("{\"access_token\": \"t-one\", \"expires_in\": 3600}"));

	@AfterEach
	void close() {
		this.llm.close();
		this.issuer.close();
	}

	static List<String> samples() {
		return SAMPLES.all();
	}

	@Test
	void getsATokenAndTheNewestDeploymentThatRunsOnce() {
		this.llm.enqueue(Reply.json("{\"access_token\": \"t-one\", \"expires_in\": 3600}"), Reply.json(DEPLOYMENTS),
				Reply.json("{\"id\": \"c2\", \"executableId\": \"something-else\"}"),
				Reply.json("{\"id\": \"c1\", \"executableId\": \"orchestration\"}"), answer("Hi."), answer("Again."));
		LlmClient client = client(Map.of("auth-url", this.llm.url(), "client-id", "id-1", "client-secret", "s3cret",
				"resource-group", "team-a"));
		assertThat(client.chat("sap/gpt-4o").user("Hi").call().content()).isEqualTo("Hi.");
		assertThat(client.chat("sap/gpt-4o").user("Hi").call().content()).isEqualTo("Again.");
		assertThat(this.llm.requests()).extracting((request) -> request.method() + " " + request.path())
			.containsExactly("POST /oauth/token", "GET /v2/lm/deployments", "GET /v2/lm/configurations/c2",
					"GET /v2/lm/configurations/c1", "POST /v2/inference/deployments/old/v2/completion",
					"POST /v2/inference/deployments/old/v2/completion");
		assertThat(this.llm.requests().get(0).body()).contains("client_id=id-1").contains("client_secret=s3cret");
		assertThat(this.llm.requests().subList(1, 6)).allSatisfy((request) -> {
			assertThat(request.header("authorization")).isEqualTo("Bearer t-one");
			assertThat(request.header("ai-resource-group")).isEqualTo("team-a");
		});
	}

	@Test
	void saysThatNoDeploymentRuns() {
		this.llm.enqueue(Reply.json("{\"access_token\": \"t-one\", \"expires_in\": 3600}"),
				Reply.json("{\"count\": 0, \"resources\": []}"));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> client(Map.of("auth-url", this.llm.url(), "client-id", "i", "client-secret", "s"))
					.chat("sap/gpt-4o")
					.user("Hi")
					.call()
					.content());
		assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_FOUND);
		assertThat(failure).hasMessageContaining("resource group 'default'").hasMessageContaining("deployment-id");
	}

	@Test
	void readsCredentialsFromAServiceKey() {
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> LlmClient.builder()
					.environment((name) -> name.equals("AICORE_SERVICE_KEY") ? SERVICE_KEY : null)
					.transport(new NoNetwork())
					.build()
					.chat("sap/gpt-4o")
					.user("Hi")
					.maxAttempts(1)
					.call()
					.content());
		assertThat(failure).hasMessageContaining("https://acme.example/oauth/token");
		assertThat(failure.toString()).doesNotContain("s3cret");
	}

	@Test
	void putsTheChatIntoModulesAndTakesTheAnswerOut() {
		this.llm.enqueue(answer("Hi."));
		ChatResponse response = deployed().chat("sap/gpt-4o")
			.messages(Message.system("Be brief."), Message.user("Hi").withName("ann"))
			.tools(Tool.function("get_time", "Local time", Map.of("type", "object")))
			.temperature(0.5)
			.extra("tool_choice", "auto")
			.extra("response_format", Map.of("type", "json_object"))
			.extra("model_version", "2024-11-20")
			.extra("filtering", Map.of("input", Map.of("filters", List.of())))
			.extra("placeholder_values", Map.of("city", "Paris"))
			.call()
			.response();
		assertThat(response.model()).isEqualTo("gpt-4o-2024-11-20");
		assertThat(response.usage().totalTokens()).isEqualTo(17);
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.path()).isEqualTo("/v2/inference/deployments/d1/v2/completion");
		assertThat(request.text(PROMPT + "/template/0/role")).isEqualTo("system");
		assertThat(request.at(PROMPT + "/template/1").has("name")).isFalse();
		assertThat(request.text(PROMPT + "/tools/0/function/name")).isEqualTo("get_time");
		assertThat(request.text(PROMPT + "/response_format/type")).isEqualTo("json_object");
		String model = "/config/modules/prompt_templating/model";
		assertThat(request.text(model + "/name")).isEqualTo("gpt-4o");
		assertThat(request.text(model + "/version")).isEqualTo("2024-11-20");
		assertThat(request.at(model + "/params/temperature").asDouble()).isEqualTo(0.5);
		assertThat(request.text(model + "/params/tool_choice")).isEqualTo("auto");
		assertThat(request.at("/config/modules/filtering/input/filters").isArray()).isTrue();
		assertThat(request.text("/placeholder_values/city")).isEqualTo("Paris");
		assertThat(request.at("/config/stream").isMissingNode()).isTrue();
	}

	@Test
	void readsSignedReasoningAndSendsItBack() {
		this.llm.enqueue(Reply.json(answered("\"message\": " + THOUGHT)), answer("Again."));
		Message said = deployed().chat("sap/claude-sonnet-4").user("Hi").call().response().choices().get(0).message();
		assertThat(said.reasoningContent()).isEqualTo("One, two.");
		assertThat(said.content()).isEqualTo("Hi.");
		deployed().chat("sap/claude-sonnet-4")
			.messages(Message.user("Hi"), said, Message.assistant("Plain."), Message.user("On"))
			.call()
			.content();
		this.llm.takeRequest();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.at(PROMPT + "/template/1").toString()).isEqualTo(
				"{\"role\":\"assistant\",\"content\":\"Hi.\",\"reasoning_content\":[{\"content\":\"One, \",\"signature\":\"s1\"}]}");
		assertThat(request.at(PROMPT + "/template/2").toString())
			.isEqualTo("{\"role\":\"assistant\",\"content\":\"Plain.\"}");
	}

	@Test
	void streamsSignedReasoning() {
		this.llm.enqueue(Reply.sse("data: " + answered("\"delta\": " + THOUGHT) + "\n\n", "data: [DONE]\n\n"));
		Message said = stream().choices().get(0).message();
		assertThat(said.reasoningContent()).isEqualTo("One, two.");
		assertThat(said.thinkingBlocks()).extracting(ThinkingBlock::signature).containsExactly("s1", null);
	}

	@Test
	void marksCachesWhereTheServiceTakesMarks() {
		Map<String, Object> mark = Map.of("type", "ephemeral");
		this.llm.enqueue(answer("Hi."));
		deployed().chat("sap/claude-sonnet-4")
			.messages(new Message("system", "Long.", List.of(), null, List.of(), List.of(), null, null,
					Map.of("cache_control", mark)), Message.user("Hi"))
			.extra("reasoning_effort", "low")
			.call()
			.content();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.at(PROMPT + "/template/0").toString()).isEqualTo(
				"{\"role\":\"system\",\"content\":[{\"type\":\"text\",\"text\":\"Long.\",\"cache_control\":{\"type\":\"ephemeral\"}}]}");
		assertThat(request.text("/config/modules/prompt_templating/model/params/reasoning_effort")).isEqualTo("low");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					400 | 400 - LLM Module: Model gpt-9 in version latest not found.                    | BAD_REQUEST
					400 | 400 - Filtering Module - Input Filter: Prompt filtered due to safety violations. | CONTENT_POLICY_VIOLATION
					400 | 400 - LLM Module: This model's maximum context length is 128000 tokens.       | CONTEXT_WINDOW_EXCEEDED
					429 | 429 - LLM Module: Rate limit of the model was exceeded.                       | RATE_LIMIT
					""")
	void tellsTheKindOfAnError(int status, String message, ErrorKind kind) {
		this.llm.otherwise(Reply.raw(status, "application/json",
				"{\"error\": {\"request_id\": \"r9\", \"code\": %d, \"message\": \"%s\", \"location\": \"x\"}}"
					.formatted(status, message)));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> deployed().chat("sap/gpt-4o").user("Hi").maxAttempts(1).call().content());
		assertThat(failure.kind()).isEqualTo(kind);
		assertThat(failure.requestId()).isEqualTo("r9");
	}

	@Test
	void streamsCallsOfToolsAndTokens() {
		this.llm.enqueue(Reply.sse(SAMPLES.with("\"c2\"")).splitEvery(11));
		ChatResponse response = stream();
		assertThat(response.toolCalls()).extracting(ToolCall::name).containsExactly("get_weather", "get_time");
		assertThat(response.finishReason()).isEqualTo("tool_calls");
		assertThat(response.usage().totalTokens()).isEqualTo(17);
		assertThat(this.llm.takeRequest().at("/config/stream/enabled").asBoolean()).isTrue();
	}

	@Test
	void failsWithThePartAfterAnErrorBehindContent() {
		this.llm.otherwise(Reply.sse(StreamSamples.first(SAMPLES.with("é北🙂"), 3) + ERROR));
		LlmStreamException failure = catchThrowableOfType(LlmStreamException.class, this::stream);
		assertThat(failure.partial(ChatResponse.class).content()).isEqualTo("Pa");
		assertThat(failure).hasMessageContaining("LLM Module: broken");
	}

	@ParameterizedTest
	@MethodSource("samples")
	void failsWhereverTheStreamIsCutOff(String stream) {
		StreamSamples.checkCutOffs(stream, "\"finish_reason\":\"", this.llm, this::stream);
	}

	@Test
	void takesAnAnswerThatCameWholeThoughAStreamWasAskedFor() {
		this.llm.enqueue(answer("Paris."));
		assertThat(stream().content()).isEqualTo("Paris.");
	}

	private ChatResponse stream() {
		return deployed().chat("sap/gpt-4o").user("Hi").stream().response().block();
	}

	private LlmClient deployed() {
		return client(
				Map.of("auth-url", this.issuer.url(), "client-id", "i", "client-secret", "s", "deployment-id", "d1"));
	}

	private LlmClient client(Map<String, String> options) {
		return LlmClient.builder().environment((name) -> null).provider("sap", (provider) -> {
			provider.baseUrl(this.llm.url() + "/v2");
			options.forEach(provider::option);
		}).settings((settings) -> settings.withRetries(Models.QUICK)).build();
	}

	private static Reply answer(String text) {
		return Reply.json(answered("\"message\": {\"role\": \"assistant\", \"content\": \"%s\"}".formatted(text)));
	}

	private static String answered(String said) {
		return """
				{"request_id": "r1", "intermediate_results": {"templating": []}, "final_result": {"id": "chatcmpl-1",
				 "object": "chat.completion", "created": 1762345678, "model": "gpt-4o-2024-11-20",
				 "choices": [{"index": 0, %s, "finish_reason": "stop"}],
				 "usage": {"prompt_tokens": 12, "completion_tokens": 5, "total_tokens": 17}}}""".formatted(said)
			.replace("\n", "");
	}

	/**
	 * A network that tells where it was to lead.
	 */
	private static final class NoNetwork implements Transport {

		@Override
		public <T> Flux<List<T>> exchange(WireRequest request, Duration connectTimeout,
				Function<WireHead, BodyReader<T>> reader) {
			return Flux.error(Failure.of(ErrorKind.CONNECTION, "no way to " + request.uri()).asException());
		}

	}

}
