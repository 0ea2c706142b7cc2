package dev.litellm.dialect.oci;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.Message;
import dev.litellm.dialect.CohereTools;
import dev.litellm.dialect.SchemaTool;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.dialect.Unsupported;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * Builder of requests in the format {@code COHERE}, which is that of Cohere's first API:
 * a message, and the conversation around it.
 */
final class CohereRequest {

	private static final Map<String, String> NAMES = Map.of("temperature", "temperature", "top_p", "topP", "top_k",
			"topK", "frequency_penalty", "frequencyPenalty", "presence_penalty", "presencePenalty", "seed", "seed",
			"stop", "stopSequences");

	private static final Set<String> NEVER = Set.of("functions", "function_call", "audio", "modalities", "prediction",
			"web_search_options", "safety_identifier", "prompt_cache_key", "prompt_cache_retention", "store",
			"logit_bias", "logprobs", "top_logprobs", "parallel_tool_calls", "tool_choice", "reasoning_effort",
			"verbosity", "service_tier", "n");

	private CohereRequest() {
	}

	static Map<String, @Nullable Object> of(ChatRequest request, Target target) {
		Map<String, @Nullable Object> body = new Members();
		Unsupported refused = new Unsupported(target, NEVER);
		CohereHistory history = CohereHistory.of(ToolCalls.modern(request.messages()), target);
		body.put("apiFormat", "COHERE");
		body.put("message", history.message());
		body.put("chatHistory", history.turns());
		if (!history.results().isEmpty()) {
			body.put("toolResults", history.results());
		}
		String preamble = request.messages()
			.stream()
			.filter((message) -> isSystem(message))
			.map(Message::text)
			.collect(Collectors.joining("\n"));
		if (!preamble.isEmpty()) {
			body.put("preambleOverride", preamble);
		}
		Parameters parameters = new Parameters(NAMES, target, refused, body);
		parameters.maxTokens(request.parameters());
		request.parameters().forEach((name, value) -> {
			if (value != null && name.equals("response_format")) {
				format(value, body);
			}
			else {
				parameters.add(name, value);
			}
		});
		if (!request.tools().isEmpty()) {
			body.put("tools",
					request.tools()
						.stream()
						.map((tool) -> CohereTools.of(tool, "parameterDefinitions", "isRequired", refused))
						.toList());
		}
		refused.settle();
		return body;
	}

	static boolean isSystem(Message message) {
		return message.role().equals("system") || message.role().equals("developer");
	}

	static void format(Object value, Map<String, @Nullable Object> body) {
		Map<?, ?> schema = SchemaTool.schema(value);
		if (schema != null) {
			body.put("responseFormat", Map.of("type", "JSON_OBJECT", "schema", schema));
		}
		else if ("json_object".equals(Values.fields(value).get("type"))) {
			body.put("responseFormat", Map.of("type", "JSON_OBJECT"));
		}
	}

}
