package dev.litellm.dialect.oci;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.Tool;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.dialect.Unsupported;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * Builder of requests in the format {@code GENERIC}, which is OpenAI's under names of its
 * own.
 */
final class GenericRequest {

	private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("temperature", "temperature"),
			Map.entry("top_p", "topP"), Map.entry("top_k", "topK"), Map.entry("frequency_penalty", "frequencyPenalty"),
			Map.entry("presence_penalty", "presencePenalty"), Map.entry("seed", "seed"), Map.entry("stop", "stop"),
			Map.entry("n", "numGenerations"), Map.entry("logit_bias", "logitBias"),
			Map.entry("parallel_tool_calls", "isParallelToolCalls"));

	private static final Set<String> NEVER = Set.of("functions", "function_call", "audio", "modalities", "prediction",
			"web_search_options", "safety_identifier", "prompt_cache_key", "prompt_cache_retention", "store");

	private GenericRequest() {
	}

	static Map<String, @Nullable Object> of(ChatRequest request, Target target) {
		Map<String, @Nullable Object> body = new Members(8);
		Unsupported refused = new Unsupported(target, NEVER);
		Parameters parameters = new Parameters(NAMES, target, refused, body);
		body.put("apiFormat", "GENERIC");
		body.put("messages", GenericMessages.of(ToolCalls.modern(request.messages()), target));
		body.put("isStream", false);
		parameters.maxTokens(request.parameters());
		request.parameters().forEach((name, value) -> {
			if (value == null) {
				return;
			}
			switch (name) {
				case "reasoning_effort" -> body.put("reasoningEffort", effort(value));
				case "verbosity" -> body.put("verbosity", upper(value));
				case "service_tier" -> body.put("serviceTier", upper(value));
				case "tool_choice" -> body.put("toolChoice", choice(value));
				case "response_format" -> body.put("responseFormat", format(value));
				case "logprobs", "top_logprobs" -> logprobs(request.parameters(), body);
				default -> parameters.add(name, value);
			}
		});
		List<Tool> tools = request.tools();
		if (!tools.isEmpty()) {
			body.put("tools", tools.stream().map((tool) -> tool(tool, refused)).toList());
		}
		refused.settle();
		return body;
	}

	private static String upper(Object value) {
		return value.toString().toUpperCase(Locale.ROOT);
	}

	private static String effort(Object value) {
		Object effort = (value instanceof Map<?, ?> fields && fields.get("effort") != null) ? fields.get("effort")
				: value;
		return upper(String.valueOf(effort));
	}

	private static Map<String, Object> choice(Object value) {
		if (value instanceof Map<?, ?> named) {
			Object name = Values.fields(named.get("function")).get("name");
			return Map.of("type", "FUNCTION", "name", String.valueOf(name));
		}
		return Map.of("type", upper(value));
	}

	private static Map<String, @Nullable Object> format(Object value) {
		Map<?, ?> fields = Values.fields(value);
		Map<String, @Nullable Object> format = Values.object("type", upper(String.valueOf(fields.get("type"))));
		if (fields.get("json_schema") instanceof Map<?, ?> named) {
			Map<String, @Nullable Object> schema = new Members();
			for (String name : List.of("name", "description", "schema")) {
				if (named.get(name) != null) {
					schema.put(name, named.get(name));
				}
			}
			if (named.get("strict") instanceof Boolean strict) {
				schema.put("isStrict", strict);
			}
			format.put("jsonSchema", schema);
		}
		return format;
	}

	private static void logprobs(Map<String, @Nullable Object> given, Map<String, @Nullable Object> body) {
		if (Boolean.TRUE.equals(given.get("logprobs"))) {
			body.put("logProbs", Values.number(given.get("top_logprobs")));
		}
	}

	private static Json.Writable tool(Tool tool, Unsupported refused) {
		if (!tool.type().equals("function")) {
			refused.add("tools of type " + tool.type());
		}
		return (generator) -> {
			generator.writeStartObject();
			generator.writeStringProperty("type", "FUNCTION");
			Json.writeGiven(generator, "name", tool.name());
			Json.writeGiven(generator, "description", tool.description());
			Json.writeGiven(generator, "parameters", tool.parameters());
			generator.writeEndObject();
		};
	}

}
