package dev.litellm.dialect.openai;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.litellm.chat.ChatAggregator;
import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;

import static org.assertj.core.api.Assertions.assertThat;

class AnswersTests {

	private static ChatResponse answer(String message, String rest) {
		return Asked
			.answer("{\"choices\": [{\"index\": 0, \"message\": {\"role\": \"assistant\", " + message + "}" + rest);
	}

	private static ChatResponse streamed(String... events) {
		ChatAggregator aggregator = new ChatAggregator();
		List<ChatChunk> chunks = Asked.chunks(events);
		chunks.forEach(aggregator::add);
		return aggregator.response();
	}

	private static String delta(String delta, String rest) {
		return "{\"id\": \"1\", \"choices\": [{\"index\": 0, \"delta\": {" + delta + "}" + rest + "}]}";
	}

	@Test
	void haveReasoningUnderOneName() {
		assertThat(
				answer("\"content\": \"a\", \"reasoning\": \"b\"", "}]}").choices().get(0).message().reasoningContent())
			.isEqualTo("b");
		assertThat(streamed(delta("\"reasoning\": \"b\"", ""),
				delta("\"content\": \"a\"", ", \"finish_reason\": \"stop\""))
			.choices()
			.get(0)
			.message()
			.reasoningContent()).isEqualTo("b");
	}

	@Test
	void haveTextAndReasoningOutOfParts() {
		String parts = "\"content\": [{\"type\": \"thinking\", \"thinking\": [{\"type\": \"text\", \"text\": \"b\"}]}, "
				+ "{\"type\": \"text\", \"text\": \"a\"}, {\"type\": \"reference\", \"reference_ids\": [1]}]";
		for (ChatResponse response : List.of(answer(parts, "}]}"),
				streamed(delta(parts, ""), delta("", ", \"finish_reason\": \"stop\"")))) {
			assertThat(response.content()).isEqualTo("a");
			assertThat(response.choices().get(0).message().reasoningContent()).isEqualTo("b");
			assertThat(response.choices().get(0).message().extra()).containsKey("content_parts");
		}
	}

	@Test
	void haveReasoningOutOfThinkTags() {
		ChatResponse response = answer("\"content\": \"<think>b</think>a\"", "}]}");
		assertThat(response.content()).isEqualTo("a");
		assertThat(response.choices().get(0).message().reasoningContent()).isEqualTo("b");
	}

	@Test
	void tellThatToolsAreCalledWhateverTheServerSays() {
		String calls = "\"content\": null, \"tool_calls\": [{\"id\": \"1\", \"function\": {\"name\": \"f\", \"arguments\": \"{}\"}}]";
		for (String reason : List.of("\"stop\"", "\"\"", "null")) {
			ChatResponse response = answer(calls, ", \"finish_reason\": " + reason + "}]}");
			assertThat(response.finishReason()).isEqualTo("tool_calls");
			assertThat(response.toolCalls().get(0).type()).isEqualTo("function");
		}
		ChatResponse native0 = answer(calls, ", \"finish_reason\": \"stop\"}]}");
		assertThat(native0.choices().get(0).nativeFinishReason()).isEqualTo("stop");
		assertThat(
				streamed(delta("\"tool_calls\": [{\"index\": 0, \"id\": \"1\", \"function\": {\"name\": \"f\"}}]", ""),
						delta("", ", \"finish_reason\": \"stop\""))
					.finishReason())
			.isEqualTo("tool_calls");
		assertThat(answer(calls, ", \"finish_reason\": \"length\"}]}").finishReason()).isEqualTo("length");
	}

	@Test
	void haveTheUsageFromOddPlaces() {
		String usage = "{\"prompt_tokens\": 14, \"completion_tokens\": 8}";
		assertThat(streamed(delta("\"content\": \"a\"", ""),
				"{\"choices\": [{\"index\": 0, \"delta\": {}, \"finish_reason\": \"stop\"}], \"x_groq\": {\"usage\": "
						+ usage + "}}")
			.usage()
			.totalTokens()).isEqualTo(22);
		assertThat(streamed(delta("\"content\": \"a\"", ", \"finish_reason\": \"stop\", \"usage\": " + usage)).usage()
			.totalTokens()).isEqualTo(22);
	}

	@Test
	void haveTheDetailsOfTheUsageUnderOpenAisNames() {
		assertThat(usage("\"cached_tokens\": 5").cachedTokens()).isEqualTo(5);
		assertThat(usage("\"prompt_cache_hit_tokens\": 5").cachedTokens()).isEqualTo(5);
		assertThat(usage("\"prompt_tokens_details\": {\"cached_tokens\": 3}, \"cached_tokens\": 5").cachedTokens())
			.isEqualTo(3);
		assertThat(usage("\"cache_creation_input_tokens\": 5").cacheCreationTokens()).isEqualTo(5);
		assertThat(usage("\"prompt_tokens_details\": {\"cache_write_tokens\": 5}").cacheCreationTokens()).isEqualTo(5);
		assertThat(usage("\"reasoning_tokens\": 5").reasoningTokens()).isEqualTo(5);
		assertThat(usage("\"cost\": 0.5").extra()).containsEntry("cost", 0.5);
	}

	@Test
	void countReasoningAmongTheCompletion() {
		assertThat(usage("\"total_tokens\": 54, \"completion_tokens_details\": {\"reasoning_tokens\": 32}")
			.completionTokens()).isEqualTo(40);
		assertThat(usage("\"total_tokens\": 22, \"completion_tokens_details\": {\"reasoning_tokens\": 4}")
			.completionTokens()).isEqualTo(8);
	}

	@Test
	void needNoId() {
		assertThat(answer("\"content\": \"a\"", "}], \"id\": \"\"}").id()).isNull();
		assertThat(streamed("{\"id\": \"\", \"choices\": []}",
				delta("\"content\": \"a\"", ", \"finish_reason\": \"stop\""))
			.id()).isEqualTo("1");
	}

	@Test
	void takeADeltaForTheTruthAndNotTheMessageBesideIt() {
		ChatResponse response = streamed(
				delta("\"content\": \"a\"", ", \"message\": {\"role\": \"assistant\", \"content\": \"a\"}"),
				delta("\"content\": \"b\"",
						", \"message\": {\"role\": \"assistant\", \"content\": \"ab\"}, \"finish_reason\": \"stop\""));
		assertThat(response.content()).isEqualTo("ab");
		assertThat(response.choices().get(0).extra()).isEmpty();
	}

	private static dev.litellm.chat.Usage usage(String members) {
		return answer("\"content\": \"a\"",
				"}], \"usage\": {\"prompt_tokens\": 14, \"completion_tokens\": 8, " + members + "}}")
			.usage();
	}

}
