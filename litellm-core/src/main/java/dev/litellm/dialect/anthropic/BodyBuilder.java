package dev.litellm.dialect.anthropic;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatRequest;
import dev.litellm.dialect.SchemaTool;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.dialect.ToolNames;
import dev.litellm.dialect.Unsupported;
import dev.litellm.json.Members;
import dev.litellm.json.Values;
import dev.litellm.provider.BodyQuirks;
import dev.litellm.provider.ModelFacts;
import dev.litellm.provider.ParameterQuirks;

/**
 * Builder of the body of a Messages request from a chat request.
 */
final class BodyBuilder {

	private static final Set<String> UNSUPPORTED = Set.of("seed", "presence_penalty", "frequency_penalty", "logit_bias",
			"logprobs", "top_logprobs", "modalities", "prediction", "audio", "service_tier", "store", "verbosity",
			"functions", "function_call", "safety_identifier", "prompt_cache_key", "prompt_cache_retention");

	private static final Set<String> SAMPLING = Set.of("temperature", "top_p", "top_k");

	private static final Pattern PERSONAL = Pattern.compile(".+@.+|\\+?[\\d\\s().-]{7,}");

	private static final int MOST_STOPS = 4;

	private final ChatRequest request;

	private final Target target;

	private final ModelFacts facts;

	private final Betas betas;

	private final ToolNames names;

	private final Thinking thinking;

	private final Members body = new Members(4);

	private final Unsupported refused;

	private final Tools tools;

	private SchemaTool emulation = SchemaTool.NONE;

	BodyBuilder(ChatRequest request, Target target, ModelFacts facts) {
		this.request = request;
		this.target = target;
		this.facts = facts;
		this.betas = new Betas(target);
		this.refused = new Unsupported(target, UNSUPPORTED);
		this.names = new ToolNames(request.tools(), ToolNames::sanitize, Integer.MAX_VALUE);
		this.tools = new Tools(target, this.names, this.betas);
		this.thinking = new Thinking(target, facts);
	}

	Betas betas() {
		return this.betas;
	}

	ToolNames names() {
		return this.names;
	}

	SchemaTool emulation() {
		return this.emulation;
	}

	Map<String, @Nullable Object> build(boolean stream) {
		Map<String, @Nullable Object> given = this.request.parameters();
		BodyQuirks quirks = this.target.quirks().body();
		if (!quirks.modelInAddress()) {
			this.body.put("model", this.target.model());
		}
		this.body.putAll(quirks.members());
		Turns turns = new Turns(this.target, new Blocks(this.target, this.betas), this.names,
				this.facts.has("mid-system"));
		turns.add(ToolCalls.modern(this.request.messages()));
		this.body.put("messages", turns.turns());
		if (!turns.system().isEmpty()) {
			this.body.put("system", turns.system());
		}
		this.thinking.settle(given.get("reasoning_effort"), given.get("thinking"), maxTokens(given));
		Object userId = this.target.options().metadata().get("user_id");
		if (userId != null) {
			this.body.put("metadata", Map.of("user_id", userId));
		}
		given.forEach(this::add);
		tools(turns.usesTools());
		reasoning();
		this.body.put("max_tokens", this.thinking.maxTokens());
		if (stream || this.target.quirks().body().streamFalse()) {
			this.body.put("stream", stream);
		}
		this.refused.settle(this.thinking.isOn() ? "while it thinks" : "");
		return this.body;
	}

	private static @Nullable Object maxTokens(Map<String, @Nullable Object> given) {
		Object completion = given.get("max_completion_tokens");
		return (completion != null) ? completion : given.get("max_tokens");
	}

	private void add(String name, @Nullable Object value) {
		if (value == null || UNSUPPORTED.contains(name)) {
			if (value != null) {
				this.refused.add(name);
			}
			return;
		}
		ParameterQuirks quirks = this.target.quirks().parameters();
		if ((Unsupported.OPENAI.contains(name) && !quirks.supports(name) && !name.equals("stream_options"))
				|| !quirks.takes(name, value)) {
			this.refused.add(name);
			return;
		}
		switch (name) {
			case "max_tokens", "max_completion_tokens", "reasoning_effort", "thinking", "stream", "stream_options",
					"tools", "tool_choice", "parallel_tool_calls" ->
				{
				}
			case "n" -> {
				if (!(value instanceof Number count) || count.intValue() != 1) {
					this.refused.add("n");
				}
			}
			case "stop" -> this.body.put("stop_sequences", Unsupported.stops(value, MOST_STOPS, this.target));
			case "user" -> user(value);
			case "response_format" -> format(value);
			case "web_search_options" -> {
			}
			case "context_management" -> this.body.put(name, ContextEdits.of(value, this.betas));
			case "speed" -> {
				this.betas.add("fast-mode-2026-02-01");
				this.body.put(name, value);
			}
			default -> sampling(name, value);
		}
	}

	private void sampling(String name, Object value) {
		boolean one = name.equals("temperature") && value instanceof Number number && number.doubleValue() == 1;
		if (SAMPLING.contains(name) && this.facts.has("no-sampling") && !one) {
			this.refused.add(name);
		}
		else if (name.equals("temperature") && !one && this.thinking.isOn()) {
			this.refused.add(name);
		}
		else {
			this.body.put(name, value);
		}
	}

	private void user(Object value) {
		if (PERSONAL.matcher(value.toString()).matches()) {
			this.target.note("user was left out: Anthropic takes no mail addresses or telephone numbers as user_id");
			return;
		}
		this.body.putIfAbsent("metadata", Map.of("user_id", value));
	}

	private void format(Object value) {
		Map<?, ?> schema = SchemaTool.schema(value);
		if (schema == null) {
			return;
		}
		if (this.facts.has("native-schema") && !this.target.quirks().body().schemaTool()) {
			this.betas.add("structured-outputs-2025-11-13");
			this.body.put("output_format",
					new Members().add("type", "json_schema").add("schema", Schemas.answer(schema)));
			return;
		}
		this.emulation = SchemaTool.of(schema);
		this.tools.addAnswer(this.emulation.input(schema),
				!this.thinking.isOn() && this.request.parameters().get("tool_choice") == null);
	}

	private void tools(boolean used) {
		Map<String, @Nullable Object> given = this.request.parameters();
		this.request.tools().forEach(this.tools::add);
		if (given.get("web_search_options") instanceof Map<?, ?> options) {
			this.tools.addSearch(options);
		}
		Object choice = given.get("tool_choice");
		boolean mayForce = !this.facts.has("no-forced-tools") && !this.thinking.isOn();
		if (choice != null && !this.tools.choose(choice, mayForce)) {
			this.refused.add("tool_choice");
		}
		this.tools.put(this.body, used, given.get("parallel_tool_calls"));
	}

	private void reasoning() {
		if (this.thinking.thinking() != null) {
			this.body.put("thinking", this.thinking.thinking());
		}
		if (this.thinking.effort() != null) {
			Map<String, @Nullable Object> config = Values.copy(Values.fields(this.body.get("output_config")));
			config.putIfAbsent("effort", this.thinking.effort());
			this.body.put("output_config", config);
		}
		else if (this.body.containsKey("output_config") && this.facts.has("thinking", "budget")) {
			this.betas.add("effort-2025-11-24");
		}
	}

}
