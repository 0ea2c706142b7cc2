package dev.litellm.dialect.gigachat;

import java.util.ArrayList;
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
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * Builder of the body of a chat from a chat request.
 */
final class BodyBuilder {

	private static final Set<String> UNSUPPORTED = Set.of("stop", "n", "presence_penalty", "frequency_penalty",
			"logit_bias", "seed", "logprobs", "top_logprobs", "reasoning_effort", "modalities", "prediction", "audio",
			"service_tier", "store", "verbosity", "web_search_options", "safety_identifier", "prompt_cache_key",
			"prompt_cache_retention");

	private final ChatRequest request;

	private final Target target;

	private final Unsupported refused;

	private final Uploads uploads = new Uploads();

	private final Map<String, @Nullable Object> body = new Members();

	private @Nullable String answerFunction;

	BodyBuilder(ChatRequest request, Target target) {
		this.request = request;
		this.target = target;
		this.refused = new Unsupported(target, UNSUPPORTED);
		this.body.put("model", target.model());
		this.body.put("messages", new Turns(target, this.uploads).of(ToolCalls.modern(request.messages())));
		request.parameters().forEach((name, value) -> {
			if (value != null) {
				add(name, value);
			}
		});
		functions();
		this.refused.settle();
	}

	Uploads uploads() {
		return this.uploads;
	}

	/**
	 * Return the function whose arguments are the answer.
	 * @return its name, or null where the answer is text
	 */
	@Nullable String answerFunction() {
		return this.answerFunction;
	}

	Map<String, @Nullable Object> build(boolean stream) {
		if (stream) {
			this.body.put("stream", true);
		}
		return this.body;
	}

	private void add(String name, Object value) {
		switch (name) {
			case "stream", "stream_options", "tools", "tool_choice", "response_format" -> {
			}
			case "parallel_tool_calls" -> {
				if (Boolean.TRUE.equals(value)) {
					this.target.note("parallel_tool_calls was left out: GigaChat calls one function at a time");
				}
			}
			case "user" -> this.target.note("user was left out: GigaChat does not take it");
			case "max_completion_tokens" -> this.body.put("max_tokens", value);
			case "max_tokens" -> this.body.putIfAbsent("max_tokens", value);
			case "temperature" -> {
				if (value instanceof Number number && number.doubleValue() == 0) {
					this.body.put("top_p", 0);
				}
				else {
					this.body.put(name, value);
				}
			}
			case "top_p" -> this.body.putIfAbsent(name, value);
			case "n" -> {
				if (!(value instanceof Number count) || count.intValue() != 1) {
					this.refused.add(name);
				}
			}
			default -> {
				if (UNSUPPORTED.contains(name)) {
					this.refused.add(name);
				}
				else {
					this.body.put(name, value);
				}
			}
		}
	}

	private void functions() {
		List<Object> functions = new ArrayList<>();
		for (Tool tool : this.request.tools()) {
			if (tool.type().equals("function")) {
				functions.add(function(tool.name(), tool.description(), tool.parameters()));
			}
			else {
				this.refused.add("tools of type " + tool.type());
			}
		}
		Object choice = choice(this.request.parameters().get("tool_choice"), functions.size());
		Map<?, ?> format = Values.fields(this.request.parameters().get("response_format"));
		Map<?, ?> schema = SchemaTool.schema(format);
		if (schema != null) {
			String name = Values.text(Values.fields(format.get("json_schema")).get("name"), SchemaTool.NAME);
			boolean alone = functions.isEmpty() || "none".equals(choice);
			functions.add(function(name, "Output structured response: " + name, schema));
			choice = alone ? Map.of("name", name) : choice;
			this.answerFunction = name;
		}
		else if ("json_object".equals(format.get("type"))) {
			this.refused.add("response_format of type json_object");
		}
		if (!functions.isEmpty()) {
			this.body.put("functions", functions);
			this.body.put("function_call", choice);
		}
		this.body.values().removeIf((value) -> value == null);
	}

	private static Json.Writable function(@Nullable String name, @Nullable String description,
			@Nullable Map<?, ?> parameters) {
		return (generator) -> {
			generator.writeStartObject();
			Json.writeGiven(generator, "name", name);
			Json.writeGiven(generator, "description", description);
			Json.writeGiven(generator, "parameters", parameters);
			generator.writeEndObject();
		};
	}

	private @Nullable Object choice(@Nullable Object given, int functions) {
		if (given instanceof Map<?, ?> named) {
			return Map.of("name", String.valueOf(Values.fields(named.get("function")).get("name")));
		}
		if (!"required".equals(given)) {
			return given;
		}
		if (functions == 1) {
			return Map.of("name", String.valueOf(this.request.tools().get(0).name()));
		}
		this.target.note("tool_choice required went out as auto: GigaChat can be made to call a certain function only");
		return "auto";
	}

}
