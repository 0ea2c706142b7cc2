package dev.litellm.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Requests that OpenAI's format allows, or nearly so, and nobody expects; the JSON behind
 * the model's name.
 */
final class OddRequests {

	private static final String DEEP = "{\"type\":\"object\",\"properties\":{\"a\":".repeat(60) + "{}"
			+ "}}".repeat(60);

	private static final String PICTURE = "{\"type\":\"image_url\",\"image_url\":";

	private static final List<String> CONTENTS = List.of("null", "\"\"", "\" \"", "3", "{}", "[]", "[null]", "[\"x\"]",
			"[[]]", "[{}]", "[{\"type\":3}]", "[{\"type\":\"hologram\",\"hologram\":{}}]", "[{\"type\":\"text\"}]",
			"[{\"type\":\"text\",\"text\":null}]", "[{\"type\":\"text\",\"text\":3}]",
			"[{\"type\":\"text\",\"text\":\"a\",\"cache_control\":3}]", "[{\"type\":\"image_url\"}]",
			"[" + PICTURE + "\"x\"}]", "[" + PICTURE + "{}}]", "[" + PICTURE + "{\"url\":3}}]",
			"[" + PICTURE + "{\"url\":\"\"}}]", "[" + PICTURE + "{\"url\":\"data:\"}}]",
			"[" + PICTURE + "{\"url\":\"data:;base64,%%%\"}}]", "[" + PICTURE + "{\"url\":\"data:image/png,x\"}}]",
			"[" + PICTURE + "{\"url\":\"data:image/png;base64,\",\"detail\":3}}]",
			"[" + PICTURE + "{\"url\":\"ftp://a b\"}}]",
			"[" + PICTURE + "{\"url\":\"https://a.example/é .png?x={y}\",\"format\":3}}]",
			"[{\"type\":\"input_audio\"}]", "[{\"type\":\"input_audio\",\"input_audio\":{\"data\":3}}]",
			"[{\"type\":\"input_audio\",\"input_audio\":{\"data\":\"%\",\"format\":\"x\"}}]", "[{\"type\":\"file\"}]",
			"[{\"type\":\"file\",\"file\":{}}]", "[{\"type\":\"file\",\"file\":{\"file_id\":3}}]",
			"[{\"type\":\"file\",\"file\":{\"file_data\":\"x\",\"filename\":\"\"}}]",
			"[{\"type\":\"video_url\",\"video_url\":{}}]", "[{\"type\":\"refusal\",\"refusal\":\"no\"}]",
			"[{\"type\":\"document\",\"source\":3}]", "[{\"type\":\"guarded_text\",\"text\":3}]");

	private static final List<String> CALLS = List.of("null", "3", "{}", "[]", "[null]", "[{}]", "[\"x\"]",
			"[{\"id\":\"c\"}]", "[{\"id\":3,\"type\":\"function\",\"function\":{}}]",
			"[{\"id\":\"c\",\"type\":\"function\",\"function\":null}]",
			"[{\"id\":\"c\",\"type\":\"function\",\"function\":{\"name\":\"f\"}}]",
			"[{\"id\":\"c\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{broken\"}}]",
			"[{\"id\":\"c\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"[]\"}}]",
			"[{\"id\":\"c\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}}]",
			"[{\"id\":\"c\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":{\"a\":1}}}]",
			"[{\"id\":\"\",\"type\":\"function\",\"function\":{\"name\":\"\",\"arguments\":null}}]",
			"[{\"id\":\"c\",\"type\":\"custom\",\"custom\":{\"name\":\"f\",\"input\":\"x\"}}]");

	private static final List<String> MEMBERS = List.of("\"role\":\"user\",\"name\":3",
			"\"role\":\"user\",\"name\":\"\"", "\"role\":\"user\",\"name\":\"é ü\"", "\"role\":\"wizard\"",
			"\"role\":\"\"", "\"role\":null", "\"role\":3", "\"a\":1", "\"role\":\"system\"", "\"role\":\"developer\"",
			"\"role\":\"tool\"", "\"role\":\"tool\",\"tool_call_id\":3", "\"role\":\"tool\",\"tool_call_id\":\"none\"",
			"\"role\":\"function\",\"name\":\"f\"", "\"role\":\"assistant\"",
			"\"role\":\"assistant\",\"function_call\":{\"name\":\"f\",\"arguments\":\"{\"}",
			"\"role\":\"assistant\",\"function_call\":3", "\"role\":\"assistant\",\"reasoning_content\":3",
			"\"role\":\"assistant\",\"thinking_blocks\":3", "\"role\":\"assistant\",\"thinking_blocks\":[null,{}]",
			"\"role\":\"assistant\",\"thinking_blocks\":[{\"type\":\"thinking\",\"thinking\":3,\"signature\":3}]",
			"\"role\":\"assistant\",\"provider_specific_fields\":3", "\"role\":\"assistant\",\"audio\":{\"id\":3}",
			"\"role\":\"assistant\",\"images\":3", "\"role\":\"user\",\"cache_control\":3");

	private static final List<String> PARAMETERS = List.of("temperature", "top_p", "top_k", "n", "stop", "max_tokens",
			"max_completion_tokens", "presence_penalty", "frequency_penalty", "logit_bias", "logprobs", "top_logprobs",
			"seed", "user", "metadata", "tools", "tool_choice", "parallel_tool_calls", "functions", "function_call",
			"response_format", "reasoning_effort", "thinking", "reasoning", "modalities", "audio", "prediction",
			"service_tier", "stream_options", "web_search_options", "verbosity", "store", "safety_settings",
			"cached_content", "guardrailConfig", "context_management", "extra_headers", "mcp_servers", "keep_alive",
			"think", "options", "additional_drop_params", "performanceConfig", "serviceTier", "requestMetadata",
			"request_metadata", "thread_id", "config", "input_type", "documents", "prompt", "suffix", "echo",
			"fallbacks", "placeholder_values", "filtering", "grounding", "connectors", "instructions", "include",
			"truncation", "previous_response_id", "background", "repetition_penalty", "min_tokens", "random_seed");

	private static final List<String> VALUES = List.of("null", "\"\"", "\"x\"", "3", "-1", "0.5", "1e400", "true", "{}",
			"[]", "[null]", "[3]", "[\"x\"]", "[{}]", "[[]]", "{\"type\":3}", "{\"type\":\"x\"}", "{\"a\":null}",
			"[{\"type\":3}]", "[{\"type\":\"x\"}]");

	private static final List<String> SCHEMAS = List.of("null", "3", "\"x\"", "[]", "{}", "{\"type\":3}",
			"{\"type\":[\"string\",null]}", "{\"type\":\"object\",\"properties\":[]}",
			"{\"type\":\"object\",\"properties\":{\"a\":null}}", "{\"type\":\"object\",\"properties\":{\"a\":3}}",
			"{\"type\":\"object\",\"required\":3}", "{\"anyOf\":{}}", "{\"anyOf\":[null]}", "{\"allOf\":[3]}",
			"{\"items\":[3]}", "{\"enum\":3}", "{\"const\":{}}", "{\"$ref\":3}", "{\"$ref\":\"#\"}",
			"{\"$ref\":\"#/x/y\"}", "{\"$defs\":3,\"$ref\":\"#/$defs/a\"}",
			"{\"$defs\":{\"a\":{\"$ref\":\"#/$defs/a\"}},\"$ref\":\"#/$defs/a\"}",
			"{\"$defs\":{\"a\":{\"type\":\"object\",\"properties\":{\"b\":{\"$ref\":\"#/$defs/a\"}}}},\"$ref\":\"#/$defs/a\"}",
			DEEP);

	private static final List<String> REST = List.of("\"tools\":[{\"type\":\"function\"}]",
			"\"tools\":[{\"type\":\"function\",\"function\":{}}]",
			"\"tools\":[{\"type\":\"function\",\"function\":\"f\"}]",
			"\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"\"}}]",
			"\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"description\":3,\"strict\":3}}]",
			"\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\"},\"cache_control\":3}]",
			"\"tools\":[{\"type\":\"web_search\",\"filters\":3}]", "\"tools\":[{\"googleSearch\":3}]",
			"\"tools\":[{\"type\":\"computer_20250124\",\"display_width_px\":\"x\"}]", "\"tools\":[{\"type\":\"mcp\"}]",
			"\"tool_choice\":{\"type\":\"function\",\"function\":3}", "\"tool_choice\":{\"type\":\"function\"}",
			"\"tool_choice\":\"required\"", "\"response_format\":{\"type\":\"json_schema\"}",
			"\"response_format\":{\"type\":\"json_schema\",\"json_schema\":3}",
			"\"response_format\":{\"type\":\"json_object\",\"schema\":3}", "\"thinking\":{\"type\":\"enabled\"}",
			"\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":\"x\"}",
			"\"thinking\":{\"type\":\"adaptive\",\"effort\":3}", "\"modalities\":[\"audio\"],\"audio\":3",
			"\"modalities\":[\"image\",3]", "\"stop\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"\"]",
			"\"functions\":[{\"name\":\"f\"}],\"function_call\":{\"name\":3}");

	private OddRequests() {
	}

	/**
	 * Return all requests.
	 * @return members of JSON, messages among them
	 */
	static List<String> all() {
		String user = "{\"role\":\"user\",\"content\":\"Hi\"}";
		List<String> messages = new ArrayList<>();
		for (String role : List.of("user", "system", "assistant", "tool\",\"tool_call_id\":\"c")) {
			CONTENTS
				.forEach((content) -> messages.add(user + ",{\"role\":\"" + role + "\",\"content\":" + content + "}"));
		}
		CALLS.forEach((calls) -> messages.add(user + ",{\"role\":\"assistant\",\"content\":null,\"tool_calls\":" + calls
				+ "},{\"role\":\"tool\",\"tool_call_id\":\"c\",\"content\":\"x\"}"));
		MEMBERS.forEach((members) -> messages.add("{\"content\":\"Hi\"," + members + "}"));
		MEMBERS.forEach((members) -> messages.add(user + ",{" + members + "}"));
		List<String> all = new ArrayList<>(messages.stream().map((list) -> "\"messages\":[" + list + "]").toList());
		String plain = "\"messages\":[" + user + "],";
		PARAMETERS.forEach((name) -> VALUES.forEach((value) -> all.add(plain + "\"" + name + "\":" + value)));
		Stream<String> tools = SCHEMAS.stream()
			.map((schema) -> "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":" + schema
					+ "}}]");
		Stream<String> formats = SCHEMAS.stream()
			.map((schema) -> "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"f\",\"schema\":"
					+ schema + "}}");
		Stream.of(tools, formats, REST.stream()).flatMap((odd) -> odd).forEach((odd) -> all.add(plain + odd));
		return all;
	}

}
