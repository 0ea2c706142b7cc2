package dev.litellm.dialect.gemini;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.dialect.Target;
import dev.litellm.json.Members;
import dev.litellm.provider.ModelFacts;

/**
 * Reasoning as a model takes it: a budget of tokens, or a level.
 */
final class Thinking {

	private static final Set<String> EFFORTS = Set.of("none", "disable", "minimal", "low", "medium", "high");

	private static final int UNKNOWN_LEAST = 512;

	private final Target target;

	private final ModelFacts facts;

	Thinking(Target target, ModelFacts facts) {
		this.target = target;
		this.facts = facts;
	}

	/**
	 * Return the {@code thinkingConfig} of an effort.
	 * @param asked the {@code reasoning_effort}: a word, or an object with one
	 * @return the config, or null where the effort is not supported
	 */
	@Nullable Map<String, @Nullable Object> effort(Object asked) {
		Object word = (asked instanceof Map<?, ?> fields) ? fields.get("effort") : asked;
		if (!(word instanceof String effort) || !EFFORTS.contains(effort) || this.facts.has("no-thinking")) {
			return null;
		}
		boolean off = effort.equals("none") || effort.equals("disable");
		return this.facts.has("thinking", "level") ? level(effort, off) : budget(budgetOf(effort, off), !off);
	}

	private Map<String, @Nullable Object> level(String effort, boolean off) {
		String level = effort;
		if (off || effort.equals("minimal")) {
			level = this.facts.has("levels", "minimal") ? "minimal" : "low";
		}
		if (off) {
			this.target
				.note("reasoning_effort none went out as " + level + ", without thoughts: the model always thinks");
		}
		Map<String, @Nullable Object> config = new Members();
		config.put("thinkingLevel", level);
		config.put("includeThoughts", !off);
		return config;
	}

	private int budgetOf(String effort, boolean off) {
		if (off) {
			return 0;
		}
		return switch (effort) {
			case "minimal" -> least();
			case "low" -> 1024;
			case "medium" -> 2048;
			default -> 4096;
		};
	}

	private int least() {
		Integer least = this.facts.number("least-budget");
		return (least != null) ? least : UNKNOWN_LEAST;
	}

	private Map<String, @Nullable Object> budget(int budget, boolean show) {
		int taken = budget;
		if (budget == 0 && this.facts.has("always-thinking")) {
			taken = least();
			this.target.note("a thinking budget of 0 went out as " + taken + ": the model always thinks");
		}
		Map<String, @Nullable Object> config = new Members();
		config.put("thinkingBudget", taken);
		config.put("includeThoughts", show);
		return config;
	}

	/**
	 * Return the {@code thinkingConfig} of Anthropic's way of asking.
	 * @param asked the {@code thinking} object
	 * @return the config, or null where the model does not think
	 */
	@Nullable Map<String, @Nullable Object> given(Map<?, ?> asked) {
		if (this.facts.has("no-thinking")) {
			return null;
		}
		boolean off = "disabled".equals(asked.get("type"));
		if (this.facts.has("thinking", "level")) {
			if (asked.get("budget_tokens") != null) {
				this.target.note("the thinking budget was left out: the model takes levels, by reasoning_effort");
			}
			return new LinkedHashMap<>(Map.of("includeThoughts", !off));
		}
		int budget = (asked.get("budget_tokens") instanceof Number number) ? number.intValue() : -1;
		return budget(off ? 0 : budget, !off && budget != 0);
	}

}
