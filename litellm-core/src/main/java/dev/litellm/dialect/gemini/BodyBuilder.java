package dev.litellm.dialect.gemini;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatRequest;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.Unsupported;
import dev.litellm.json.Members;
import dev.litellm.json.Values;
import dev.litellm.provider.ModelFacts;

/**
 * Builder of the body of a {@code generateContent} request from a chat request.
 */
final class BodyBuilder {

	private static final Set<String> UNSUPPORTED = Set.of("logit_bias", "prediction", "function_call", "store",
			"verbosity", "safety_identifier", "prompt_cache_key", "prompt_cache_retention");

	private static final Map<String, String> CONFIG = Map.ofEntries(Map.entry("temperature", "temperature"),
			Map.entry("top_p", "top_p"), Map.entry("top_k", "top_k"), Map.entry("seed", "seed"),
			Map.entry("frequency_penalty", "frequency_penalty"), Map.entry("presence_penalty", "presence_penalty"),
			Map.entry("n", "candidate_count"), Map.entry("logprobs", "responseLogprobs"),
			Map.entry("top_logprobs", "logprobs"));

	/** Gemini's own parameters of generation, in either spelling. */
	private static final Set<String> OWN_CONFIG = Set.of("topp", "topk", "candidatecount", "maxoutputtokens",
			"stopsequences", "responsemimetype", "responseschema", "responsejsonschema", "presencepenalty",
			"frequencypenalty", "responselogprobs", "responsemodalities", "speechconfig", "thinkingconfig",
			"mediaresolution", "imageconfig", "enableenhancedcivicanswers", "audiotimestamp", "routingconfig",
			"modelselectionconfig", "responseformat");

	private final ChatRequest request;

	private final Target target;

	private final ModelFacts facts;

	private final Map<String, @Nullable Object> body = new Members();

	private final Map<String, @Nullable Object> config = new Members();

	private final Unsupported refused;

	private final Tools tools;

	BodyBuilder(ChatRequest request, Target target, ModelFacts facts) {
		this.request = request;
		this.target = target;
		this.facts = facts;
		this.refused = new Unsupported(target, UNSUPPORTED);
		this.tools = new Tools(target, facts);
	}

	Map<String, @Nullable Object> build() {
		Parts parts = new Parts(this.target, this.facts);
		Contents contents = new Contents(this.target, this.facts, parts);
		contents.add(this.request.messages());
		this.body.put("contents", contents.contents());
		Content instruction = contents.instruction();
		if (instruction != null) {
			this.body.put("system_instruction", instruction);
		}
		this.request.parameters().forEach((name, value) -> {
			if (value != null) {
				add(name, value);
			}
		});
		tools();
		reasoning();
		if (this.request.parameters().get("response_format") instanceof Map<?, ?> format) {
			Outputs.format(format, this.tools.has("googleMaps"), this.facts.has("old-schema"), this.config);
		}
		String temperature = this.facts.text("temperature", "");
		if (!temperature.isEmpty()) {
			this.config.putIfAbsent("temperature", Double.valueOf(temperature));
		}
		if (parts.resolution() != null) {
			this.config.putIfAbsent("mediaResolution", parts.resolution());
		}
		if (!this.config.isEmpty()) {
			this.body.put("generationConfig", this.config);
		}
		this.refused.settle();
		return this.body;
	}

	private void add(String name, Object value) {
		if (UNSUPPORTED.contains(name) || !this.target.quirks().parameters().supports(name)) {
			this.refused.add(name);
			return;
		}
		switch (name) {
			case "stream", "stream_options", "tools", "functions", "tool_choice", "web_search_options",
					"reasoning_effort", "thinking", "response_format", "include_server_side_tool_invocations" ->
				{
				}
			case "max_tokens" -> this.config.putIfAbsent("max_output_tokens", value);
			case "max_completion_tokens" -> this.config.put("max_output_tokens", value);
			case "stop" -> this.config.put("stop_sequences", (value instanceof List<?>) ? value : List.of(value));
			case "user" -> this.target.note("user was left out: Gemini does not take it");
			case "parallel_tool_calls" -> {
				if (Boolean.FALSE.equals(value)) {
					this.target.note("parallel_tool_calls was left out: Gemini does not take it");
				}
			}
			case "modalities" -> Outputs.modalities(value, this.config);
			case "audio" -> Outputs.audio(value, this.config);
			case "service_tier" -> this.body.put("serviceTier", switch (value.toString()) {
				case "auto" -> "priority";
				case "default" -> "standard";
				default -> value.toString().toLowerCase(Locale.ROOT);
			});
			case "safety_settings" -> this.body.put("safetySettings", value);
			case "cached_content" -> this.body.put("cachedContent", value);
			case "generationConfig", "generation_config" -> {
				if (value instanceof Map<?, ?> given) {
					given.forEach((key, member) -> this.config.put(String.valueOf(key), member));
				}
			}
			default -> other(name, value);
		}
	}

	private void other(String name, Object value) {
		String wire = CONFIG.get(name);
		if (name.endsWith("_penalty") && this.facts.has("no-penalties")) {
			this.target.note(name + " was left out: the model does not take it");
		}
		else if (wire != null) {
			this.config.put(wire, value);
		}
		else if (OWN_CONFIG.contains(name.replace("_", "").toLowerCase(Locale.ROOT))) {
			this.config.put(name, value);
		}
		else {
			this.body.put(name, value);
		}
	}

	private void tools() {
		this.request.tools().forEach(this.tools::add);
		if (this.request.parameters().get("functions") instanceof List<?> functions) {
			for (Object item : functions) {
				if (item instanceof Map<?, ?> function && function.get("name") != null) {
					this.tools.addFunction(function.get("name").toString(), function.get("description"),
							function.get("parameters"));
				}
			}
		}
		if (this.request.parameters().get("web_search_options") != null) {
			this.tools.addSearch();
		}
		boolean withServerSide = Boolean.TRUE
			.equals(this.request.parameters().get("include_server_side_tool_invocations"));
		if (this.tools.isEmpty() && this.tools.place() == null && !withServerSide) {
			return;
		}
		Map<String, @Nullable Object> toolConfig = taken(this.body, "toolConfig", "tool_config");
		if (withServerSide) {
			toolConfig.put("includeServerSideToolInvocations", true);
		}
		else {
			this.tools.takeSearchesBesideFunctions()
				.forEach((name) -> this.refused
					.add(name + " beside functions (unless with" + " include_server_side_tool_invocations)"));
		}
		if (!this.tools.isEmpty()) {
			this.body.put("tools", this.tools);
			choice(toolConfig);
		}
		Map<String, @Nullable Object> place = this.tools.place();
		if (place != null) {
			Map<String, @Nullable Object> retrieval = taken(toolConfig, "retrievalConfig", "retrieval_config");
			retrieval.putAll(place);
			toolConfig.put("retrievalConfig", retrieval);
		}
		if (!toolConfig.isEmpty()) {
			this.body.put("toolConfig", toolConfig);
		}
	}

	private void choice(Map<String, @Nullable Object> toolConfig) {
		Object asked = this.request.parameters().get("tool_choice");
		if (asked == null) {
			return;
		}
		Map<String, @Nullable Object> choice = Tools.choice(asked);
		if (choice == null) {
			this.refused.add("tool_choice");
			return;
		}
		Map<String, @Nullable Object> calling = taken(toolConfig, "functionCallingConfig", "function_calling_config");
		Object names = calling.remove("allowedFunctionNames");
		if (names != null) {
			calling.put(Tools.ALLOWED, names);
		}
		if (Collections.disjoint(calling.keySet(), choice.keySet())) {
			calling.putAll(choice);
		}
		else {
			this.target.note("tool_choice was left out: toolConfig tells " + calling.keySet());
		}
		toolConfig.put("functionCallingConfig", calling);
	}

	/** What the caller gives in Gemini's own words stays beside what OpenAI's come to. */
	private static Map<String, @Nullable Object> taken(Map<String, @Nullable Object> from, String name, String other) {
		Object second = from.remove(other);
		Object first = from.remove(name);
		return Values.copy(Values.fields((first != null) ? first : second));
	}

	private void reasoning() {
		Object effort = this.request.parameters().get("reasoning_effort");
		Object thinking = this.request.parameters().get("thinking");
		if (effort == null && thinking == null || "default".equals(effort) && thinking == null) {
			return;
		}
		if (this.config.containsKey("thinkingConfig") || this.config.containsKey("thinking_config")) {
			this.target.note("reasoning_effort was left out: thinkingConfig is given");
			return;
		}
		Thinking rules = new Thinking(this.target, this.facts);
		Map<String, @Nullable Object> taken = (thinking instanceof Map<?, ?> given) ? rules.given(given)
				: (effort != null) ? rules.effort(effort) : null;
		if (taken == null) {
			this.refused.add((thinking != null) ? "thinking" : "reasoning_effort");
		}
		else {
			this.config.put("thinkingConfig", taken);
		}
	}

}
