package dev.litellm.dialect.openai;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.dialect.Target;
import dev.litellm.provider.ReasoningQuirks;

/**
 * How a request tells a provider to reason: {@code reasoning_effort} or {@code thinking},
 * each written as the other where a provider knows but one.
 */
final class Reasoning {

	private static final String EFFORT = "reasoning_effort";

	private static final String THINKING = "thinking";

	private static final String BUDGET = "budget_tokens";

	private static final int ROOM = 4096;

	private Reasoning() {
	}

	static boolean isChanged(Map<String, @Nullable Object> given, ReasoningQuirks quirks) {
		Object effort = given.get(EFFORT);
		return (effort instanceof Map<?, ?> && quirks.effort() != ReasoningQuirks.Effort.OBJECT)
				|| (effort != null
						&& (quirks.effort() != ReasoningQuirks.Effort.AS_GIVEN || !quirks.effortNames().isEmpty()))
				|| (quirks.thinking() != ReasoningQuirks.Thinking.AS_GIVEN && given.containsKey(THINKING));
	}

	static void effort(Object given, Target target, Map<String, @Nullable Object> result) {
		ReasoningQuirks quirks = target.quirks().reasoning();
		Object value = (given instanceof Map<?, ?> fields && fields.get("effort") != null) ? fields.get("effort")
				: given;
		Object effort = (value instanceof String word) ? quirks.effortNames().getOrDefault(word, word) : value;
		switch (quirks.effort()) {
			case OBJECT -> result.put(EFFORT, given);
			case AS_GIVEN -> result.put(EFFORT, effort);
			case THINKING ->
				result.putIfAbsent(THINKING, Map.of("type", "none".equals(effort) ? "disabled" : "enabled"));
			case SWITCH -> {
				if ("none".equals(effort)) {
					result.put("reasoning", Map.of("enabled", false));
				}
				else {
					result.put(EFFORT, effort);
				}
			}
			case BUDGET -> {
				if (effort instanceof String word && !word.equals("none")) {
					result.putIfAbsent(THINKING, Map.of("type", "enabled", BUDGET, budget(word)));
				}
			}
			case DROP -> target.note(EFFORT + " was left out: " + target.provider().name() + " does not take it");
		}
	}

	private static int budget(String effort) {
		return switch (effort) {
			case "minimal", "low" -> 1024;
			case "medium" -> 2048;
			case "xhigh" -> 8192;
			case "max" -> 16384;
			default -> 4096;
		};
	}

	/**
	 * Make room for the answer beside a budget of thinking, where the caller has set no
	 * limit of both.
	 * @param target whom the parameters go to
	 * @param result the parameters by the provider's names
	 */
	static void makeRoom(Target target, Map<String, @Nullable Object> result) {
		if (target.quirks().reasoning().effort() == ReasoningQuirks.Effort.BUDGET
				&& result.get(THINKING) instanceof Map<?, ?> thinking
				&& thinking.get(BUDGET) instanceof Number budget) {
			result.putIfAbsent("max_tokens", budget.intValue() + ROOM);
		}
	}

	static void thinking(Object value, Target target, Map<String, @Nullable Object> result) {
		if (!(value instanceof Map<?, ?> fields) || fields.get("type") == null) {
			result.put(THINKING, value);
			return;
		}
		switch (target.quirks().reasoning().thinking()) {
			case AS_GIVEN -> result.put(THINKING, value);
			case TYPE -> result.put(THINKING, Map.of("type", fields.get("type")));
			case EFFORT -> {
				if ("enabled".equals(fields.get("type"))) {
					result.putIfAbsent(EFFORT, effort(fields.get(BUDGET)));
				}
				else {
					target.note(THINKING + " was left out: " + target.provider().name() + " takes " + EFFORT);
				}
			}
		}
	}

	/**
	 * Return whether a request asks for reasoning.
	 * @param given the parameters by their OpenAI names
	 * @return true if it turns thinking on, or gives an effort
	 */
	static boolean isAsked(Map<String, @Nullable Object> given) {
		Object effort = given.get(EFFORT);
		return (effort != null && !effort.equals("none"))
				|| (given.get(THINKING) instanceof Map<?, ?> fields && "enabled".equals(fields.get("type")));
	}

	private static String effort(@Nullable Object budget) {
		int tokens = (budget instanceof Number number) ? number.intValue() : 0;
		if (tokens >= 4096) {
			return "high";
		}
		return (tokens >= 2048) ? "medium" : (tokens >= 1024) ? "low" : "minimal";
	}

}
