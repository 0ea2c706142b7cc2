package dev.litellm.dialect.bedrock;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.dialect.Target;
import dev.litellm.dialect.Unsupported;
import dev.litellm.json.Members;
import dev.litellm.provider.ModelFacts;

/**
 * Reasoning as the makers of models take it: Claude a budget of tokens or an effort that
 * it adapts to, Nova a level, others OpenAI's effort as it is.
 */
final class Reasoning {

	/** The least budget, and the room that an answer gets beside it. */
	private static final int LEAST_BUDGET = 1024;

	private static final int ROOM = 4096;

	private final Target target;

	private final ModelFacts facts;

	private @Nullable Map<String, @Nullable Object> thinking;

	private @Nullable String effort;

	private @Nullable String level;

	private @Nullable String raw;

	private @Nullable String refused;

	private @Nullable Object maxTokens;

	Reasoning(Target target, ModelFacts facts) {
		this.target = target;
		this.facts = facts;
	}

	/**
	 * Settle what is asked for.
	 * @param effortAsked the {@code reasoning_effort}, or null
	 * @param thinkingAsked the {@code thinking}, or null
	 * @param maxTokensAsked the most tokens of the answer, or null
	 */
	void settle(@Nullable Object effortAsked, @Nullable Object thinkingAsked, @Nullable Object maxTokensAsked) {
		this.maxTokens = maxTokensAsked;
		if (thinkingAsked instanceof Map<?, ?> given) {
			given(given);
		}
		else if (effortAsked != null) {
			asked((effortAsked instanceof Map<?, ?> fields) ? fields.get("effort") : effortAsked);
		}
		fit();
	}

	private void given(Map<?, ?> given) {
		if (this.facts.has("no-thinking") || this.facts.has("thinking", "effort")
				|| this.facts.has("thinking", "config")) {
			if (!"disabled".equals(given.get("type"))) {
				this.refused = "thinking";
			}
			return;
		}
		Map<String, @Nullable Object> taken = new Members();
		given.forEach((name, value) -> taken.put(String.valueOf(name), value));
		if (taken.get("budget_tokens") instanceof Number budget && budget.intValue() < LEAST_BUDGET) {
			taken.put("budget_tokens", LEAST_BUDGET);
			this.target.note("the thinking budget was raised to " + LEAST_BUDGET + ", the least that the model takes");
		}
		this.thinking = taken;
	}

	private void asked(@Nullable Object asked) {
		String word = (asked instanceof String text) ? text : "none";
		if (word.equals("none") || word.equals("default") || word.equals("disable")) {
			return;
		}
		if (this.facts.has("no-thinking")) {
			this.refused = "reasoning_effort";
		}
		else if (this.facts.has("thinking", "config")) {
			this.level = Set.of("minimal", "low").contains(word) ? "low" : word;
		}
		else if (this.facts.has("thinking", "adaptive") || this.facts.has("thinking", "both")) {
			this.thinking = new Members();
			this.thinking.put("type", "adaptive");
			this.thinking.put("display", "summarized");
			this.effort = adapted(word);
		}
		else if (this.facts.has("thinking", "budget")) {
			this.thinking = new Members();
			this.thinking.put("type", "enabled");
			this.thinking.put("budget_tokens", switch (word) {
				case "minimal", "low" -> LEAST_BUDGET;
				case "medium" -> 2048;
				case "xhigh" -> 8192;
				case "max" -> 16384;
				default -> 4096;
			});
		}
		else {
			this.raw = word;
		}
	}

	private String adapted(String word) {
		boolean beyond = word.equals("xhigh") || word.equals("max");
		if (beyond && !this.facts.has("efforts", word)) {
			this.target.note("reasoning_effort " + word + " went out as high, the most that the model takes");
			return "high";
		}
		return word.equals("minimal") ? "low" : word;
	}

	/** A budget must leave room for the answer, or the API refuses it. */
	private void fit() {
		if (this.thinking == null || !(this.thinking.get("budget_tokens") instanceof Number number)) {
			return;
		}
		int budget = number.intValue();
		if (!(this.maxTokens instanceof Number most)) {
			this.maxTokens = budget + ROOM;
		}
		else if (budget >= most.intValue() && most.intValue() > LEAST_BUDGET) {
			this.thinking.put("budget_tokens", most.intValue() - 1);
			this.target.note("the thinking budget of " + budget + " was lowered to " + (most.intValue() - 1)
					+ ", below max_tokens");
		}
		else if (budget >= most.intValue()) {
			this.thinking = null;
			this.target.note("thinking was left out: max_tokens " + most + " leaves no room for the least budget of "
					+ LEAST_BUDGET);
		}
	}

	/**
	 * Return whether the model is asked to think in Anthropic's way.
	 * @return true if it is
	 */
	boolean isOn() {
		return this.thinking != null && !"disabled".equals(this.thinking.get("type"));
	}

	/**
	 * Return whether the rules of Claude's thinking hold.
	 * @return true if they do
	 */
	boolean isAnthropic() {
		return isOn() && this.facts.has("thinking");
	}

	void add(Map<String, @Nullable Object> inference, Map<String, @Nullable Object> additional,
			Unsupported unsupported) {
		if (this.refused != null) {
			unsupported.add(this.refused);
		}
		if (this.maxTokens != null) {
			inference.put("maxTokens", this.maxTokens);
		}
		if (this.thinking != null) {
			additional.put("thinking", this.thinking);
		}
		if (this.effort != null) {
			Map<String, @Nullable Object> config = new Members();
			if (additional.get("output_config") instanceof Map<?, ?> given) {
				given.forEach((name, value) -> config.put(String.valueOf(name), value));
			}
			config.putIfAbsent("effort", this.effort);
			additional.put("output_config", config);
		}
		if (this.level != null) {
			additional.put("reasoningConfig", Map.of("type", "enabled", "maxReasoningEffort", this.level));
		}
		if (this.raw != null) {
			additional.put("reasoning_effort", this.raw);
		}
	}

}
