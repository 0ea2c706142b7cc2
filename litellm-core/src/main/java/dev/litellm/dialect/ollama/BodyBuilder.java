package dev.litellm.dialect.ollama;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.Tool;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.dialect.Unsupported;
import dev.litellm.json.Members;
import dev.litellm.provider.ModelFacts;

/**
 * Builder of the body of {@code /api/chat} from a chat request.
 */
final class BodyBuilder {

	private static final Set<String> NEVER = Set.of("logit_bias", "modalities", "audio", "prediction", "service_tier",
			"store", "verbosity", "web_search_options", "safety_identifier", "prompt_cache_key",
			"prompt_cache_retention", "functions", "function_call");

	/** Parameters of {@code /api/generate}, which a chat has other means for. */
	private static final Set<String> OF_GENERATE = Set.of("template", "system", "raw", "suffix", "context");

	private final ChatRequest request;

	private final Target target;

	private final ModelFacts facts;

	private final Unsupported unsupported;

	private final Map<String, @Nullable Object> body = new Members();

	private final Map<String, @Nullable Object> options = new Members();

	BodyBuilder(ChatRequest request, Target target, ModelFacts facts) {
		this.request = request;
		this.target = target;
		this.facts = facts;
		this.unsupported = new Unsupported(target, NEVER);
	}

	Map<String, @Nullable Object> build(boolean stream) {
		this.body.put("model", this.target.model());
		this.body.put("messages", new Messages(this.target).of(ToolCalls.modern(this.request.messages())));
		this.request.parameters().forEach((name, value) -> {
			if (value != null) {
				add(name, value);
			}
		});
		this.body.put("options", this.options);
		this.body.put("stream", stream);
		this.unsupported.settle();
		return this.body;
	}

	private void add(String name, Object value) {
		if (NEVER.contains(name)) {
			this.unsupported.add(name);
			return;
		}
		if (OF_GENERATE.contains(name)) {
			this.unsupported.add(name + " (of /api/generate)");
			return;
		}
		switch (name) {
			case "stream", "stream_options" -> {
			}
			case "max_tokens" -> this.options.putIfAbsent("num_predict", value);
			case "max_completion_tokens" -> this.options.put("num_predict", value);
			case "stop" -> this.options.put("stop", (value instanceof List<?>) ? value : List.of(value));
			case "response_format" -> format(value);
			case "reasoning_effort", "thinking" -> this.body.putIfAbsent("think", think(value));
			case "tools" -> tools();
			case "tool_choice" -> choice(value);
			case "user" -> this.target.note("user was left out: Ollama does not take it");
			case "n" -> refuseUnless(name, value instanceof Number number && number.intValue() == 1);
			case "parallel_tool_calls" -> refuseUnless(name, Boolean.TRUE.equals(value));
			case "think", "format", "keep_alive", "truncate", "shift", "logprobs", "top_logprobs" ->
				this.body.put(name, value);
			case "options" -> {
				if (value instanceof Map<?, ?> given) {
					given.forEach((key, option) -> this.options.put(String.valueOf(key), option));
				}
			}
			default -> this.options.put(name, value);
		}
	}

	private void refuseUnless(String name, boolean taken) {
		if (!taken) {
			this.unsupported.add(name);
		}
	}

	private void format(Object asked) {
		if (!(asked instanceof Map<?, ?> format)) {
			this.unsupported.add("response_format");
			return;
		}
		if ("json_object".equals(format.get("type"))) {
			this.body.put("format", "json");
		}
		else if (format.get("json_schema") instanceof Map<?, ?> named) {
			this.body.put("format", (named.get("schema") != null) ? named.get("schema") : "json");
		}
	}

	/** An effort, or Anthropic's way of asking, as most models take it: on or off. */
	private Object think(Object asked) {
		Object word = asked;
		if (asked instanceof Map<?, ?> fields) {
			word = (fields.get("effort") != null) ? fields.get("effort")
					: "disabled".equals(fields.get("type")) ? "none" : "medium";
		}
		String effort = word.toString();
		boolean off = effort.equals("none") || effort.equals("disable");
		boolean least = off || effort.equals("minimal");
		if (!this.facts.has("thinking", "level")) {
			return !least;
		}
		if (off) {
			this.target.note("reasoning_effort none went out as low: the model always thinks");
		}
		return least ? "low" : (effort.equals("xhigh") || effort.equals("max")) ? "high" : effort;
	}

	private void tools() {
		List<Tool> tools = new ArrayList<>();
		for (Tool tool : this.request.tools()) {
			if (tool.name() == null) {
				this.unsupported.add("tools of type '" + tool.type() + "'");
			}
			else {
				tools.add(new Tool(tool.type(), tool.name(), tool.description(), tool.parameters(), tool.strict(),
						tool.functionExtra(), Map.of()));
			}
		}
		if (!tools.isEmpty() && !"none".equals(this.request.parameters().get("tool_choice"))) {
			this.body.put("tools", tools);
		}
	}

	/** The model always chooses by itself; not to call any is to know of none. */
	private void choice(Object asked) {
		if (!asked.equals("auto") && !asked.equals("none")) {
			this.unsupported.add("tool_choice (other than auto and none)");
		}
	}

}
