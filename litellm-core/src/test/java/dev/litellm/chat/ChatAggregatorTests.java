package dev.litellm.chat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ChatAggregator}.
 */
class ChatAggregatorTests {

	private static ChatResponse aggregate(String... chunks) {
		ChatAggregator aggregator = new ChatAggregator();
		Arrays.stream(chunks).map(ChatChunk::fromJson).forEach(aggregator::add);
		return aggregator.response();
	}

	private static ChatResponse deltas(String... deltas) {
		return aggregate(Arrays.stream(deltas)
			.map((delta) -> "{\"id\":\"c\",\"created\":7,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":" + delta
					+ "}]}")
			.toArray(String[]::new));
	}

	private static String calls(ChatResponse response) {
		return response.toolCalls()
			.stream()
			.map((call) -> call.id() + " " + call.name() + " " + call.arguments())
			.collect(Collectors.joining("; "));
	}

	@Test
	void joinsTextAndKeepsWhatIsSaidOnce() {
		ChatResponse response = aggregate(
				"{\"id\":\"c1\",\"created\":5,\"model\":\"m\",\"system_fingerprint\":\"fp\",\"service_tier\":\"flex\",\"obfuscation\":\"x\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}",
				"{\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"é北\"}}]}",
				"{\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"🙂\"},\"finish_reason\":\"length\"}]}",
				"{\"id\":\"c1\",\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4,\"total_tokens\":7}}");
		assertThat(response.content()).isEqualTo("é北🙂");
		assertThat(response.id()).isEqualTo("c1");
		assertThat(response.created()).isEqualTo(5);
		assertThat(response.model()).isEqualTo("m");
		assertThat(response.finishReason()).isEqualTo("length");
		assertThat(response.usage()).isEqualTo(Usage.of(3, 4));
		assertThat(response.systemFingerprint()).isEqualTo("fp");
		assertThat(response.serviceTier()).isEqualTo("flex");
		assertThat(response.extra()).isEmpty();
		assertThat(response.choices().get(0).message().role()).isEqualTo("assistant");
	}

	@Test
	void joinsParallelToolCallsByTheirIndex() {
		ChatResponse response = deltas(
				"{\"tool_calls\":[{\"index\":1,\"id\":\"b\",\"type\":\"function\",\"function\":{\"name\":\"g\",\"arguments\":\"\"}}]}",
				"{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"x\\\"\"}}]}",
				"{\"tool_calls\":[{\"index\":1,\"function\":{\"arguments\":\"{}\"}},{\"index\":0,\"function\":{\"arguments\":\":1}\"}}]}");
		assertThat(calls(response)).isEqualTo("a f {\"x\":1}; b g {}");
		assertThat(response.toolCalls()).allMatch((call) -> call.index() == null && "function".equals(call.type()));
		assertThat(response.choices().get(0).message().content()).isNull();
	}

	@Test
	void tellsToolCallsWithoutIndexApartByTheirIds() {
		assertThat(calls(deltas("{\"tool_calls\":[{\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"{\"}}]}",
				"{\"tool_calls\":[{\"function\":{\"arguments\":\"}\"}}]}",
				"{\"tool_calls\":[{\"id\":\"b\",\"function\":{\"name\":\"g\",\"arguments\":\"{}\"}},{\"id\":\"c\",\"function\":{\"name\":\"h\",\"arguments\":\"[]\"}}]}")))
			.isEqualTo("a f {}; b g {}; c h []");
	}

	@Test
	void goesOnWithAToolCallThatRepeatsItsId() {
		assertThat(calls(deltas("{\"tool_calls\":[{\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"{\"}}]}",
				"{\"tool_calls\":[{\"id\":\"a\",\"function\":{\"arguments\":\"}\"}}]}")))
			.isEqualTo("a f {}");
	}

	@Test
	void joinsReasoningAndSignedThinking() {
		Message message = deltas(
				"{\"reasoning_content\":\"Let \",\"thinking_blocks\":[{\"type\":\"thinking\",\"thinking\":\"Let \"}]}",
				"{\"reasoning_content\":\"me\",\"thinking_blocks\":[{\"type\":\"thinking\",\"thinking\":\"me\"}]}",
				"{\"thinking_blocks\":[{\"type\":\"thinking\",\"signature\":\"s1\"}]}",
				"{\"thinking_blocks\":[{\"type\":\"thinking\",\"thinking\":\"more\",\"signature\":\"s2\"}]}",
				"{\"thinking_blocks\":[{\"type\":\"redacted_thinking\",\"data\":\"d\"}]}", "{\"content\":\"42\"}")
			.choices()
			.get(0)
			.message();
		assertThat(message.reasoningContent()).isEqualTo("Let me");
		assertThat(message.content()).isEqualTo("42");
		assertThat(message.thinkingBlocks()).containsExactly(new ThinkingBlock("thinking", "Let me", "s1", Map.of()),
				new ThinkingBlock("thinking", "more", "s2", Map.of()),
				new ThinkingBlock("redacted_thinking", null, null, Map.of("data", "d")));
	}

	@Test
	void keepsSeveralAnswersApart() {
		ChatResponse response = aggregate(
				"{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"b\"}},{\"index\":0,\"delta\":{\"content\":\"a\"}}]}",
				"{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"},{\"index\":1,\"delta\":{\"content\":\"B\"},\"finish_reason\":\"length\"}]}");
		assertThat(response.choices())
			.extracting((choice) -> choice.index() + choice.message().text() + choice.finishReason())
			.containsExactly("0astop", "1bBlength");
	}

	@Test
	void joinsMembersThatItDoesNotKnow() {
		ChatResponse response = aggregate(
				"{\"choices\":[{\"index\":0,\"delta\":{\"refusal\":\"I \",\"annotations\":[1]},\"logprobs\":{\"content\":[{\"token\":\"a\"}]}}]}",
				"{\"x_groq\":{\"id\":\"r\"},\"choices\":[{\"index\":0,\"delta\":{\"refusal\":\"can't\",\"annotations\":[2]},\"logprobs\":{\"content\":[{\"token\":\"b\"}]}}]}");
		Choice choice = response.choices().get(0);
		assertThat(choice.message().extra()).isEqualTo(Map.of("refusal", "I can't", "annotations", List.of(1, 2)));
		assertThat(choice.extra())
			.isEqualTo(Map.of("logprobs", Map.of("content", List.of(Map.of("token", "a"), Map.of("token", "b")))));
		assertThat(response.extra()).isEqualTo(Map.of("x_groq", Map.of("id", "r")));
	}

	@Test
	void tellsWhatHasComeSoFar() {
		ChatAggregator aggregator = new ChatAggregator();
		assertThat(aggregator.isEmpty()).isTrue();
		assertThat(aggregator.response().choices()).isEmpty();
		aggregator.add(ChatChunk.fromJson("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}"));
		assertThat(aggregator.response().content()).isEqualTo("a");
		aggregator.add(ChatChunk.fromJson("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"b\"}}]}"));
		assertThat(aggregator.response().content()).isEqualTo("ab");
		assertThat(aggregator.isEmpty()).isFalse();
	}

	@Test
	void takesWhatEveryChunkTellsAgainOnce() {
		String chunk = """
				{"choices": [{"index": 0, "delta": {"channel": "analysis", "name": "M", "x": {"trace_id": "t"}, "audio": {"id": "a",
				"transcript": "ha"}}, "content_filter_results": {"hate": {"filtered": false, "severity": "safe"}}}]}""";
		Choice choice = aggregate(chunk, chunk).choices().get(0);
		assertThat(choice.extra())
			.isEqualTo(Map.of("content_filter_results", Map.of("hate", Map.of("filtered", false, "severity", "safe"))));
		assertThat(choice.message().extra()).isEqualTo(Map.of("channel", "analysis", "name", "M", "x",
				Map.of("trace_id", "t"), "audio", Map.of("id", "a", "transcript", "haha")));
	}

	@Test
	void takesWhatIsToldLastOfAWholeText() {
		ChatResponse response = aggregate(
				"{\"choices\":[{\"index\":0,\"delta\":{\"channel\":\"analysis\"},\"filter\":{\"severity\":\"safe\"}}]}",
				"{\"choices\":[{\"index\":0,\"delta\":{\"channel\":\"final\"},\"filter\":{\"severity\":\"high\"}}]}",
				"{\"choices\":[{\"index\":0,\"delta\":{\"channel\":\"\"}}]}");
		Choice choice = response.choices().get(0);
		assertThat(choice.message().extra()).isEqualTo(Map.of("channel", "final"));
		assertThat(choice.extra()).isEqualTo(Map.of("filter", Map.of("severity", "high")));
	}

	@Test
	void joinsTheTextOfACompletionBesideItsDeltas() {
		String chunk = "{\"choices\":[{\"index\":0,\"delta\":{},\"text\":\"ha\"}]}";
		assertThat(aggregate(chunk, chunk).choices().get(0).extra()).isEqualTo(Map.of("text", "haha"));
	}

	@Test
	void joinsPiecesOfCallsThatAreNoFunctions() {
		ToolCall call = deltas(
				"{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"type\":\"custom\",\"custom\":{\"name\":\"shell\",\"input\":\"l\"}}]}",
				"{\"tool_calls\":[{\"index\":0,\"custom\":{\"name\":\"shell\",\"input\":\"s\"}}]}")
			.toolCalls()
			.get(0);
		assertThat(call.extra()).isEqualTo(Map.of("custom", Map.of("name", "shell", "input", "ls")));
	}

	@ParameterizedTest
	@CsvSource({ "AQ==, Ag==, AQI=", "AQID, BAUG, AQIDBAUG", "AQ, I=, AQI=", "AQ=, =, AQ==", "AQI=, AwQ=, AQIDBA==",
			"AQ==, '', AQ==", "A?==, Ag==, A?==Ag==" })
	void joinsSoundHoweverItIsCut(String first, String second, String whole) {
		Message message = deltas("{\"audio\":{\"id\":\"a\",\"data\":\"" + first + "\"}}",
				"{\"audio\":{\"data\":\"" + second + "\"}}", "{\"audio\":{\"expires_at\":5}}")
			.choices()
			.get(0)
			.message();
		assertThat(message.extra()).isEqualTo(Map.of("audio", Map.of("id", "a", "data", whole, "expires_at", 5)));
	}

	@Test
	void startsAsTheAnswerOfAnAssistantWhereTheRoleIsEmpty() {
		ChatResponse response = deltas("{\"role\":\"\",\"content\":\"hi\"}");
		assertThat(response.content()).isEqualTo("hi");
		assertThat(response.choices().get(0).message().role()).isEqualTo("assistant");
	}

}
