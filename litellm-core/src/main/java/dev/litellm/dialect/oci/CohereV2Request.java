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
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * Builder of requests in the format {@code COHEREV2}, which is that of Cohere's second
 * API under names of Oracle's.
 */
final class CohereV2Request {

	private static final Map<String, String> NAMES = Map.of("temperature", "temperature", "top_p", "topP", "top_k",
			"topK", "frequency_penalty", "frequencyPenalty", "presence_penalty", "presencePenalty", "seed", "seed",
			"stop", "stopSequences");

	private static final Set<String> NEVER = Set.of("functions", "function_call", "audio", "modalities", "prediction",
			"web_search_options", "safety_identifier", "prompt_cache_key", "prompt_cache_retention", "store",
			"logit_bias", "logprobs", "top_logprobs", "parallel_tool_calls", "verbosity", "service_tier", "n");

	private static final Map<String, Object> NOTHING = Map.of("type", "object", "properties", Map.of());

	private CohereV2Request() {
	}

	static Map<String, @Nullable Object> of(ChatRequest request, Target target) {
		Map<String, @Nullable Object> body = new Members(8);
		Unsupported refused = new Unsupported(target, NEVER);
		Parameters parameters = new Parameters(NAMES, target, refused, body);
		body.put("apiFormat", "COHEREV2");
		body.put("messages", CohereV2Messages.of(ToolCalls.modern(request.messages()), target));
		parameters.maxTokens(request.parameters());
		request.parameters().forEach((name, value) -> {
			if (value == null) {
				return;
			}
			switch (name) {
				case "response_format" -> CohereRequest.format(value, body);
				case "reasoning_effort" -> effort(value, body);
				case "thinking" -> thinking(Values.fields(value), body);
				case "tool_choice" -> choice(value, body);
				default -> parameters.add(name, value);
			}
		});
		tools(request, target, refused, body);
		refused.settle();
		return body;
	}

	private static void effort(Object value, Map<String, @Nullable Object> body) {
		Object effort = (value instanceof Map<?, ?> fields) ? fields.get("effort") : value;
		thinking(switch (String.valueOf(effort)) {
			case "none", "disable" -> Map.of("type", "disabled");
			case "minimal", "low" -> Map.of("type", "enabled", "budget_tokens", 1024);
			case "medium" -> Map.of("type", "enabled", "budget_tokens", 2048);
			case "high" -> Map.of("type", "enabled", "budget_tokens", 4096);
			default -> Map.of("type", "enabled");
		}, body);
	}

	private static void thinking(Map<?, ?> asked, Map<String, @Nullable Object> body) {
		boolean off = "disabled".equalsIgnoreCase(String.valueOf(asked.get("type")));
		Map<String, @Nullable Object> thinking = Values.object("type", off ? "DISABLED" : "ENABLED");
		Object budget = (asked.get("budget_tokens") != null) ? asked.get("budget_tokens") : asked.get("token_budget");
		if (budget != null && !off) {
			thinking.put("tokenBudget", budget);
		}
		body.putIfAbsent("thinking", thinking);
	}

	private static void choice(Object value, Map<String, @Nullable Object> body) {
		String word = (value instanceof Map<?, ?>) ? "REQUIRED" : value.toString().toUpperCase(Locale.ROOT);
		if (!word.equals("AUTO")) {
			body.put("toolsChoice", word);
		}
	}

	/** A tool that must be called goes out alone, since the format cannot name it. */
	private static void tools(ChatRequest request, Target target, Unsupported refused,
			Map<String, @Nullable Object> body) {
		List<Tool> tools = request.tools();
		Object only = (request.parameters().get("tool_choice") instanceof Map<?, ?> named)
				? Values.fields(named.get("function")).get("name") : null;
		List<Tool> offered = (only != null) ? tools.stream().filter((tool) -> only.equals(tool.name())).toList()
				: tools;
		if (only != null && offered.isEmpty()) {
			throw Failure
				.of(ErrorKind.BAD_REQUEST,
						"'tool_choice' names the tool '" + only + "', which is not among 'tools': offer it there")
				.asException();
		}
		if (offered.size() < tools.size()) {
			target.note("of the tools only '" + only + "' went out: Cohere takes no choice of one among several");
		}
		if (!offered.isEmpty()) {
			body.put("tools", offered.stream().map((tool) -> tool(tool, refused)).toList());
		}
	}

	private static Json.Writable tool(Tool tool, Unsupported refused) {
		if (!tool.type().equals("function")) {
			refused.add("tools of type " + tool.type());
		}
		return (generator) -> {
			generator.writeStartObject();
			generator.writeStringProperty("type", "FUNCTION");
			generator.writeName("function");
			generator.writeStartObject();
			Json.write(generator, "name", tool.name());
			Json.writeGiven(generator, "description", tool.description());
			Json.write(generator, "parameters", (tool.parameters() != null) ? tool.parameters() : NOTHING);
			generator.writeEndObject();
			generator.writeEndObject();
		};
	}

}
