package dev.litellm.dialect.openai;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import dev.litellm.dialect.Target;
import dev.litellm.dialect.Unsupported;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Members;
import dev.litellm.provider.ParameterQuirks;
import dev.litellm.provider.Quirks;
import dev.litellm.provider.ToolQuirks;

/**
 * The parameters of a request as a provider takes them: renamed, moved into their range,
 * left out with a note, or refused.
 */
final class Parameters {

	private final Target target;

	private final ParameterQuirks quirks;

	private final boolean reasons;

	private final int answers;

	private final boolean tools;

	private final Set<String> unsupported = new TreeSet<>();

	private final Map<String, @Nullable Object> result = new Members();

	private Parameters(Map<String, @Nullable Object> given, Target target) {
		this.target = target;
		this.quirks = target.quirks().parameters();
		Object effort = given.get("reasoning_effort");
		this.reasons = effort != null && !effort.equals("none");
		this.tools = given.get("tools") != null || given.get("functions") != null;
		this.answers = (given.get("n") instanceof Number number) ? number.intValue() : 1;
	}

	/**
	 * Return the parameters of a chat as the target takes them.
	 * @param given the parameters by their OpenAI names
	 * @param target whom they go to; gets the notes
	 * @return the parameters by the provider's names
	 * @throws dev.litellm.error.FailureException if some are not supported and may not be
	 * left out
	 */
	static Map<String, @Nullable Object> chat(Map<String, @Nullable Object> given, Target target) {
		Quirks quirks = target.quirks();
		if (quirks.parameters().isPlain() && (quirks.parameters().user() || !given.containsKey("user"))
				&& quirks.tools().isPlain() && !Tools.isChanged(given.get("tools"), quirks)
				&& !Reasoning.isChanged(given, quirks.reasoning()) && !quirks.body().schemaTool()) {
			return given;
		}
		Parameters parameters = new Parameters(given, target);
		given.forEach(parameters::addToChat);
		Reasoning.makeRoom(target, parameters.result);
		if (quirks.body().schemaTool()) {
			SchemaTools.apply(given, parameters.result);
		}
		parameters.refuse(Unsupported.OPENAI);
		return parameters.result;
	}

	/**
	 * Return the parameters of embeddings as the target takes them.
	 * @param given the parameters by their OpenAI names
	 * @param target whom they go to; gets the notes
	 * @return the parameters by the provider's names
	 * @throws dev.litellm.error.FailureException if some are not supported and may not be
	 * left out
	 */
	static Map<String, @Nullable Object> embeddings(Map<String, @Nullable Object> given, Target target) {
		Parameters parameters = new Parameters(given, target);
		given.forEach((name, value) -> {
			if (parameters.quirks.except().contains(name)) {
				parameters.unsupported.add(name);
			}
			else if (!parameters.drop(name)) {
				parameters.put(name, value);
			}
		});
		parameters.refuse(Set.of("dimensions", "encoding_format"));
		return parameters.result;
	}

	private void addToChat(String name, @Nullable Object value) {
		if (value == null || drop(name)) {
			return;
		}
		if (!name.equals("stream_options") && !name.equals("user") && !supports(name, value)) {
			this.unsupported.add(name);
			return;
		}
		switch (name) {
			case "temperature" -> put(name, temperature(value));
			case "tool_choice" -> toolChoice(value);
			case "tools" -> Tools.add(value, this.target.quirks(), this.result);
			case "web_search_options" -> Tools.addWebSearch(value, this.target.quirks(), this.result);
			case "reasoning_effort" -> Reasoning.effort(value, this.target, this.result);
			case "thinking" -> Reasoning.thinking(value, this.target, this.result);
			default -> put(name, value);
		}
	}

	private boolean drop(String name) {
		boolean dropped = name.equals("user") ? !this.quirks.user() || this.quirks.drop().contains(name)
				: this.quirks.drop().contains(name);
		if (dropped) {
			this.target.note(name + " was left out: " + provider() + " does not take it");
		}
		return dropped;
	}

	private boolean supports(String name, Object value) {
		if (this.quirks.except().contains(name) || (Unsupported.OPENAI.contains(name) && !this.quirks.supports(name))) {
			return false;
		}
		boolean limited = this.quirks.values().containsKey(name);
		if (limited && this.quirks.takes(name, value)) {
			return true;
		}
		return this.quirks.withoutReasoning().contains(name) ? !this.reasons : !limited;
	}

	private void put(String name, @Nullable Object value) {
		String wire = this.quirks.renames().getOrDefault(name, name);
		if (name.equals("max_completion_tokens")) {
			this.result.put(wire, value);
		}
		else {
			this.result.putIfAbsent(wire, value);
		}
	}

	private Object temperature(Object value) {
		if (!(value instanceof Number number)) {
			return value;
		}
		double given = number.doubleValue();
		double taken = this.quirks.temperature().nearest(given, this.answers);
		if (taken == given) {
			return value;
		}
		this.target
			.note("temperature " + given + " was moved to " + taken + ", the end of what " + provider() + " takes");
		return taken;
	}

	private void toolChoice(Object value) {
		ToolQuirks tools = this.target.quirks().tools();
		if (tools.choiceWithTools() && !this.tools) {
			this.target.note("tool_choice was left out: there are no tools to choose from");
			return;
		}
		String word = (value instanceof String text) ? text : ToolQuirks.NAMED;
		if (!tools.choices().isEmpty() && !tools.choices().contains(word)) {
			this.unsupported.add("tool_choice");
			return;
		}
		String name = (value instanceof String) ? tools.choiceNames().getOrDefault(word, word) : "";
		int equals = name.indexOf('=');
		if (equals > 0) {
			put(name.substring(0, equals), name.substring(equals + 1));
		}
		else {
			put("tool_choice", (value instanceof String) ? name : value);
		}
	}

	private void refuse(Set<String> known) {
		if (this.unsupported.isEmpty()) {
			return;
		}
		if (this.target.dropUnsupported()) {
			this.unsupported
				.forEach((name) -> this.target.note(name + " was left out: " + provider() + " does not support it"));
			return;
		}
		Set<String> supported = new TreeSet<>(this.quirks.only().isEmpty() ? known : this.quirks.only());
		supported.removeAll(this.quirks.except());
		supported.removeAll(this.unsupported);
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
