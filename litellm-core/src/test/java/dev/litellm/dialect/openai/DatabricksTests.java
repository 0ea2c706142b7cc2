package dev.litellm.dialect.openai;

import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import dev.litellm.LlmClient;
import dev.litellm.chat.Message;
import dev.litellm.chat.ThinkingBlock;
import dev.litellm.json.Json;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of what differs at Databricks, which speaks OpenAI's format otherwise.
 */
class DatabricksTests {

	private static final String LLAMA = "databricks/databricks-meta-llama-3-3-70b-instruct";

	private static final String CLAUDE = "databricks/databricks-claude-sonnet-4-5";

	@Test
	void aModelOfUnitysCatalogHasAnAddressOfItsOwnWhateverBaseUrlIsGiven() {
		for (String base : List.of("", "/", "/serving-endpoints", "/serving-endpoints/", "/ai-gateway/mlflow/v1")) {
			try (ScriptedLlm llm = ScriptedLlm.start().otherwise(Reply.text("hello"))) {
				LlmClient client = LlmClient.builder()
					.provider("databricks", (spec) -> spec.baseUrl(llm.url() + base).apiKey("sk-test"))
					.build();
				client.chat("databricks/my-endpoint").user("hi").call().content();
				client.chat("databricks/system.ai.claude-sonnet-4-5").user("hi").call().content();
				assertThat(llm.requests()).extracting((request) -> request.path() + " " + request.model())
					.containsExactly("/serving-endpoints/chat/completions my-endpoint",
							"/ai-gateway/mlflow/v1/chat/completions system.ai.claude-sonnet-4-5");
			}
		}
	}

	@Test
	void systemMessagesThatStandTogetherGoOutAsOne() {
		String messages = """
				{"messages": [{"role": "system", "content": "A"}, {"role": "system", "content": "B"},
				{"role": "user", "content": "Hi"}, {"role": "system", "content": "C"}]}""";
		assertThat(Json.text(Asked.of(LLAMA).body(messages).get("messages"))).isEqualTo(
				"[{\"role\":\"system\",\"content\":\"A\\n\\nB\"},{\"role\":\"user\",\"content\":\"Hi\"},{\"role\":\"system\",\"content\":\"C\"}]");
		assertThat((List<?>) Asked.of(CLAUDE).body(messages).get("messages")).hasSize(4);
	}

	@Test
	void callsOfToolsGoOutOneByOneEachWithItsResult() {
		String messages = """
				{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Let me look.",
				"tool_calls": [{"id": "1", "type": "function", "function": {"name": "a", "arguments": "{}"}},
				{"id": "2", "type": "function", "function": {"name": "b", "arguments": "{}"}}]},
				{"role": "tool", "tool_call_id": "2", "name": "b", "content": "two"},
				{"role": "tool", "tool_call_id": "1", "name": "a", "content": "one"}]}""";
		assertThat((List<?>) Asked.of(LLAMA).body(messages).get("messages")).extracting(Json::text)
			.satisfiesExactly((user) -> assertThat(user).contains("Hi"),
					(first) -> assertThat(first).contains("Let me look.", "\"id\":\"1\"")
						.doesNotContain("\"id\":\"2\""),
					(result) -> assertThat(result).contains("one").doesNotContain("name"),
					(second) -> assertThat(second).contains("\"id\":\"2\"").doesNotContain("Let me look."),
					(result) -> assertThat(result).contains("two"));
	}

	@Test
	void callsWithoutAllTheirResultsStayTogether() {
		String messages = """
				{"messages": [{"role": "assistant", "tool_calls": [
				{"id": "1", "type": "function", "function": {"name": "a", "arguments": "{}"}},
				{"id": "2", "type": "function", "function": {"name": "b", "arguments": "{}"}}]},
				{"role": "tool", "tool_call_id": "1", "content": "one"}]}""";
		assertThat((List<?>) Asked.of(LLAMA).body(messages).get("messages")).hasSize(2);
	}

	@Test
	void aSinglePartOfTextGoesOutAsText() {
		assertThat(
				Asked.of(LLAMA).message("{\"role\": \"user\", \"content\": [{\"type\": \"text\", \"text\": \"Hi\"}]}"))
			.isEqualTo(Json.read("{\"role\": \"user\", \"content\": \"Hi\"}"));
	}

	@Test
	void claudesEffortIsABudgetThatLeavesRoomForTheAnswer() {
		assertThat(Asked.of(CLAUDE).parameters("\"reasoning_effort\": \"high\"")).isEqualTo(
				Json.read("{\"thinking\": {\"type\": \"enabled\", \"budget_tokens\": 4096}, \"max_tokens\": 8192}"));
		assertThat(Asked.of(CLAUDE).parameters("\"reasoning_effort\": \"low\", \"max_completion_tokens\": 9000"))
			.isEqualTo(Json
				.read("{\"thinking\": {\"type\": \"enabled\", \"budget_tokens\": 1024}, \"max_tokens\": 9000}"));
		assertThat(Asked.of(CLAUDE).parameters("\"reasoning_effort\": \"none\"")).isEqualTo(Json.read("{}"));
		assertThat(Asked.of(LLAMA).parameters("\"reasoning_effort\": \"high\""))
			.isEqualTo(Json.read("{\"reasoning_effort\": \"high\"}"));
	}

	@Test
	void claudesSchemaIsAToolThatIsNotForcedWhileItThinks() {
		String format = "\"response_format\": {\"type\": \"json_schema\", \"json_schema\": {\"name\": \"n\", \"schema\": {\"type\": \"object\"}}}";
		assertThat(Json.text(Asked.of(CLAUDE).parameters(format))).contains("json_tool_call", "tool_choice");
		assertThat(Json.text(Asked.of(CLAUDE).parameters(format + ", \"reasoning_effort\": \"low\"")))
			.contains("json_tool_call")
			.doesNotContain("tool_choice");
	}

	@Test
	void claudeRefusesJsonWithoutASchema() {
		String format = "\"response_format\": {\"type\": \"json_object\"}";
		assertThat(Asked.of(CLAUDE).refusal(format).message()).contains("does not support [response_format]");
		Asked dropping = Asked.of(CLAUDE, true);
		assertThat(dropping.parameters(format)).isEqualTo(Json.read("{}"));
		assertThat(dropping.notes()).singleElement().asString().contains("response_format");
	}

	@Test
	void claudesCacheMarkStandsOnTheLastPart() {
		assertThat(Asked.of(CLAUDE)
			.message("{\"role\": \"user\", \"content\": \"Hi\", \"cache_control\": {\"type\": \"ephemeral\"}}"))
			.isEqualTo(Json
				.read("""
						{"role": "user", "content": [{"type": "text", "text": "Hi", "cache_control": {"type": "ephemeral"}}]}"""));
	}

	@Test
	void claudesSignedThinkingGoesBackAsItCame() {
		String messages = """
				{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello.",
				"reasoning_content": "Greet.", "thinking_blocks": [
				{"type": "thinking", "thinking": "Greet.", "signature": "c2ln"}, {"type": "thinking", "thinking": "Hm."}]},
				{"role": "user", "content": "Again"}]}""";
		assertThat(
				Json.text(((List<?>) Objects.requireNonNull(Asked.of(CLAUDE).body(messages).get("messages"))).get(1)))
			.isEqualTo("{\"role\":\"assistant\",\"content\":[{\"type\":\"reasoning\",\"summary\":["
					+ "{\"type\":\"summary_text\",\"text\":\"Greet.\",\"signature\":\"c2ln\"}]},"
					+ "{\"type\":\"text\",\"text\":\"Hello.\"}]}");
		assertThat(Json.text(Asked.of(LLAMA).body(messages).get("messages"))).doesNotContain("c2ln");
	}

	@Test
	void readsReasoningThatIsAPartOfTheContentAndKeepsItsSignature() {
		Message message = Asked.answer("""
				{"choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": [
				{"type": "reasoning", "summary": [{"type": "summary_text", "text": "Hm.", "signature": "c2ln"}]},
				{"type": "text", "text": "Paris."}]}}]}""").choices().get(0).message();
		assertThat(message.content()).isEqualTo("Paris.");
		assertThat(message.reasoningContent()).isEqualTo("Hm.");
		assertThat(message.thinkingBlocks()).extracting(ThinkingBlock::thinking, ThinkingBlock::signature)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("Hm.", "c2ln"));
	}

}
