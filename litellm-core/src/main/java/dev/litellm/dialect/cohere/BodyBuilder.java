package dev.litellm.dialect.cohere;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.Tool;
import dev.litellm.dialect.SchemaTool;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.dialect.Unsupported;
import dev.litellm.json.Members;
import dev.litellm.json.Values;
import dev.litellm.provider.ModelFacts;

/**
 * Builder of the body of a chat request.
 */
final class BodyBuilder {

	private static final Set<String> UNSUPPORTED = Set.of("logit_bias", "top_logprobs", "modalities", "prediction",
			"audio", "service_tier", "store", "verbosity", "functions", "function_call", "safety_identifier",
			"prompt_cache_key", "prompt_cache_retention", "web_search_options");

	private static final int MOST_STOPS = 5;

	private final ChatRequest request;

	private final Target target;

	private final ModelFacts facts;

	private final Map<String, @Nullable Object> body = new Members();

	private final Unsupported refused;

	BodyBuilder(ChatRequest request, Target target, ModelFacts facts) {
		this.request = request;
		this.target = target;
		this.facts = facts;
		this.refused = new Unsupported(target, UNSUPPORTED);
	}

	Map<String, @Nullable Object> build(boolean stream) {
		this.body.put("model", this.target.model());
		this.body.put("messages", new Turns(this.target).of(ToolCalls.modern(this.request.messages())));
		if (stream) {
			this.body.put("stream", true);
		}
		this.request.parameters().forEach((name, value) -> {
			if (value != null) {
				add(name, value);
			}
		});
		tools();
		reasoning();
		this.refused.settle();
		return this.body;
	}

	private void add(String name, Object value) {
		if (UNSUPPORTED.contains(name)) {
			this.refused.add(name);
			return;
		}
		switch (name) {
			case "stream", "stream_options", "tools", "tool_choice", "reasoning_effort", "thinking",
					"allowed_openai_params" ->
				{
				}
			case "max_tokens" -> this.body.putIfAbsent("max_tokens", value);
			case "max_completion_tokens" -> this.body.put("max_tokens", value);
			case "top_p" -> this.body.putIfAbsent("p", value);
			case "top_k" -> this.body.putIfAbsent("k", value);
			case "stop" -> this.body.put("stop_sequences", Unsupported.stops(value, MOST_STOPS, this.target));
			case "response_format" -> format(Values.fields(value));
			case "n" -> {
				if (Values.number(value) != 1) {
					this.refused.add("n");
				}
			}
			case "user" -> this.target.note("user was left out: Cohere does not take it");
			case "parallel_tool_calls" -> {
				if (Boolean.FALSE.equals(value)) {
					this.target.note("parallel_tool_calls was left out: Cohere does not take it");
				}
			}
			default -> this.body.put(name, value);
		}
	}

	/** A schema stands directly in Cohere's format of JSON. */
	private void format(Map<?, ?> asked) {
		Map<?, ?> schema = SchemaTool.schema(asked);
		if ("json_schema".equals(asked.get("type")) && schema != null) {
			Map<String, @Nullable Object> format = Values.object("type", "json_object");
			format.put("json_schema", schema);
			this.body.put("response_format", format);
		}
		else {
			this.body.put("response_format", asked);
		}
	}

	private void tools() {
		Object asked = this.request.parameters().get("tool_choice");
		String only = (asked instanceof Map<?, ?> choice) ? Tools.named(choice) : null;
		List<Tool> tools = Tools.of(this.request.tools(), only, this.target);
		if (!tools.isEmpty()) {
			this.body.put("tools", tools);
		}
		if (this.request.tools().stream().anyMatch((tool) -> Boolean.TRUE.equals(tool.strict()))) {
			this.body.putIfAbsent("strict_tools", true);
		}
		String choice = (only != null) ? Tools.REQUIRED : Tools.choice(asked);
		if (choice == null) {
			return;
		}
		if (this.facts.has("no-tool-choice")) {
			this.refused.add("tool_choice");
		}
		else {
			this.body.put("tool_choice", choice);
		}
	}

	private void reasoning() {
		Object thinking = this.request.parameters().get("thinking");
		Object effort = this.request.parameters().get("reasoning_effort");
		if (thinking == null && effort == null) {
			return;
		}
		Map<String, @Nullable Object> taken = (thinking != null) ? Thinking.given(Values.fields(thinking))
				: Thinking.effort(effort);
		boolean off = taken != null && "disabled".equals(taken.get("type"));
		if (taken == null || (this.facts.has("no-thinking") && !off)) {
			this.refused.add((thinking != null) ? "thinking" : "reasoning_effort");
		}
		else if (!this.facts.has("no-thinking")) {
			this.body.put("thinking", taken);
		}
	}

}
