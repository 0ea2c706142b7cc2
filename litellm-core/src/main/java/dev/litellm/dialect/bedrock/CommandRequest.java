package dev.litellm.dialect.bedrock;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.Message;
import dev.litellm.dialect.CohereTools;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.Unsupported;
import dev.litellm.json.Values;

/**
 * Builder of requests in the format of Command R: the user's last message, and the
 * conversation before it.
 */
final class CommandRequest {

	private static final Set<String> NEVER = Set.of("functions", "function_call", "audio", "modalities", "prediction",
			"web_search_options", "safety_identifier", "prompt_cache_key", "prompt_cache_retention", "store",
			"logit_bias", "logprobs", "top_logprobs", "parallel_tool_calls", "tool_choice", "reasoning_effort",
			"verbosity", "response_format", "n");

	private CommandRequest() {
	}

	static Map<String, @Nullable Object> of(ChatRequest request, Target target) {
		Unsupported refused = new Unsupported(target, NEVER);
		CommandHistory history = CommandHistory.of(request.messages(), target);
		Map<String, @Nullable Object> body = Values.object("message", history.message());
		body.put("chat_history", history.turns());
		String preamble = request.messages()
			.stream()
			.filter(CommandHistory::isSystem)
			.map(Message::text)
			.collect(Collectors.joining("\n"));
		if (!preamble.isEmpty()) {
			body.put("preamble", preamble);
		}
		if (!history.results().isEmpty()) {
			body.put("tool_results", history.results());
		}
		boolean noTools = "none".equals(request.parameters().get("tool_choice"));
		if (!request.tools().isEmpty() && !noTools) {
			body.put("tools",
					request.tools()
						.stream()
						.map((tool) -> CohereTools.of(tool, "parameter_definitions", "required", refused))
						.toList());
		}
		request.parameters().forEach((name, value) -> {
			if (value != null) {
				add(name, value, body, refused, target);
			}
		});
		refused.settle();
		return body;
	}

	private static void add(String name, Object value, Map<String, @Nullable Object> body, Unsupported refused,
			Target target) {
		switch (name) {
			case "stream", "stream_options", "tools", "parallel_tool_calls" -> {
			}
			case "max_completion_tokens" -> body.put("max_tokens", value);
			case "max_tokens" -> body.putIfAbsent("max_tokens", value);
			case "top_p" -> body.put("p", value);
			case "top_k" -> body.put("k", value);
			case "stop" -> body.put("stop_sequences", (value instanceof List<?>) ? value : List.of(value));
			case "user" -> target.note("user was left out: " + target.provider().name() + " does not take it");
			case "n" -> {
				if (Values.number(value) != 1) {
					refused.add(name);
				}
			}
			case "tool_choice" -> {
				if (!value.equals("auto") && !value.equals("none")) {
					refused.add(name);
				}
			}
			default -> {
				if (NEVER.contains(name)) {
					refused.add(name);
				}
				else {
					body.put(name, value);
				}
			}
		}
	}

}
