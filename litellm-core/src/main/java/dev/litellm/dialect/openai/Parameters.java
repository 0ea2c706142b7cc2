package dev.litellm.dialect.openai;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import dev.litellm.dialect.Target;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.provider.Quirks;

/**
 * The parameters of a request as a provider takes them: renamed, moved into their range,
 * left out with a note, or refused.
 */
final class Parameters {

	/** The parameters of OpenAI's chat completions; others pass through untouched. */
	private static final Set<String> OPENAI = Set.of("temperature", "top_p", "n", "stream_options", "stop",
			"max_completion_tokens", "max_tokens", "modalities", "prediction", "audio", "presence_penalty",
			"frequency_penalty", "logit_bias", "user", "reasoning_effort", "verbosity", "response_format", "seed",
			"tools", "tool_choice", "logprobs", "top_logprobs", "parallel_tool_calls", "web_search_options",
			"safety_identifier", "service_tier", "functions", "function_call", "prompt_cache_key",
			"prompt_cache_retention", "store");

	private final Target target;

	private final Quirks quirks;

	private final Set<String> unsupported = new TreeSet<>();

	private final Map<String, @Nullable Object> result = new LinkedHashMap<>();

	private Parameters(Target target) {
		this.target = target;
		this.quirks = target.quirks();
	}

	/**
	 * Return the parameters as the target takes them.
	 * @param given the parameters by their OpenAI names
	 * @param target whom they go to; gets the notes
	 * @return the parameters by the provider's names
	 * @throws dev.litellm.error.FailureException if some are not supported and may not be
	 * left out
	 */
	static Map<String, @Nullable Object> of(Map<String, @Nullable Object> given, Target target) {
		Parameters parameters = new Parameters(target);
		given.forEach(parameters::add);
		parameters.refuse();
		return parameters.result;
	}

	private void add(String name, @Nullable Object value) {
		if (value == null) {
			return;
		}
		if (this.quirks.drop().contains(name) || (name.equals("user") && !this.quirks.sendUser())) {
			this.target.note(name + " was left out: " + provider() + " does not take it");
			return;
		}
		if (OPENAI.contains(name) && !name.equals("stream_options") && (this.quirks.except().contains(name)
				|| (!this.quirks.only().isEmpty() && !this.quirks.only().contains(name) && !name.equals("user")))) {
			this.unsupported.add(name);
			return;
		}
		switch (name) {
			case "temperature" -> put(name, temperature(value));
			case "tool_choice" -> toolChoice(value);
			case "reasoning_effort" -> effort(value);
			case "tools" -> {
				if (!(value instanceof List<?> tools) || !tools.isEmpty()) {
					put(name, value);
				}
			}
			default -> put(name, value);
		}
	}

	private void put(String name, @Nullable Object value) {
		this.result.put(this.quirks.renames().getOrDefault(name, name), value);
	}

	private Object temperature(Object value) {
		if (!(value instanceof Number number)) {
			return value;
		}
		Double least = this.quirks.minTemperature();
		Double most = this.quirks.maxTemperature();
		double given = number.doubleValue();
		double taken = (least != null && given < least) ? least : (most != null && given > most) ? most : given;
		if (taken != given) {
			this.target
				.note("temperature " + given + " was moved to " + taken + ", the end of what " + provider() + " takes");
			return taken;
		}
		return value;
	}

	private void toolChoice(Object value) {
		if (value instanceof String word && !this.quirks.toolChoices().isEmpty()
				&& !this.quirks.toolChoices().contains(word)) {
			this.unsupported.add("tool_choice");
			return;
		}
		put("tool_choice",
				(value instanceof String word) ? this.quirks.toolChoiceNames().getOrDefault(word, word) : value);
	}

	private void effort(Object value) {
		switch (this.quirks.effort()) {
			case AS_GIVEN -> put("reasoning_effort", value);
			case THINKING -> put("thinking", Map.of("type", "none".equals(value) ? "disabled" : "enabled"));
			case DROP -> this.target.note("reasoning_effort was left out: " + provider() + " does not take it");
		}
	}

	private void refuse() {
		if (this.unsupported.isEmpty()) {
			return;
		}
		if (this.target.dropUnsupported()) {
			this.unsupported
				.forEach((name) -> this.target.note(name + " was left out: " + provider() + " does not support it"));
			return;
		}
		Set<String> supported = new TreeSet<>(this.quirks.only().isEmpty() ? OPENAI : this.quirks.only());
		supported.removeAll(this.quirks.except());
		throw Failure
			.of(ErrorKind.UNSUPPORTED_PARAMS,
					provider() + " does not support " + this.unsupported + " for model " + this.target.model()
							+ "; leave them out, or set drop-unsupported: true; it supports " + supported)
			.asException();
	}

	private String provider() {
		return this.target.provider().name();
	}

}
