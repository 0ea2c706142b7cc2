package dev.litellm.dialect.bedrock;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

import dev.litellm.LlmClient;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.Tool;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ScriptedTests;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.error.LlmException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.transport.BodyReader;
import dev.litellm.transport.Transport;
import dev.litellm.transport.WireHead;
import dev.litellm.transport.WireRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for whole answers in Bedrock's Converse format over real sockets.
 */
class BedrockChatTests extends ScriptedTests {

	private static final Tool WEATHER = Tool.function("get_weather", "Weather of a city",
			Map.of("type", "object", "properties", Map.of("city", Map.of("type", "string"))));

	private static final Map<String, Object> CITY = Map.of("type", "object", "properties",
			Map.of("name", Map.of("type", "string")));

	private final LlmClient client = Bedrock.client(this.llm);

	@Test
	void tellsTheSchemaOfAnAnswerWhereInvokeModelReadsIt() {
		this.llm.enqueue(Reply.json("""
				{"id": "msg_1", "type": "message", "role": "assistant", "model": "claude-sonnet-4-5",
				 "content": [{"type": "text", "text": "{}"}], "stop_reason": "end_turn", "usage": {}}"""));
		this.client.chat("bedrock/invoke/anthropic.claude-sonnet-4-5-20250929-v1:0")
			.user("Where?")
			.extra("response_format",
					Map.of("type", "json_schema", "json_schema", Map.of("name", "city", "schema", CITY)))
			.call()
			.content();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/output_config/format/type")).isEqualTo("json_schema");
		assertThat(request.at("/output_format").isMissingNode()).isTrue();
	}

	@Test
	void tellsInvokeModelInTheBodyAndInHeadersWhatClaudesOwnServerIsToldElsewhere() {
		this.llm.enqueue(Reply.json("""
				{"id": "msg_1", "type": "message", "role": "assistant", "model": "claude-sonnet-4-5",
				 "content": [{"type": "text", "text": "Paris."}], "stop_reason": "end_turn"}"""));
		this.client.chat("bedrock/invoke/anthropic.claude-sonnet-4-5-20250929-v1:0")
			.user("Where?")
			.header("anthropic-beta", "context-1m-2025-08-07")
			.extra("anthropic_beta", List.of("output-128k-2025-02-19"))
			.extra("output_config", Map.of("effort", "low"))
			.extra("response_format",
					Map.of("type", "json_schema", "json_schema", Map.of("name", "city", "schema", CITY)))
			.extra("guardrailConfig",
					Map.of("guardrailIdentifier", "gr-1", "guardrailVersion", "2", "trace", "enabled"))
			.extra("performanceConfig", Map.of("latency", "optimized"))
			.extra("serviceTier", Map.of("type", "flex"))
			.call()
			.content();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.uri().getRawPath()).isEqualTo("/model/anthropic.claude-sonnet-4-5-20250929-v1%3A0/invoke");
		assertThat(request.json().propertyNames()).containsExactlyInAnyOrder("messages", "max_tokens", "output_config",
				"anthropic_version", "anthropic_beta");
		assertThat(request.text("/anthropic_version")).isEqualTo("bedrock-2023-05-31");
		assertThat(request.text("/output_config/effort")).isEqualTo("low");
		assertThat(request.text("/output_config/format/type")).isEqualTo("json_schema");
		assertThat(request.at("/anthropic_beta").valueStream().map(JsonNode::asString))
			.contains("context-1m-2025-08-07", "output-128k-2025-02-19");
		assertThat(request.header("x-amzn-bedrock-guardrailidentifier")).isEqualTo("gr-1");
		assertThat(request.header("x-amzn-bedrock-guardrailversion")).isEqualTo("2");
		assertThat(request.header("x-amzn-bedrock-trace")).isEqualTo("ENABLED");
		assertThat(request.header("x-amzn-bedrock-performanceconfig-latency")).isEqualTo("optimized");
		assertThat(request.header("x-amzn-bedrock-service-tier")).isEqualTo("flex");
	}

	@Test
	void asksInvokeModelForASearchOfToolsUnderItsNameThere() {
		this.llm.otherwise(Reply.json("""
				{"id": "msg_1", "type": "message", "role": "assistant", "model": "claude-sonnet-4-5",
				 "content": [{"type": "text", "text": "Paris."}], "stop_reason": "end_turn"}"""));
		String model = "bedrock/invoke/anthropic.claude-sonnet-4-5-20250929-v1:0";
		this.client.chat(model)
			.user("Where?")
			.tools(Tool.of("tool_search_tool_regex_20251119", Map.of("name", "tool_search_tool_regex")),
					WEATHER.with("defer_loading", true))
			.call()
			.content();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.at("/tools/0").toString())
			.isEqualTo("{\"type\":\"tool_search_tool_regex\",\"name\":\"tool_search_tool_regex\"}");
		assertThat(request.at("/tools/1/defer_loading").asBoolean()).isTrue();
		assertThat(request.at("/anthropic_beta").toString()).isEqualTo("[\"tool-search-tool-2025-10-19\"]");
		this.client.chat(model)
			.user("Where?")
			.tools(WEATHER.with("input_examples", List.of(Map.of("city", "Paris"))))
			.call()
			.content();
		assertThat(this.llm.takeRequest().at("/anthropic_beta").toString()).isEqualTo("[\"tool-examples-2025-10-29\"]");
	}

	@Test
	void tellsTheMarksOfClaudesFeaturesToClaudeAlone() {
		Tool computer = Tool.of("computer_20250124", Map.of("name", "computer"));
		this.llm.otherwise(Bedrock.text("Paris."));
		this.client.chat(Bedrock.NEW_CLAUDE).user("Where?").tools(computer).call().content();
		assertThat(this.llm.takeRequest().at("/additionalModelRequestFields/anthropic_beta/0").asString())
			.isEqualTo("computer-use-2025-01-24");
		this.client.chat(Bedrock.NOVA).user("Where?").tools(computer).call().content();
		assertThat(this.llm.takeRequest().at("/additionalModelRequestFields").has("anthropic_beta")).isFalse();
	}

	@Test
	void asksWithAnEncodedIdAndReadsTextAndTokens() {
		this.llm.enqueue(Bedrock.text("Paris."));
		ChatResponse response = this.client.chat(Bedrock.CLAUDE)
			.system("Be brief.")
			.user("Where is the Louvre?")
			.maxTokens(100)
			.stop("END")
			.call()
			.response();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.finishReason()).isEqualTo("stop");
		assertThat(response.id()).isEqualTo("req-1");
		assertThat(response.model()).isEqualTo("anthropic.claude-sonnet-4-20250514-v1:0");
		assertThat(response.usage().totalTokens()).isEqualTo(17);
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.uri().getRawPath()).isEqualTo("/model/anthropic.claude-sonnet-4-20250514-v1%3A0/converse");
		assertThat(request.header("authorization")).isEqualTo("Bearer sk-test");
		assertThat(request.text("/system/0/text")).isEqualTo("Be brief.");
		assertThat(request.text("/messages/0/content/0/text")).isEqualTo("Where is the Louvre?");
		assertThat(request.at("/inferenceConfig/maxTokens").asInt()).isEqualTo(100);
		assertThat(request.text("/inferenceConfig/stopSequences/0")).isEqualTo("END");
	}

	@Test
	void readsCallsOfToolsAndSendsTheirResultsInOneTurn() {
		this.llm.enqueue(Bedrock.answer("tool_use", """
				{"text": "I look."},
				{"toolUse": {"toolUseId": "t_1", "name": "get_weather", "input": {"city": "Paris"}}},
				{"toolUse": {"toolUseId": "t_2", "name": "get_weather", "input": {"city": "Rome"}}}"""),
				Bedrock.text("Sunny."));
		Message question = Message.user("Weather in Paris and Rome?");
		ChatResponse first = this.client.chat(Bedrock.CLAUDE).messages(question).tools(WEATHER).call().response();
		assertThat(first.finishReason()).isEqualTo("tool_calls");
		assertThat(first.toolCalls()).extracting(ToolCall::id).containsExactly("t_1", "t_2");
		this.client.chat(Bedrock.CLAUDE)
			.messages(question, first.choices().get(0).message(), Message.tool("t_1", "21"),
					Message.tool("t_2", "no such city").with("is_error", true))
			.tools(WEATHER)
			.call()
			.response();
		this.llm.takeRequest();
		RecordedRequest second = this.llm.takeRequest();
		assertThat(second.at("/messages/1/content").size()).isEqualTo(3);
		assertThat(second.at("/messages/2/content").size()).isEqualTo(2);
		assertThat(second.text("/messages/2/content/0/toolResult/toolUseId")).isEqualTo("t_1");
		assertThat(second.text("/messages/2/content/1/toolResult/status")).isEqualTo("error");
	}

	@Test
	void sendsSignedAndRedactedThoughtsBackBeforeTheText() {
		this.llm.enqueue(Bedrock.answer("end_turn", """
				{"reasoningContent": {"reasoningText": {"text": "Hm.", "signature": "sig"}}},
				{"reasoningContent": {"redactedContent": "AAAA"}},
				{"text": "Paris."}"""), Bedrock.text("Rome."));
		ChatResponse first = this.client.chat(Bedrock.CLAUDE).user("Capital?").reasoningEffort("low").call().response();
		assertThat(first.choices().get(0).message().reasoningContent()).isEqualTo("Hm.");
		this.client.chat(Bedrock.CLAUDE)
			.messages(Message.user("Capital?"), first.choices().get(0).message(), Message.user("And of Italy?"))
			.call()
			.response();
		RecordedRequest thinking = this.llm.takeRequest();
		assertThat(thinking.at("/additionalModelRequestFields/thinking/budget_tokens").asInt()).isEqualTo(1024);
		assertThat(thinking.at("/inferenceConfig/maxTokens").asInt()).isEqualTo(5120);
		RecordedRequest second = this.llm.takeRequest();
		assertThat(second.text("/messages/1/content/0/reasoningContent/reasoningText/signature")).isEqualTo("sig");
		assertThat(second.text("/messages/1/content/1/reasoningContent/redactedContent")).isEqualTo("AAAA");
		assertThat(second.text("/messages/1/content/2/text")).isEqualTo("Paris.");
	}

	@Test
	void sendsDocumentsSoundAndFilmsInTheirBlocks() {
		this.llm.enqueue(Bedrock.text("Seen."));
		this.client.chat(Bedrock.NOVA)
			.messages(Message.user(ContentPart.file("a.pdf", "data:application/pdf;base64,JVBERi0="),
					ContentPart.image("data:image/jpg;base64,/9j/"), ContentPart.audio("UklGRg==", "wav"),
					ContentPart.file("s3://bucket/film.mp4")))
			.call()
			.response();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/messages/0/content/0/document/format")).isEqualTo("pdf");
		assertThat(request.text("/messages/0/content/0/document/name")).matches("[A-Za-z0-9_]+");
		assertThat(request.text("/messages/0/content/1/image/format")).isEqualTo("jpeg");
		assertThat(request.text("/messages/0/content/2/audio/source/bytes")).isEqualTo("UklGRg==");
		assertThat(request.text("/messages/0/content/3/video/source/s3Location/uri")).isEqualTo("s3://bucket/film.mp4");
		assertThat(request.text("/messages/0/content/4/text")).isEqualTo(".");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://example.com/a.png", "http://169.254.169.254/",
			"data:image/svg+xml;base64,PHN2Zy8+", "data:image/png,abc" })
	void refusesPicturesThatItCannotSend(String url) {
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(Bedrock.CLAUDE)
					.messages(Message.user(ContentPart.image(url)))
					.call()
					.response());
		assertThat(failure.kind()).isEqualTo(ErrorKind.BAD_REQUEST);
		assertThat(failure).hasMessageMatching("(?s).*(data: URL|give one of).*");
		assertThat(this.llm.requests()).isEmpty();
	}

	@Test
	void answersInJsonByATool() {
		this.llm.enqueue(Bedrock.answer("tool_use", """
				{"text": "Here it is."},
				{"toolUse": {"toolUseId": "t_1", "name": "json_tool_call",
				             "input": {"properties": {"name": "Paris"}}}}"""));
		ChatResponse response = this.client.chat(Bedrock.CLAUDE)
			.user("Paris as JSON")
			.extra("response_format",
					Map.of("type", "json_schema", "json_schema", Map.of("name", "city", "schema", CITY)))
			.call()
			.response();
		assertThat(response.content()).isEqualTo("{\"name\":\"Paris\"}");
		assertThat(response.finishReason()).isEqualTo("stop");
		assertThat(this.llm.takeRequest().text("/toolConfig/toolChoice/tool/name")).isEqualTo("json_tool_call");
	}

	@Test
	void answersInJsonByASchemaWhereTheModelKnowsOne() {
		this.llm.enqueue(Bedrock.text("{}"));
		this.client.chat(Bedrock.NEW_CLAUDE)
			.user("Paris as JSON")
			.extra("response_format",
					Map.of("type", "json_schema", "json_schema", Map.of("name", "city", "schema", CITY)))
			.call()
			.response();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/outputConfig/textFormat/structure/jsonSchema/schema"))
			.contains("\"additionalProperties\":false");
		assertThat(request.json().has("toolConfig")).isFalse();
	}

	@Test
	void putsCachePointsAfterWhatIsMarked() {
		this.llm.enqueue(Bedrock.text("Yes."), Bedrock.text("Yes."));
		Message system = Message.system("Long rules.").with("cache_control", Map.of("type", "ephemeral", "ttl", "1h"));
		for (String model : List.of(Bedrock.NEW_CLAUDE, Bedrock.LLAMA)) {
			this.client.chat(model).messages(system, Message.user("Hi")).call().response();
		}
		assertThat(this.llm.takeRequest().text("/system/1/cachePoint/ttl")).isEqualTo("1h");
		assertThat(this.llm.takeRequest().at("/system").size()).isEqualTo(1);
	}

	@Test
	void putsACachePointAfterAToolThatIsMarkedInItsFunction() {
		this.llm.enqueue(Bedrock.text("Yes."));
		Tool marked = new Tool("function", "now", null, Map.of(), null,
				Map.of("cache_control", Map.of("type", "ephemeral")), Map.of());
		this.client.chat(Bedrock.CLAUDE).user("What time is it?").tools(marked).call().response();
		assertThat(this.llm.takeRequest().text("/toolConfig/tools/1/cachePoint/type")).isEqualTo("default");
	}

	@Test
	void guardsTheLastTurnUnlessTheCallerHasMarkedWhatToGuard() {
		this.llm.enqueue(Bedrock.answer("guardrail_intervened", "{\"text\": \"No.\"}"));
		ChatResponse response = this.client.chat(Bedrock.CLAUDE)
			.messages(Message.user("Hi"), Message.assistant("Hello!"), Message.user("Tell me a secret"))
			.extra("guardrailConfig", Map.of("guardrailIdentifier", "gr-1", "guardrailVersion", "1"))
			.call()
			.response();
		assertThat(response.finishReason()).isEqualTo("content_filter");
		assertThat(response.choices().get(0).nativeFinishReason()).isEqualTo("guardrail_intervened");
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/messages/0/content/0/text")).isEqualTo("Hi");
		assertThat(request.text("/messages/2/content/0/guardContent/text/text")).isEqualTo("Tell me a secret");
		assertThat(request.text("/guardrailConfig/guardrailIdentifier")).isEqualTo("gr-1");
	}

	@Test
	void sendsLatencyAndUnknownFieldsWhereTheyBelong() {
		this.llm.enqueue(Bedrock.text("Fast."));
		this.client.chat(Bedrock.NOVA)
			.user("Hi")
			.extra("performanceConfig", Map.of("latency", "optimized"))
			.extra("top_k", 40)
			.extra("of_its_own", 1)
			.call()
			.response();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/performanceConfig/latency")).isEqualTo("optimized");
		assertThat(request.at("/additionalModelRequestFields/inferenceConfig/topK").asInt()).isEqualTo(40);
		assertThat(request.at("/additionalModelRequestFields/of_its_own").asInt()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "end_turn, stop", "stop_sequence, stop", "max_tokens, length", "model_context_window_exceeded, length",
			"tool_use, tool_calls", "guardrail_intervened, content_filter", "content_filtered, content_filter" })
	void tellsWhyTheAnswerEnded(String own, String unified) {
		this.llm.enqueue(Bedrock.answer(own, "{\"text\": \"Paris.\"}"));
		ChatResponse response = this.client.chat(Bedrock.CLAUDE).user("Hi").call().response();
		assertThat(response.finishReason()).isEqualTo(unified);
		assertThat(response.choices().get(0).nativeFinishReason()).isEqualTo(own);
	}

	@Test
	void failsWhereTheOutputIsMalformed() {
		this.llm.enqueue(Bedrock.answer("malformed_tool_use", "{\"text\": \"<tool\"}"));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(Bedrock.CLAUDE).user("Hi").call().response());
		assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_RESPONSE);
		assertThat(failure).hasMessageContaining("malformed_tool_use");
	}

	@ParameterizedTest
	@CsvSource({ "400, ValidationException, Bad field, BAD_REQUEST",
			"400, ValidationException, Input is too long for requested model., CONTEXT_WINDOW_EXCEEDED",
			"400, ValidationException, Output blocked by content filtering policy, CONTENT_POLICY_VIOLATION",
			"403, AccessDeniedException, You don't have access to the model, PERMISSION_DENIED",
			"403, UnrecognizedClientException, The security token included in the request is invalid., AUTHENTICATION",
			"403, InvalidSignatureException, The request signature does not match, AUTHENTICATION",
			"404, ResourceNotFoundException, No such model, NOT_FOUND", "408, ModelTimeoutException, Late, TIMEOUT",
			"424, ModelErrorException, The model failed, INTERNAL_SERVER",
			"429, ThrottlingException, Too many requests, RATE_LIMIT",
			"500, InternalServerException, Sorry, INTERNAL_SERVER",
			"503, ServiceUnavailableException, Later, SERVICE_UNAVAILABLE" })
	void tellsKindsOfErrors(int status, String type, String message, ErrorKind kind) {
		this.llm.otherwise(Bedrock.error(status, type, message));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(Bedrock.CLAUDE).user("Hi").maxAttempts(1).call().response());
		assertThat(failure.kind()).isEqualTo(kind);
		assertThat(failure).hasMessageContaining(message);
	}

	@Test
	void refusesWhatTheModelDoesNotTakeOrLeavesItOutWithANote() {
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat(Bedrock.LLAMA)
					.user("Hi")
					.tools(WEATHER)
					.toolChoice("required")
					.call()
					.response());
		assertThat(failure.kind()).isEqualTo(ErrorKind.UNSUPPORTED_PARAMS);
		assertThat(failure).hasMessageContaining("tool_choice");
		this.llm.enqueue(Bedrock.text("Hi."));
		ChatResponse response = this.client.chat(Bedrock.LLAMA)
			.user("Hi")
			.seed(7)
			.options((options) -> options.withDropUnsupported(true))
			.call()
			.response();
		assertThat(response.info().notes()).singleElement().asString().contains("seed");
		assertThat(this.llm.takeRequest().body()).doesNotContain("seed");
	}

	@Test
	void takesACallThatLlamaHasWrittenAsText() {
		this.llm.enqueue(Bedrock.answer("end_turn",
				"{\"text\": \"{\\\"name\\\": \\\"get_weather\\\", \\\"parameters\\\": {\\\"city\\\": \\\"Paris\\\"}}\"}"));
		ChatResponse response = this.client.chat(Bedrock.LLAMA).user("Weather?").tools(WEATHER).call().response();
		assertThat(response.finishReason()).isEqualTo("tool_calls");
		assertThat(response.toolCalls()).singleElement()
			.satisfies((call) -> assertThat(call.arguments()).isEqualTo("{\"city\":\"Paris\"}"));
	}

	@Test
	void endsReferencesWithinSchemasThatLeadToThemselves() {
		this.llm.enqueue(Bedrock.text("Ok."));
		Map<String, Object> node = Map.of("type", "object", "properties",
				Map.of("left", Map.of("$ref", "#/$defs/Node"), "right", Map.of("$ref", "#/$defs/Node")));
		this.client.chat(Bedrock.CLAUDE)
			.user("Hi")
			.tools(Tool.function("walk", "Walk",
					Map.of("type", "object", "properties", Map.of("root", Map.of("$ref", "#/$defs/Node")), "$defs",
							Map.of("Node", node))))
			.call()
			.response();
		assertThat(this.llm.takeRequest().body()).doesNotContain("$ref").doesNotContain("$defs");
	}

	@ParameterizedTest
	@CsvSource({ "eu-west-3/anthropic.claude-sonnet-4-20250514-v1:0, eu-west-3, amazonaws.com",
			"arn:aws:bedrock:ap-south-1:123456789012:application-inference-profile/abc, ap-south-1, amazonaws.com",
			"converse/arn:aws-cn:bedrock:cn-north-1:1:provisioned-model/abc, cn-north-1, amazonaws.com.cn",
			"amazon.nova-pro-v1:0, us-west-2, amazonaws.com" })
	void goesToTheRegionOfTheModel(String model, String region, String suffix) {
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> LlmClient.builder()
					.environment((name) -> null)
					.transport(new Deaf())
					.provider("bedrock", (provider) -> provider.apiKey("sk-test"))
					.build()
					.chat("bedrock/" + model)
					.user("Hi")
					.maxAttempts(1)
					.call()
					.response());
		assertThat(failure).hasMessageContaining("bedrock-runtime." + region + "." + suffix);
	}

	/**
	 * Transport that tells whom it was to ask.
	 */
	private static final class Deaf implements Transport {

		@Override
		public <T> Flux<List<T>> exchange(WireRequest request, @Nullable Duration connectTimeout,
				Function<WireHead, BodyReader<T>> reader) {
			return Flux.error(Failure.of(ErrorKind.CONNECTION, request.uri().getHost()).asException());
		}

	}

}
