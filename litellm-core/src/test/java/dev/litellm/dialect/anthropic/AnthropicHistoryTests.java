package dev.litellm.dialect.anthropic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import dev.litellm.LlmClient;
import dev.litellm.chat.Message;
import dev.litellm.chat.ThinkingBlock;
import dev.litellm.dialect.ScriptedTests;
import dev.litellm.dialect.StreamSamples;
import dev.litellm.test.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that answers of Anthropic, sent back as history, hold to the rules of its API:
 * signatures, ids, alternation.
 */
class AnthropicHistoryTests extends ScriptedTests {

	private final LlmClient client = Claude.client(this.llm);

	@Test
	void keepsSignedAndHiddenThoughtsAcrossTurns() {
		this.llm.enqueue(Claude.message("end_turn", """
				{"type": "thinking", "thinking": "Capital?", "signature": "c2lnbmVk"},
				{"type": "redacted_thinking", "data": "aGlkZGVu"},
				{"type": "text", "text": "Paris."}"""), Claude.text("Louvre."));
		Message answer = ask(Message.user("Where?"));
		assertThat(answer.reasoningContent()).isEqualTo("Capital?");
		assertThat(answer.thinkingBlocks()).extracting(ThinkingBlock::type)
			.containsExactly("thinking", "redacted_thinking");
		JsonNode turns = sendBack(answer);
		assertThat(turns.at("/1/content/0/signature").asString()).isEqualTo("c2lnbmVk");
		assertThat(turns.at("/1/content/1/data").asString()).isEqualTo("aGlkZGVu");
		assertThat(turns.at("/1/content/2/text").asString()).isEqualTo("Paris.");
	}

	@Test
	void sendsCallsOfFunctionsOfTheOldKindAsCallsOfTools() {
		this.llm.enqueue(Claude.text("21 degrees."));
		this.client.chat(Claude.MODEL)
			.messages(Message.user("Weather?"), Message.fromJson("""
					{"role": "assistant", "content": null,
					 "function_call": {"name": "get_weather", "arguments": "{\\"city\\": \\"Paris\\"}"}}"""),
					Message.fromJson("{\"role\": \"function\", \"name\": \"get_weather\", \"content\": \"21\"}"))
			.call()
			.content();
		JsonNode turns = this.llm.takeRequest().at("/messages");
		assertThat(turns.at("/1/content/0/type").asString()).isEqualTo("tool_use");
		assertThat(turns.at("/1/content/0/input/city").asString()).isEqualTo("Paris");
		assertThat(turns.at("/2/content/0/type").asString()).isEqualTo("tool_result");
		assertThat(turns.at("/2/content/0/tool_use_id")).isEqualTo(turns.at("/1/content/0/id"));
	}

	@Test
	void keepsBlocksThatOpenAiHasNoPlaceForOnce() {
		this.llm.enqueue(Claude.message("tool_use", """
				{"type": "server_tool_use", "id": "srvtoolu_1", "name": "web_search", "input": {"query": "Louvre"}},
				{"type": "web_search_tool_result", "tool_use_id": "srvtoolu_1", "content": []},
				{"type": "text", "text": "I look."},
				{"type": "tool_use", "id": "toolu_1", "name": "get_weather", "input": {"city": "Paris"}}"""),
				Claude.text("Sunny."));
		Message answer = ask(Message.user("Where?"));
		assertThat(answer.toolCalls()).hasSize(1);
		JsonNode turns = sendBack(answer);
		assertThat(turns.at("/1/content").findValuesAsString("type")).containsExactly("server_tool_use",
				"web_search_tool_result", "text", "tool_use");
	}

	@Test
	void sendsAnAnswerByAToolBesideSuchBlocksBackAsText() {
		this.llm.enqueue(Claude.message("tool_use", """
				{"type": "server_tool_use", "id": "srvtoolu_1", "name": "web_search", "input": {"query": "Louvre"}},
				{"type": "web_search_tool_result", "tool_use_id": "srvtoolu_1", "content": []},
				{"type": "tool_use", "id": "toolu_1", "name": "json_tool_call", "input": {"value": [1]}}"""),
				Claude.text("Sunny."));
		Message answer = this.client.chat(Claude.MODEL)
			.user("Where?")
			.jsonSchema("numbers", Map.of("type", "array", "items", Map.of("type", "integer")))
			.call()
			.response()
			.choices()
			.get(0)
			.message();
		this.llm.takeRequest();
		assertThat(answer.content()).isEqualTo("[1]");
		JsonNode turns = sendBack(answer);
		assertThat(turns.at("/1/content").findValuesAsString("type")).containsExactly("server_tool_use",
				"web_search_tool_result", "text");
		assertThat(turns.at("/1/content/2/text").asString()).isEqualTo("[1]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ", {\"type\": \"thinking\", \"thinking\": \"So.\", \"signature\": \"c2ln\"}",
			", {\"type\": \"redacted_thinking\", \"data\": \"aGlkZGVu\"}" })
	void marksTheLastOfSuchBlocksThatTakesAMark(String thought) {
		this.llm.enqueue(Claude.message("end_turn", """
				{"type": "text", "text": "Paris.", "citations": [{"type": "char_location", "cited_text": "Paris"}]}"""
				+ thought), Claude.text("Sunny."));
		JsonNode turns = sendBack(ask(Message.user("Where?")).with("cache_control", Map.of("type", "ephemeral")));
		assertThat(turns.at("/1/content/0/cache_control/type").asString()).isEqualTo("ephemeral");
		assertThat(turns.at("/1/content/1/cache_control").isMissingNode()).isTrue();
	}

	@Test
	void leavesOutThoughtsThatNobodySigned() {
		this.llm.otherwise(Claude.text("Paris."));
		Message foreign = new Message("assistant", "Rome.", List.of(), "Hm.",
				List.of(new ThinkingBlock("thinking", "Hm.", null, Map.of())), List.of(), null, null, Map.of());
		JsonNode turns = sendBack(foreign);
		assertThat(turns.at("/1/content").findValuesAsString("type")).containsExactly("text");
	}

	static List<String> samples() {
		return StreamSamples.of("anthropic").all();
	}

	@ParameterizedTest
	@MethodSource("samples")
	void acceptsWhatAStreamCameTo(String stream) {
		this.llm.enqueue(Reply.sse(stream), Claude.text("Well."));
		Message answer = this.client.chat(Claude.MODEL)
			.user("Where?")
			.stream()
			.response()
			.block()
			.choices()
			.get(0)
			.message();
		this.llm.takeRequest();
		sendBack(answer);
	}

	private Message ask(Message question) {
		Message answer = this.client.chat(Claude.MODEL).messages(question).call().response().choices().get(0).message();
		this.llm.takeRequest();
		return answer;
	}

	private JsonNode sendBack(Message answer) {
		List<Message> history = new ArrayList<>(List.of(Message.user("Where?"), answer));
		answer.toolCalls().forEach((call) -> history.add(Message.tool(String.valueOf(call.id()), "done")));
		history.add(Message.user("And then?"));
		this.client.chat(Claude.MODEL).messages(history).call().response();
		JsonNode turns = this.llm.takeRequest().at("/messages");
		assertAccepted(turns);
		return turns;
	}

	/** The rules of the API, as far as a conversation can break them. */
	private static void assertAccepted(JsonNode turns) {
		Set<String> calls = new HashSet<>();
		String before = "";
		for (JsonNode turn : turns) {
			assertThat(turn.path("role").asString()).isNotEqualTo(before);
			before = turn.path("role").asString();
			assertThat(turn.path("content").isEmpty()).isFalse();
			for (JsonNode block : turn.path("content")) {
				switch (block.path("type").asString()) {
					case "text" -> assertThat(block.path("text").asString()).isNotBlank();
					case "thinking" -> assertThat(block.path("signature").asString("")).isNotEmpty();
					case "compaction" -> assertThat(block.path("content").asString("-")).isNotEmpty();
					case "tool_use" -> assertThat(calls.add(block.path("id").asString())).isTrue();
					case "tool_result" -> assertThat(calls).contains(block.path("tool_use_id").asString());
					default -> {
					}
				}
			}
		}
		turns.findValues("tool_use_id").forEach((id) -> calls.remove(id.asString()));
		assertThat(calls).as("calls without a result").isEmpty();
	}

}
