package dev.litellm.dialect.bedrock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.Tool;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.SchemaTool;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.dialect.ToolNames;
import dev.litellm.dialect.Unsupported;
import dev.litellm.json.Members;
import dev.litellm.json.Values;
import dev.litellm.provider.ModelFacts;

/**
 * Builder of the body of a Converse request from a chat request.
 */
final class BodyBuilder {

	private static final Set<String> UNSUPPORTED = Set.of("seed", "presence_penalty", "frequency_penalty", "logit_bias",
			"logprobs", "top_logprobs", "modalities", "prediction", "audio", "store", "verbosity", "functions",
			"function_call", "safety_identifier", "prompt_cache_key", "prompt_cache_retention");

	/** Members of the body that a caller may give by their own names. */
	private static final Set<String> OWN = Set.of("guardrailConfig", "performanceConfig", "serviceTier",
			"promptVariables", "outputConfig");

	private static final String ADDITIONAL = "additionalModelRequestFields";

	private static final String PATHS = "additionalModelResponseFieldPaths";

	private static final String THOUGHT = "/usage/output_tokens_details";

	private static final int LONGEST_TOOL_NAME = 64;

	private final ChatRequest request;

	private final Target target;

	private final ModelFacts facts;

	private final Map<String, String> headers;

	private final ToolNames names;

	private final Reasoning reasoning;

	private final Map<String, @Nullable Object> body = new Members(4);

	private final Map<String, @Nullable Object> inference = new Members();

	private final Map<String, @Nullable Object> additional = new Members();

	private final List<Object> paths = new ArrayList<>();

	private final Unsupported refused;

	private SchemaTool schemaTool = SchemaTool.NONE;

	BodyBuilder(ChatRequest request, Target target, ModelFacts facts) {
		this.request = request;
		this.target = target;
		this.facts = facts;
		this.headers = target.headers();
		this.names = new ToolNames(request.tools(), BodyBuilder::toolName, LONGEST_TOOL_NAME);
		this.reasoning = new Reasoning(target, facts);
		this.refused = new Unsupported(target, UNSUPPORTED);
	}

	/** A tool's name begins with a letter. */
	private static String toolName(String name) {
		String sane = ToolNames.sanitize(name);
		return (!sane.isEmpty() && Character.isLetter(sane.charAt(0))) ? sane : "a" + sane;
	}

	Map<String, String> headers() {
		return this.headers;
	}

	ToolNames names() {
		return this.names;
	}

	SchemaTool schemaTool() {
		return this.schemaTool;
	}

	/**
	 * Return the call that a model has written as its text.
	 * @param text the text
	 * @return the call, or null where it is none
	 */
	@Nullable ToolCall textCall(String text) {
		return this.facts.has("calls-in-text") ? Arguments.call(text, this.request.tools()) : null;
	}

	/**
	 * Return whether the answer cannot be streamed.
	 * @return true for tools of a model that does not stream them
	 */
	boolean isWhole() {
		return this.facts.has("no-tool-stream") && this.body.containsKey("toolConfig");
	}

	Map<String, @Nullable Object> build() {
		Map<String, @Nullable Object> given = this.request.parameters();
		Tools tools = new Tools(this.target, this.facts, this.names);
		Marks marks = new Marks(this.facts, given.get("cache_control_injection_points"));
		Calls calls = new Calls(this.target, this.names,
				!this.request.tools().isEmpty() || given.get("web_search_options") != null);
		Turns turns = new Turns(this.target, marks, calls, !this.facts.has("no-thinking"));
		turns.add(ToolCalls.modern(this.request.messages()));
		this.body.put("messages", given.containsKey("guardrailConfig") ? Guards.guarded(turns.turns()) : turns.turns());
		this.body.put("inferenceConfig", this.inference);
		if (!turns.system().isEmpty()) {
			this.body.put("system", turns.system());
		}
		this.reasoning.settle(given.get("reasoning_effort"), given.get("thinking"), maxTokens(given));
		given.forEach(this::add);
		format(given.get("response_format"), tools);
		this.request.tools().forEach((tool) -> tools.add(tool, marks));
		search(given.get("web_search_options"), tools);
		tools.choose(given.get("tool_choice"), this.reasoning.isOn(), this.refused);
		tools.parallel(given.get("parallel_tool_calls"), this.refused);
		tools.finish(this.body, this.additional, marks);
		this.reasoning.add(this.inference, this.additional, this.refused);
		if (this.reasoning.isOn()) {
			this.paths.add(THOUGHT);
		}
		Betas.put(this.headers, this.additional);
		if (!this.additional.isEmpty()) {
			this.body.put(ADDITIONAL, this.additional);
		}
		if (!this.paths.isEmpty()) {
			this.body.put(PATHS, this.paths);
		}
		this.refused.settle(this.reasoning.isAnthropic() ? "while it thinks" : "");
		return this.body;
	}

	private static @Nullable Object maxTokens(Map<String, @Nullable Object> given) {
		Object last = null;
		for (Map.Entry<String, @Nullable Object> parameter : given.entrySet()) {
			boolean limit = parameter.getKey().equals("max_tokens")
					|| parameter.getKey().equals("max_completion_tokens");
			last = (limit && parameter.getValue() != null) ? parameter.getValue() : last;
		}
		return last;
	}

	private void add(String name, @Nullable Object value) {
		if (value == null || UNSUPPORTED.contains(name)) {
			if (value != null) {
				this.refused.add(name);
			}
			return;
		}
		switch (name) {
			case "max_tokens", "max_completion_tokens", "reasoning_effort", "thinking", "stream", "stream_options",
					"tools", "tool_choice", "parallel_tool_calls", "response_format", "web_search_options",
					"cache_control_injection_points" ->
				{
				}
			case "n" -> {
				if (!(value instanceof Number count) || count.intValue() != 1) {
					this.refused.add("n");
				}
			}
			case "temperature", "top_p", "top_k" -> sampling(name, value);
			case "stop" -> {
				if (value instanceof List<?> || !value.toString().isEmpty()) {
					this.inference.put("stopSequences", (value instanceof List<?>) ? value : List.of(value));
				}
			}
			case "user" -> this.target.note("user was left out: Bedrock takes none; requestMetadata can hold it");
			case "service_tier" ->
				this.body.put("serviceTier", Map.of("type", value.equals("auto") ? "default" : value));
			case "requestMetadata" -> this.body.put(name, RequestMetadata.checked(value));
			case ADDITIONAL -> this.additional.putAll(Values.copy(Values.fields(value)));
			case "inferenceConfig" -> this.inference.putAll(Values.copy(Values.fields(value)));
			case PATHS -> this.paths.addAll(Values.items(value));
			default -> (OWN.contains(name) ? this.body : this.additional).put(name, value);
		}
	}

	private void sampling(String name, Object value) {
		boolean one = name.equals("temperature") && value instanceof Number number && number.doubleValue() == 1;
		if ((this.facts.has("no-sampling") && !one) || (name.equals("top_k") && this.facts.has("no-top-k"))
				|| (name.equals("temperature") && !one && this.reasoning.isAnthropic())) {
			this.refused.add(name);
			return;
		}
		switch (name) {
			case "temperature" -> this.inference.put(name, value);
			case "top_p" -> this.inference.put("topP", value);
			default -> {
				if (this.facts.has("inference-top-k")) {
					this.additional.put("inferenceConfig", Map.of("topK", value));
				}
				else {
					this.additional.put(name, value);
				}
			}
		}
	}

	private void format(@Nullable Object value, Tools tools) {
		Map<?, ?> format = Values.fields(value);
		Map<?, ?> schema = SchemaTool.schema(value);
		if (schema == null) {
			if (format.get("type") != null && !"text".equals(format.get("type"))) {
				this.target.note("response_format was left out: without a schema Bedrock takes none, say it in words");
			}
			return;
		}
		if (this.facts.has("native-schema")) {
			this.body.put("outputConfig", Schemas.output(Values.fields(format.get("json_schema")), schema));
			return;
		}
		this.schemaTool = SchemaTool.of(schema);
		tools.answer(Tool.function(SchemaTool.NAME, null, this.schemaTool.input(schema)),
				!this.reasoning.isOn() && !this.facts.has("no-tool-choice"));
	}

	private void search(@Nullable Object options, Tools tools) {
		if (options != null && this.facts.has("grounding")) {
			tools.system("nova_grounding");
		}
		else if (options != null) {
			this.refused.add("web_search_options");
		}
	}

}
