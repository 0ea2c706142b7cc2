package dev.litellm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;
import dev.litellm.chat.ThinkingBlock;
import dev.litellm.chat.Tool;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.Offline;
import dev.litellm.dialect.StreamSamples;
import dev.litellm.error.LlmConnectionException;
import dev.litellm.transport.Playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that the answer of each provider, sent back as the assistant's message, is
 * accepted by each provider's rules: its own, and all others that a conversation may move
 * on to.
 */
class RoundTripTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final List<Source> SOURCES = List.of(new Source("openai", "openai/gpt-4o", null),
			new Source("anthropic", "anthropic/claude-sonnet-4-5", "anthropic/tools.sse"),
			new Source("anthropic", "anthropic/claude-sonnet-4-5", "anthropic/thinking.sse"),
			new Source("anthropic", "anthropic/claude-sonnet-4-5", "anthropic/search.sse"),
			new Source("gemini", "gemini/gemini-3-pro-preview", "gemini/tools.sse"),
			new Source("gemini", "gemini/gemini-3-pro-preview", "gemini/thinking.sse"),
			new Source("cohere", "cohere/command-a-03-2025", "cohere_chat/tools.sse"),
			new Source("cohere", "cohere/command-a-03-2025", "cohere_chat/citations.sse"),
			new Source("ollama", "ollama_chat/qwen3", "ollama_chat/tools.ndjson"),
			new Source("ollama", "ollama_chat/qwen3", "ollama_chat/thinking.ndjson"),
			new Source("responses", "openai/gpt-5-pro", "responses/tools.sse"),
			new Source("oci", "oci/meta.llama-3.3-70b-instruct", "oci/tools.sse"));

	private static final List<Sink> SINKS = List.of(new Sink("openai", "openai/gpt-4o", RoundTripTests::openAi),
			new Sink("mistral", "mistral/mistral-large-latest", RoundTripTests::mistral),
			new Sink("groq", "groq/llama-3.3-70b-versatile", RoundTripTests::openAi),
			new Sink("anthropic", "anthropic/claude-sonnet-4-5", RoundTripTests::anthropic),
			new Sink("gemini", "gemini/gemini-3-pro-preview", RoundTripTests::gemini),
			new Sink("cohere", "cohere/command-a-03-2025", RoundTripTests::openAi),
			new Sink("ollama", "ollama_chat/qwen3", RoundTripTests::ollama),
			new Sink("responses", "openai/gpt-5-pro", RoundTripTests::responses),
			new Sink("anthropic", "bedrock/anthropic.claude-sonnet-4-5-20250929-v1:0", RoundTripTests::bedrock),
			new Sink("nova", "bedrock/amazon.nova-pro-v1:0", RoundTripTests::bedrock),
			new Sink("oci", "oci/meta.llama-3.3-70b-instruct", RoundTripTests::accepted));

	static Stream<Arguments> pairs() {
		return SOURCES.stream().flatMap((source) -> SINKS.stream().map((sink) -> Arguments.of(source, sink)));
	}

	@ParameterizedTest(name = "{0} → {1}")
	@MethodSource("pairs")
	void isAcceptedByTheRulesOfTheOther(Source source, Sink sink) {
		Message answer = source.answer();
		List<Message> messages = new ArrayList<>(List.of(Message.user("What is the weather?"), answer));
		for (ToolCall call : answer.toolCalls()) {
			messages.add(Message.tool(Objects.requireNonNull(call.id()), "{\"sky\":\"blue\"}"));
		}
		if (answer.toolCalls().isEmpty()) {
			messages.add(Message.user("And tomorrow?"));
		}
		JsonNode body = body(sink.model(), messages, answer.toolCalls());
		sink.rules().accept(body);
		for (String signature : signatures(answer)) {
			boolean same = source.name().equals(sink.name());
			assertThat(body.toString().contains(signature)).as("signature of %s at %s", source, sink).isEqualTo(same);
		}
	}

	private static List<String> signatures(Message message) {
		Stream<@Nullable String> thoughts = message.thinkingBlocks().stream().map(ThinkingBlock::signature);
		Stream<@Nullable String> calls = message.toolCalls()
			.stream()
			.map((call) -> (call.extra().get("provider_specific_fields") instanceof Map<?, ?> fields)
					? String.valueOf(fields.get("thought_signature")) : null);
		return Stream.concat(thoughts, calls)
			.filter((signature) -> signature != null && !signature.isEmpty())
			.map(Objects::requireNonNull)
			.toList();
	}

	private static JsonNode body(String model, List<Message> messages, List<ToolCall> calls) {
		ChatRequest.Builder request = ChatRequest.builder(model).messages(messages);
		if (!calls.isEmpty()) {
			request.tools(calls.stream()
				.map((call) -> String.valueOf(call.name()))
				.distinct()
				.map((name) -> Tool.function(name, "A tool", Map.of("type", "object", "properties", Map.of())))
				.toList());
		}
		Playback network = new Playback();
		assertThatExceptionOfType(LlmConnectionException.class)
			.isThrownBy(() -> Offline.client(network).completion(request.build()));
		return JSON.readTree(network.requests().get(0).body().bytes());
	}

	private static void openAi(JsonNode body) {
		List<String> open = new ArrayList<>();
		for (JsonNode message : body.path("messages")) {
			if (!message.path("role").asString().equals("tool")) {
				assertThat(open).as("calls without a result before %s", message).isEmpty();
			}
			for (JsonNode call : message.path("tool_calls")) {
				String id = call.path("id").asString();
				assertThat(id).isNotBlank().hasSizeLessThanOrEqualTo(40);
				assertThat(JSON.readTree(call.path("function").path("arguments").asString()).isObject()).isTrue();
				open.add(id);
			}
			if (message.has("tool_call_id")) {
				assertThat(open.remove(message.path("tool_call_id").asString())).isTrue();
			}
			assertThat(message.propertyNames()).doesNotContain("thinking_blocks", "provider_specific_fields");
		}
		assertThat(open).isEmpty();
	}

	private static void mistral(JsonNode body) {
		openAi(body);
		for (JsonNode message : body.path("messages")) {
			message.path("tool_calls")
				.forEach((call) -> assertThat(call.path("id").asString()).matches("[A-Za-z0-9]{9}"));
		}
	}

	private static void anthropic(JsonNode body) {
		alternate(body.path("messages"));
		List<String> open = new ArrayList<>();
		for (JsonNode message : body.path("messages")) {
			for (JsonNode block : message.path("content")) {
				switch (block.path("type").asString()) {
					case "tool_use" -> {
						assertThat(block.path("id").asString()).matches("[a-zA-Z0-9_-]{1,64}");
						assertThat(block.path("input").isObject()).isTrue();
						open.add(block.path("id").asString());
					}
					case "tool_result" -> assertThat(open.remove(block.path("tool_use_id").asString())).isTrue();
					case "thinking" -> assertThat(block.path("signature").asString("")).isNotEmpty();
					case "text" -> assertThat(block.path("text").asString()).isNotBlank();
					default -> {
					}
				}
			}
		}
		assertThat(open).isEmpty();
	}

	private static void bedrock(JsonNode body) {
		alternate(body.path("messages"));
		List<String> open = new ArrayList<>();
		for (JsonNode message : body.path("messages")) {
			for (JsonNode block : message.path("content")) {
				if (block.has("toolUse")) {
					assertThat(block.path("toolUse").path("toolUseId").asString()).matches("[a-zA-Z0-9_.:-]{1,64}");
					open.add(block.path("toolUse").path("toolUseId").asString());
				}
				if (block.has("toolResult")) {
					assertThat(open.remove(block.path("toolResult").path("toolUseId").asString())).isTrue();
				}
			}
		}
		assertThat(open).isEmpty();
	}

	private static void alternate(JsonNode messages) {
		String before = "assistant";
		for (JsonNode message : messages) {
			assertThat(message.path("role").asString()).isIn("user", "assistant").isNotEqualTo(before);
			assertThat(message.path("content").isEmpty()).as("content of %s", message).isFalse();
			before = message.path("role").asString();
		}
	}

	private static void gemini(JsonNode body) {
		String before = "model";
		List<String> open = new ArrayList<>();
		for (JsonNode content : body.path("contents")) {
			assertThat(content.path("role").asString()).isIn("user", "model").isNotEqualTo(before);
			before = content.path("role").asString();
			assertThat(content.path("parts").isEmpty()).isFalse();
			for (JsonNode part : content.path("parts")) {
				JsonNode call = part.has("functionCall") ? part.path("functionCall") : part.path("function_call");
				JsonNode result = part.has("functionResponse") ? part.path("functionResponse")
						: part.path("function_response");
				if (call.has("name")) {
					open.add(call.path("name").asString() + call.path("id").asString(""));
				}
				if (result.has("name")) {
					assertThat(open.remove(result.path("name").asString() + result.path("id").asString(""))).isTrue();
				}
			}
		}
		assertThat(open).isEmpty();
	}

	private static void ollama(JsonNode body) {
		int open = 0;
		for (JsonNode message : body.path("messages")) {
			for (JsonNode call : message.path("tool_calls")) {
				assertThat(call.path("function").path("arguments").isObject()).isTrue();
				open++;
			}
			open -= message.path("role").asString().equals("tool") ? 1 : 0;
		}
		assertThat(open).isZero();
	}

	private static void responses(JsonNode body) {
		List<String> open = new ArrayList<>();
		for (JsonNode item : body.path("input")) {
			switch (item.path("type").asString("")) {
				case "function_call" -> {
					assertThat(item.path("call_id").asString()).isNotBlank().hasSizeLessThanOrEqualTo(64);
					open.add(item.path("call_id").asString());
				}
				case "function_call_output" -> assertThat(open.remove(item.path("call_id").asString())).isTrue();
				default -> {
				}
			}
		}
		assertThat(open).isEmpty();
	}

	private static void accepted(JsonNode body) {
		assertThat(body.isObject()).isTrue();
	}

	/**
	 * A provider whose answer goes back.
	 *
	 * @param name the provider, as signatures know it
	 * @param model the model
	 * @param sample the stream, or null for OpenAI's plain message
	 */
	private record Source(String name, String model, @Nullable String sample) {

		Message answer() {
			if (this.sample == null) {
				return Message.fromJson("""
						{"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function",\
						"function":{"name":"weather","arguments":"{\\"city\\":\\"Paris\\"}"}}]}""");
			}
			byte[] stream = StreamSamples.read(this.sample);
			String type = this.sample.endsWith(".ndjson") ? "application/x-ndjson" : "text/event-stream";
			LlmClient client = Offline.client(new Playback().add(200, type, stream));
			ChatResponse response = client.chat(this.model).user("Hi").stream().response().block();
			return Objects.requireNonNull(response).choices().get(0).message();
		}

		@Override
		public String toString() {
			return (this.sample != null) ? this.sample : this.name;
		}

	}

	/**
	 * A provider that the conversation goes on with.
	 *
	 * @param name the provider, as signatures know it
	 * @param model the model
	 * @param rules checks the body by the rules of its API
	 */
	private record Sink(String name, String model, Consumer<JsonNode> rules) {

		@Override
		public String toString() {
			return this.model;
		}

	}

}
