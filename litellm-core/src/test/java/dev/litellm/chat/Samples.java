package dev.litellm.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests, answers and chunks in OpenAI's format: some of our own, and the recorded ones
 * where their folder is.
 */
final class Samples {

	private static final List<String> PROVIDERS = List.of("openai", "groq", "deepseek", "mistral", "xai", "together_ai",
			"openrouter", "azure", "anthropic", "gemini", "bedrock");

	private Samples() {
	}

	static Map<String, String> requests() {
		Map<String, String> requests = new LinkedHashMap<>();
		requests.put("plain", """
				{"model":"gpt-4o","messages":[{"role":"user","content":"Hi"}]}""");
		requests.put("parts",
				"""
						{"model":"m","messages":[{"role":"system","content":"Be brief","cache_control":{"type":"ephemeral"}},
						{"role":"user","name":"bob","content":[{"type":"text","text":"é北🙂","cache_control":{"type":"ephemeral"}},
						{"type":"image_url","image_url":{"url":"data:image/png;base64,AA","detail":"low"}},
						{"type":"image_url","image_url":{"url":"https://e.org/i.png","unknown":1}},
						{"type":"input_audio","input_audio":{"data":"AA","format":"wav"}},
						{"type":"file","file":{"file_id":"f1","more":[1]}},{"type":"video_url","video_url":{"url":"u"}}]}],
						"temperature":0.25,"logit_bias":{"50256":-100},"stop":["a","b"],"metadata":{"k":"v"},"unknown":{"x":[1,2.5,true]}}""");
		requests.put("tools",
				"""
						{"model":"m","messages":[{"role":"user","content":"Weather?"},
						{"role":"assistant","reasoning_content":"hm","thinking_blocks":[{"type":"thinking","thinking":"t","signature":"s"},
						{"type":"redacted_thinking","data":"d"}],"tool_calls":[{"id":"c1","type":"function","function":
						{"name":"weather","arguments":"{\\"city\\":\\"Paris\\"}","provider_specific_fields":{"sig":"x"}},"index":0}]},
						{"role":"tool","tool_call_id":"c1","content":"sunny"}],"tools":[{"type":"function","function":
						{"name":"weather","description":"d","parameters":{"type":"object","properties":{"city":{"type":"string"}}},
						"strict":true,"own":1},"cache_control":{"type":"ephemeral"}},{"type":"web_search","filters":[]}],
						"tool_choice":{"type":"function","function":{"name":"weather"}},"parallel_tool_calls":false}""");
		return recorded(requests, PROVIDERS, (fixture) -> fixture.path("request"),
				(request) -> request.path("messages").size() > 0 && request.path("model").isString());
	}

	static Map<String, String> responses(String provider) {
		Map<String, String> responses = new LinkedHashMap<>();
		responses.put("whole",
				"""
						{"id":"chatcmpl-1","object":"chat.completion","created":1741569952,"model":"gpt-4o-2024-08-06","choices":[
						{"index":0,"message":{"role":"assistant","content":"Hi","refusal":"no","annotations":[{"type":"url_citation",
						"url_citation":{"url":"u"}}],"audio":{"id":"a"}},"logprobs":{"content":[{"token":"H","logprob":-0.5,"bytes":[72]}]},
						"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3,"prompt_tokens_details":
						{"cached_tokens":0,"audio_tokens":0},"completion_tokens_details":{"reasoning_tokens":1},"cost":0.001},
						"system_fingerprint":"fp","service_tier":"default","x_groq":{"id":"r"}}""");
		return recorded(responses, List.of(provider), (fixture) -> fixture.path("answers").path(0).path("json"),
				(answer) -> answer.path("object").asString("").equals("chat.completion"));
	}

	private static Map<String, String> recorded(Map<String, String> samples, List<String> providers,
			java.util.function.Function<JsonNode, JsonNode> part, java.util.function.Predicate<JsonNode> wanted) {
		Path root = Path.of(System.getProperty("litellm.conformance",
				Path.of(System.getProperty("litellm.root", ".."), "../shared/conformance").toString()));
		for (String provider : providers) {
			for (Path file : files(root.resolve(provider))) {
				JsonNode found = part.apply(JsonMapper.shared().readTree(file));
				if (wanted.test(found)) {
					samples.put(provider + "/" + file.getFileName(), found.toString());
				}
			}
		}
		return samples;
	}

	private static List<Path> files(Path folder) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(".json")).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return JSON in a form that is equal where its values are: numbers by value, without
	 * nulls, members in any order.
	 * @param json the JSON
	 * @return the form
	 */
	static @Nullable Object byValue(String json) {
		return byValue(JsonMapper.shared().readTree(json));
	}

	private static @Nullable Object byValue(JsonNode node) {
		if (node.isObject()) {
			Map<String, Object> members = new TreeMap<>();
			node.properties().forEach((member) -> {
				Object value = byValue(member.getValue());
				if (value != null) {
					members.put(member.getKey(), value);
				}
			});
			return members;
		}
		if (node.isArray()) {
			List<@Nullable Object> items = new ArrayList<>();
			node.forEach((item) -> items.add(byValue(item)));
			return items;
		}
		if (node.isNumber()) {
			return new BigDecimal(node.asString()).stripTrailingZeros();
		}
		return node.isNull() ? null : node.asString();
	}

}
