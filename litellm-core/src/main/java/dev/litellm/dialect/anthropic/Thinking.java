package dev.litellm.dialect.anthropic;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.dialect.Target;
import dev.litellm.json.Members;
import dev.litellm.provider.ModelFacts;

/**
 * Reasoning as a model takes it: a budget of tokens, or an effort that it adapts to; and
 * the room that both leave for the answer.
 */
final class Thinking {

	/** The least budget, and the room that an answer gets beside it. */
	private static final int LEAST_BUDGET = 1024;

	private static final int ROOM = 4096;

	private static final int UNKNOWN_MAX_OUTPUT = 4096;

	private final Target target;

	private final ModelFacts facts;

	private @Nullable Map<String, @Nullable Object> thinking;

	private @Nullable String effort;

	private int maxTokens;

	Thinking(Target target, ModelFacts facts) {
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
		if (thinkingAsked instanceof Map<?, ?> given) {
			given(given);
		}
		else if (effortAsked instanceof String word && !word.equals("none") && !word.equals("default")) {
			effort(word);
		}
		Object standard = this.target.quirks().body().members().get("max_tokens");
		Integer most = (standard instanceof Number number) ? Integer.valueOf(number.intValue())
				: this.facts.number("max-output");
		Integer budget = budget();
		if (maxTokensAsked instanceof Number number) {
			this.maxTokens = number.intValue();
			fit(budget);
		}
		else {
			this.maxTokens = (budget != null) ? budget + ROOM : (most != null) ? most : UNKNOWN_MAX_OUTPUT;
		}
	}

	private boolean adapts() {
		return this.facts.has("thinking", "adaptive") || this.facts.has("thinking", "both");
	}

	private void given(Map<?, ?> given) {
		Map<String, @Nullable Object> taken = new Members();
		given.forEach((name, value) -> taken.put(String.valueOf(name), value));
		Object type = taken.get("type");
		if ("enabled".equals(type) && this.facts.has("thinking", "adaptive")) {
			int budget = (taken.get("budget_tokens") instanceof Number number) ? number.intValue() : LEAST_BUDGET;
			taken.remove("budget_tokens");
			taken.put("type", "adaptive");
			this.effort = (budget >= 4096) ? "high" : (budget >= 2048) ? "medium" : "low";
			this.target
				.note("thinking with a budget went out as effort " + this.effort + ": the model takes no budget");
		}
		else if ("adaptive".equals(type) && this.facts.has("thinking", "budget")) {
			taken.clear();
			taken.put("type", "enabled");
			taken.put("budget_tokens", 2048);
			this.target.note("adaptive thinking went out with a budget of 2048 tokens: the model does not adapt");
		}
		else if ("disabled".equals(type) && this.facts.has("always-thinking")) {
			this.target.note("thinking: disabled was left out: the model always thinks");
			return;
		}
		this.thinking = taken;
	}

	private void effort(String word) {
		Map<String, @Nullable Object> taken = new Members();
		if (adapts()) {
			taken.put("type", "adaptive");
			taken.put("display", "summarized");
			this.effort = level(word);
		}
		else {
			taken.put("type", "enabled");
			taken.put("budget_tokens", switch (word) {
				case "minimal", "low" -> LEAST_BUDGET;
				case "medium" -> 2048;
				case "xhigh" -> 8192;
				case "max" -> 16384;
				default -> 4096;
			});
		}
		this.thinking = taken;
	}

	private String level(String word) {
		if (word.equals("minimal")) {
			return "low";
		}
		boolean beyond = word.equals("xhigh") || word.equals("max");
		if (beyond && !this.facts.has("efforts", word)) {
			this.target.note("reasoning_effort " + word + " went out as high, the most that the model takes");
			return "high";
		}
		return word;
	}

	private @Nullable Integer budget() {
		return (this.thinking != null && this.thinking.get("budget_tokens") instanceof Number number)
				? number.intValue() : null;
	}

	/** A budget must leave room for the answer, or the API refuses it. */
	private void fit(@Nullable Integer budget) {
		if (budget == null || this.thinking == null || budget < this.maxTokens) {
			return;
		}
		if (this.maxTokens > LEAST_BUDGET) {
			this.thinking.put("budget_tokens", this.maxTokens - 1);
			this.target.note("the thinking budget of " + budget + " was lowered to " + (this.maxTokens - 1)
					+ ", below max_tokens");
		}
		else {
			this.thinking = null;
			this.target.note("thinking was left out: max_tokens " + this.maxTokens
					+ " leaves no room for the least budget of " + LEAST_BUDGET);
		}
	}

	boolean isOn() {
		return this.thinking != null && !"disabled".equals(this.thinking.get("type"));
	}

	@Nullable Map<String, @Nullable Object> thinking() {
		return this.thinking;
	}

	@Nullable String effort() {
		return this.effort;
	}

	int maxTokens() {
		return this.maxTokens;
	}

}
