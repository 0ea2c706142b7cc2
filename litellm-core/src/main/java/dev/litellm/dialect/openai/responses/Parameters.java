package dev.litellm.dialect.openai.responses;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.dialect.Target;
import dev.litellm.dialect.Unsupported;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * The parameters of a chat as those of a response.
 */
final class Parameters {

	private static final Set<String> NEVER = Set.of("stop", "seed", "presence_penalty", "frequency_penalty",
			"logit_bias", "audio", "prediction", "functions", "function_call", "thinking");

	private static final String REASONING = "reasoning";

	private static final String TEXT = "text";

	private static final String INCLUDE = "include";

	private static final String STORE = "store";

	private static final String LIMIT = "max_output_tokens";

	private final Members body;

	private final List<Object> include = new ArrayList<>(1);

	private final List<Object> tools = new ArrayList<>();

	private final Unsupported unsupported;

	private Parameters(Members body, Target target) {
		this.body = body;
		this.unsupported = new Unsupported(target, NEVER);
	}

	/**
	 * Add parameters to a body.
	 * @param body the body
	 * @param given the parameters by the names of chat completions
	 * @param target whom the request goes to; gets the notes
	 * @throws dev.litellm.error.FailureException if something is not supported
	 */
	static void add(Members body, Map<String, @Nullable Object> given, Target target) {
		Parameters parameters = new Parameters(body, target);
		given.forEach((name, value) -> {
			if (value != null) {
				parameters.add(name, value);
			}
		});
		parameters.unsupported.settle("by the Responses API");
		parameters.settle(target);
	}

	private void add(String name, Object value) {
		if (NEVER.contains(name)) {
			this.unsupported.add(name);
			return;
		}
		switch (name) {
			case "stream" -> {
			}
			case "stream_options" -> streamOptions(value);
			case "max_tokens" -> this.body.putIfAbsent(LIMIT, value);
			case "max_completion_tokens", LIMIT -> this.body.put(LIMIT, value);
			case "response_format" -> member(TEXT, "format", format(value));
			case "verbosity" -> member(TEXT, "verbosity", value);
			case "reasoning_effort" -> member(REASONING, "effort", value);
			case TEXT, REASONING ->
				Values.fields(value).forEach((key, part) -> member(name, String.valueOf(key), part));
			case "tools" -> Values.items(value).forEach((tool) -> this.tools.add(ResponseTools.of(tool)));
			case "web_search_options" -> this.tools.add(ResponseTools.webSearch(Values.fields(value)));
			case "tool_choice" -> this.body.put(name, ResponseTools.choice(value));
			case "logprobs" -> logprobs(value);
			case "top_logprobs" -> {
				this.body.put(name, value);
				logprobs(true);
			}
			case INCLUDE -> Values.items(value).forEach(this::include);
			case "n" -> refuseUnless(name, Values.number(value) == 1);
			case "modalities" -> refuseUnless(name, List.of(TEXT).equals(value));
			default -> this.body.put(name, value);
		}
	}

	private void refuseUnless(String name, boolean supported) {
		if (!supported) {
			this.unsupported.add(name);
		}
	}

	/** The usage is always told. */
	private void streamOptions(Object value) {
		Map<String, @Nullable Object> options = Values.copy(Values.fields(value));
		options.remove("include_usage");
		if (!options.isEmpty()) {
			this.body.put("stream_options", options);
		}
	}

	private void logprobs(Object value) {
		if (Boolean.TRUE.equals(value)) {
			include("message.output_text.logprobs");
		}
	}

	private void include(@Nullable Object asked) {
		if (asked != null && !this.include.contains(asked)) {
			this.include.add(asked);
		}
	}

	private void member(String name, String member, @Nullable Object value) {
		Map<String, @Nullable Object> fields = Values.copy(Values.fields(this.body.get(name)));
		fields.put(member, value);
		this.body.put(name, fields);
	}

	private static Object format(Object value) {
		Map<?, ?> format = Values.fields(value);
		if (!(format.get("json_schema") instanceof Map<?, ?> schema)) {
			return value;
		}
		Map<String, @Nullable Object> flat = Values.object("type", format.get("type"));
		schema.forEach((name, member) -> flat.put(String.valueOf(name), member));
		return flat;
	}

	/**
	 * Nothing is kept there that the caller did not ask to keep; so reasoning comes
	 * along, to go back.
	 */
	private void settle(Target target) {
		if (!this.tools.isEmpty()) {
			this.body.put("tools", this.tools);
		}
		boolean stores = target.quirks().parameters().supports(STORE);
		if (stores && !this.body.containsKey(STORE) && !this.body.containsKey("background")) {
			this.body.put(STORE, false);
		}
		if (target.quirks().body().encryptedReasoning() && Boolean.FALSE.equals(this.body.get(STORE))) {
			include("reasoning.encrypted_content");
		}
		if (!this.include.isEmpty()) {
			this.body.put(INCLUDE, this.include);
		}
	}

}
