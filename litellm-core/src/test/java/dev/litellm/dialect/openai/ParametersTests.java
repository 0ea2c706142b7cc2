package dev.litellm.dialect.openai;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.litellm.error.ErrorKind;
import dev.litellm.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

class ParametersTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					openai/gpt-4o       | "max_tokens": 5, "top_k": 3              | {"max_tokens": 5, "top_k": 3}
					openai/gpt-4o       | "user": "ann", "stop": null              | {"user": "ann"}
					openai/gpt-4o       | "stream_options": {"include_usage": true} | {}
					openai/o3-mini      | "max_tokens": 5                          | {"max_completion_tokens": 5}
					openai/o3-mini      | "max_tokens": 5, "max_completion_tokens": 9 | {"max_completion_tokens": 9}
					openai/o3-mini      | "temperature": 1.0, "reasoning_effort": "low" | {"temperature": 1.0, "reasoning_effort": "low"}
					openai/o3-mini      | "reasoning_effort": {"effort": "low", "summary": "auto"} | {"reasoning_effort": "low"}
					openai/gpt-5.1      | "temperature": 0.2, "top_p": 0.9         | {"temperature": 0.2, "top_p": 0.9}
					openai/gpt-5-chat-latest | "temperature": 0.2, "max_tokens": 5 | {"temperature": 0.2, "max_completion_tokens": 5}
					openai/my-finetune  | "verbosity": "low", "reasoning_effort": "low" | {"verbosity": "low", "reasoning_effort": "low"}
					groq/llama          | "max_completion_tokens": 5               | {"max_tokens": 5}
					groq/llama          | "tools": []                              | {}
					mistral/mistral-large-latest | "seed": 7, "tool_choice": "required", "tools": [{"type": "web_search"}] | {"random_seed": 7, "tool_choice": "any", "tools": [{"type": "web_search"}]}
					mistral/mistral-small-latest | "reasoning_effort": "low"       | {"reasoning_effort": "high"}
					mistral/magistral-medium-latest | "reasoning_effort": "low", "thinking": {"type": "enabled"} | {}
					moonshot/moonshot-v1-8k | "temperature": 1.7                   | {"temperature": 1.0}
					moonshot/moonshot-v1-8k | "temperature": 0.1, "n": 2           | {"temperature": 0.3, "n": 2}
					moonshot/kimi-k2.6  | "temperature": 0.5, "top_p": 0.9, "n": 1 | {"n": 1}
					moonshot/kimi-k3    | "presence_penalty": 0.5, "seed": 7       | {"seed": 7}
					mistral/mistral-large-latest | "presence_penalty": 0.5, "n": 2 | {"presence_penalty": 0.5, "n": 2}
					zai/glm-5           | "max_completion_tokens": 5, "response_format": {"type": "json_object"} | {"max_tokens": 5, "response_format": {"type": "json_object"}}
					xai/grok-4-fast-non-reasoning | "stop": "END"                  | {"stop": "END"}
					deepinfra/mistralai/Mistral-7B-Instruct-v0.1 | "temperature": 0 | {"temperature": 0.0001}
					deepseek/deepseek-reasoner | "thinking": {"type": "enabled", "budget_tokens": 9} | {"thinking": {"type": "enabled"}}
					deepseek/deepseek-reasoner | "reasoning_effort": "none"        | {"thinking": {"type": "disabled"}}
					hosted_vllm/qwen    | "thinking": {"type": "enabled", "budget_tokens": 2048} | {"reasoning_effort": "medium"}
					together_ai/glm     | "reasoning_effort": "none"               | {"reasoning": {"enabled": false}}
					together_ai/glm     | "reasoning_effort": "max"                | {"reasoning_effort": "high"}
					openrouter/x        | "reasoning_effort": "max"                | {"reasoning_effort": "xhigh", "usage": {"include": true}}
					openrouter/x        | "usage": {"include": false}              | {"usage": {"include": false}}
					groq/openai/gpt-oss-120b | "web_search_options": {}, "tools": [{"type": "x"}] | {"tools": [{"type": "browser_search"}, {"type": "x"}]}
					groq/compound       | "web_search_options": {}                 | {}
					litellm_proxy/x     | "reasoning_effort": {"effort": "low", "summary": "auto"} | {"reasoning_effort": {"effort": "low", "summary": "auto"}}
					together_ai/deepseek-ai/DeepSeek-V4-Pro-0813 | "reasoning_effort": "low" | {"reasoning_effort": "high"}
					hosted_vllm/qwen    | "tools": [{"type": "custom", "custom": {"name": "run"}}] | {"tools": [{"type": "function", "function": {"name": "run", "parameters": {"type": "object", "properties": {"input": {"type": "string", "description": "Raw tool input payload."}}, "required": ["input"]}}}]}
					maritalk/sabia      | "n": 1                                   | {"n": 1, "stream": false}
					""")
	void goOutAsTheProviderTakesThem(String model, String given, String expected) {
		assertThat(Asked.of(model).parameters(given)).isEqualTo(Json.read(expected));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			openai/o3-mini      | "temperature": 0.2                       | temperature
			openai/o4-mini      | "logprobs": true, "top_logprobs": 2      | top_logprobs
			openai/gpt-5        | "top_p": 0.9                             | top_p
			openai/gpt-5-mini   | "stop": "END"                            | stop
			openai/gpt-5.1      | "temperature": 0.2, "reasoning_effort": "low" | temperature
			openai/gpt-4o       | "reasoning_effort": "low"                | reasoning_effort
			openai/gpt-4.1-mini | "verbosity": "low"                       | verbosity
			xai/grok-4.3        | "stop": ["END"]                          | stop
			xai/grok-4.3        | "presence_penalty": 0.1                  | presence_penalty
			groq/llama          | "logprobs": true                         | logprobs
			groq/llama          | "n": 2                                   | n
			moonshot/kimi-k3    | "n": 2                                   | n
			zai/glm-5           | "response_format": {"type": "json_schema"} | response_format
			morph/morph-v3      | "temperature": 1                         | temperature
			deepinfra/llama     | "tool_choice": "required"                | tool_choice
			deepinfra/llama     | "tool_choice": {"type": "function", "function": {"name": "f"}} | tool_choice
			""")
	void areRefusedByNameUnlessTheyMayBeLeftOut(String model, String given, String name) {
		assertThat(Asked.of(model).refusal(given)).satisfies((failure) -> {
			assertThat(failure.kind()).isEqualTo(ErrorKind.UNSUPPORTED_PARAMS);
			assertThat(failure.message()).contains(name).contains("drop-unsupported");
		});
		Asked dropping = Asked.of(model, true);
		assertThat(((Map<?, ?>) dropping.parameters(given)).get(name)).isNull();
		assertThat(dropping.notes()).anyMatch((note) -> note.startsWith(name));
	}

	@Test
	void areNeverLeftOutInSilence() {
		Asked asked = Asked.of("groq/llama");
		asked.parameters("\"user\": \"ann\"");
		assertThat(asked.notes()).singleElement().asString().contains("user").contains("groq");
		Asked moved = Asked.of("scx-ai/glm");
		moved.parameters("\"temperature\": 2");
		assertThat(moved.notes()).singleElement().asString().contains("2.0").contains("1.99");
	}

	@Test
	void goOutUntouchedWhereTheProviderHasNoQuirks() {
		Map<String, Object> given = Map.of("temperature", 0.5);
		assertThat(Parameters.chat(given, target("compactifai"))).isSameAs(given);
	}

	@Test
	void askForTheUsageOfAStreamAsTheProviderWants() {
		String request = "{\"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}";
		String asked = request.replace("]}", "], \"stream_options\": {\"include_usage\": false}}");
		assertThat(Asked.of("openai/gpt-4o").streamed(request).get("stream_options"))
			.isEqualTo(Map.of("include_usage", true));
		assertThat(Asked.of("openai/gpt-4o").streamed(asked).get("stream_options"))
			.isEqualTo(Map.of("include_usage", false));
		assertThat(Asked.of("compactifai/x").streamed(request).get("stream_options")).isNull();
		assertThat(Asked.of("compactifai/x").streamed(asked).get("stream_options"))
			.isEqualTo(Map.of("include_usage", false));
		assertThat(Asked.of("mistral/x").streamed(asked).get("stream_options")).isNull();
	}

	private static dev.litellm.dialect.Target target(String provider) {
		dev.litellm.provider.Provider known = dev.litellm.provider.Providers.builtIn().get(provider);
		return new dev.litellm.dialect.Target(known, "m", "https://llm.example/v1", null, known.quirks(),
				dev.litellm.call.CallOptions.none(), false);
	}

}
