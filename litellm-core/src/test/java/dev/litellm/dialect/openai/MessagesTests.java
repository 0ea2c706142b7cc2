package dev.litellm.dialect.openai;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					openai/gpt-4o  | {"role": "developer", "content": "a"}                  | {"role": "system", "content": "a"}
					openai/o3-mini | {"role": "developer", "content": "a"}                  | {"role": "developer", "content": "a"}
					openai/gpt-4o  | {"role": "user", "name": "ann", "content": "a"}        | {"role": "user", "name": "ann", "content": "a"}
					xai/grok-3     | {"role": "user", "name": "ann", "content": "a"}        | {"role": "user", "name": "ann", "content": "a"}
					xai/grok-3     | {"role": "tool", "tool_call_id": "1", "name": "f", "content": "a"} | {"role": "tool", "tool_call_id": "1", "content": "a"}
					groq/llama     | {"role": "user", "name": "ann", "content": "a"}        | {"role": "user", "content": "a"}
					openai/gpt-4o  | {"role": "user", "content": "a", "cache_control": {"type": "ephemeral"}} | {"role": "user", "content": "a"}
					openai/gpt-4o  | {"role": "user", "content": [{"type": "text", "text": "a", "cache_control": {"type": "ephemeral"}}]} | {"role": "user", "content": [{"type": "text", "text": "a"}]}
					zai/glm-5      | {"role": "user", "content": [{"type": "text", "text": "a", "cache_control": {"type": "ephemeral"}}]} | {"role": "user", "content": [{"type": "text", "text": "a", "cache_control": {"type": "ephemeral"}}]}
					openai/gpt-4o  | {"role": "assistant", "content": "a", "thinking_blocks": [{"type": "thinking", "thinking": "b", "signature": "s"}], "provider_specific_fields": {"x": 1}} | {"role": "assistant", "content": "a"}
					litellm_proxy/x | {"role": "assistant", "content": "a", "thinking_blocks": [{"type": "thinking", "thinking": "b", "signature": "s"}]} | {"role": "assistant", "content": "a", "thinking_blocks": [{"type": "thinking", "thinking": "b", "signature": "s"}]}
					hosted_vllm/x  | {"role": "assistant", "content": "a", "reasoning_content": "b", "tool_calls": null, "function_call": null} | {"role": "assistant", "content": "a", "reasoning_content": "b"}
					groq/llama     | {"role": "assistant", "content": "a", "reasoning_content": "b"} | {"role": "assistant", "content": "a"}
					cerebras/gpt-oss-120b | {"role": "assistant", "content": "a", "reasoning_content": "b"} | {"role": "assistant", "content": "a"}
					openai/gpt-4o  | {"role": "function", "name": "f", "content": "21"}     | {"role": "function", "name": "f", "content": "21"}
					docker_model_runner/x | {"role": "user", "content": [{"type": "text", "text": "a"}, {"type": "text", "text": "b"}]} | {"role": "user", "content": "ab"}
					docker_model_runner/x | {"role": "user", "content": [{"type": "text", "text": "a"}, {"type": "image_url", "image_url": {"url": "https://x.example/1.png"}}]} | {"role": "user", "content": [{"type": "text", "text": "a"}, {"type": "image_url", "image_url": {"url": "https://x.example/1.png"}}]}
					hosted_vllm/x  | {"role": "assistant", "content": [{"type": "text", "text": "a"}, {"type": "text", "text": "b"}]} | {"role": "assistant", "content": "a\\nb"}
					deepinfra/x    | {"role": "tool", "tool_call_id": "1", "content": [{"type": "text", "text": "a"}]} | {"role": "tool", "tool_call_id": "1", "content": "a"}
					mistral/mistral-small | {"role": "assistant", "content": "a", "reasoning_content": "b"} | {"role": "assistant", "content": "a"}
					databricks/databricks-claude-sonnet-4-5 | {"role": "user", "content": [{"type": "text", "text": "a", "cache_control": {"type": "ephemeral"}}]} | {"role": "user", "content": [{"type": "text", "text": "a", "cache_control": {"type": "ephemeral"}}]}
					deepinfra/x    | {"role": "user", "content": [{"type": "text", "text": "a"}]} | {"role": "user", "content": [{"type": "text", "text": "a"}]}
					openai/gpt-4o  | {"role": "user", "content": [{"type": "input_audio", "input_audio": {"data": "AAAA", "format": "wav"}}, {"type": "file", "file": {"file_id": "f1"}}]} | {"role": "user", "content": [{"type": "input_audio", "input_audio": {"data": "AAAA", "format": "wav"}}, {"type": "file", "file": {"file_id": "f1"}}]}
					""")
	void goOutAsTheProviderTakesThem(String model, String given, String expected) {
		assertThat(withoutNulls(Asked.of(model).message(given))).isEqualTo(Json.read(expected));
	}

	@Test
	void moveImagesOfResultsBehindThem() {
		String result = "{\"role\": \"tool\", \"tool_call_id\": \"1\", \"content\": [{\"type\": \"image_url\", "
				+ "\"image_url\": {\"url\": \"https://x.example/1.png\"}}]}";
		String moved = Json.text((Object) Asked.of("openai/gpt-4o").body("{\"messages\": [" + result + "]}"));
		assertThat(moved).contains("\"content\":\"[Tool returned an image - see the following user message]\"")
			.containsSubsequence("\"role\":\"tool\"", "\"role\":\"user\"", "https://x.example/1.png");
		String stays = Json.text((Object) Asked.of("litellm_proxy/x").body("{\"messages\": [" + result + "]}"));
		assertThat(stays).contains("https://x.example/1.png").doesNotContain("\"role\":\"user\"");
	}

	@Test
	void giveTheReasoningBackWhereToolCallsNeedOne() {
		String turn = "{\"role\": \"assistant\", \"content\": \"a\", \"tool_calls\": [{\"id\": \"1\", \"type\": \"function\", "
				+ "\"function\": {\"name\": \"f\", \"arguments\": \"{}\"}}]}";
		assertThat(((Map<?, ?>) Asked.of("moonshot/kimi-k2.6").message(turn)).get("reasoning_content")).isEqualTo(" ");
		assertThat(((Map<?, ?>) Asked.of("moonshot/moonshot-v1-8k").message(turn)).get("reasoning_content")).isNull();
		assertThat(((Map<?, ?>) Asked.of("deepseek/deepseek-chat").message(turn)).get("reasoning_content")).isNull();
		assertThat(Asked.of("deepseek/deepseek-chat")
			.body("{\"messages\": [" + turn + "], \"thinking\": {\"type\": \"enabled\"}}")
			.toString()).contains("reasoning_content= ");
	}

	@Test
	void refuseAnImageOverTheProvidersLimit() {
		String image = "data:image/png;base64," + "A".repeat(6 * 1024 * 1024);
		String message = "{\"role\": \"user\", \"content\": [{\"type\": \"text\", \"text\": \"a\"}, "
				+ "{\"type\": \"image_url\", \"image_url\": {\"url\": \"" + image + "\"}}]}";
		Failure failure = Asked.of("groq/llama").refusalOf(message);
		assertThat(failure.kind()).isEqualTo(ErrorKind.BAD_REQUEST);
		assertThat(failure.message()).contains("messages[0]")
			.contains("content[1].image_url")
			.contains("4718592 bytes")
			.contains("4194304 bytes")
			.contains("smaller")
			.doesNotContain("AAAA");
		assertThat(Asked.of("openai/gpt-4o").message(message)).isNotNull();
	}

	private static Object withoutNulls(Object message) {
		Map<?, ?> members = new LinkedHashMap<>((Map<?, ?>) message);
		members.values().removeIf((value) -> value == null);
		return members;
	}

}
