package dev.litellm.dialect.cohere;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.json.Values;

/**
 * Reasoning as Cohere takes it: on or off, with a budget of tokens.
 */
final class Thinking {

	private Thinking() {
	}

	/**
	 * Return the {@code thinking} of an effort.
	 * @param asked the {@code reasoning_effort}: a word, or an object with one
	 * @return the object, or null where the word is not known
	 */
	static @Nullable Map<String, @Nullable Object> effort(@Nullable Object asked) {
		Object word = (asked instanceof Map<?, ?> fields) ? fields.get("effort") : asked;
		return switch (String.valueOf(word)) {
			case "none", "disable" -> thinking("disabled", null);
			case "minimal", "low" -> thinking("enabled", 1024);
			case "medium" -> thinking("enabled", 2048);
			case "high" -> thinking("enabled", 4096);
			case "default", "xhigh", "max" -> thinking("enabled", null);
			default -> null;
		};
	}

	/**
	 * Return the {@code thinking} of Cohere's own or Anthropic's way of asking.
	 * @param asked the object
	 * @return Cohere's
	 */
	static Map<String, @Nullable Object> given(Map<?, ?> asked) {
		Map<String, @Nullable Object> thinking = Values.copy(asked);
		Object budget = thinking.remove("budget_tokens");
		if (budget != null) {
			thinking.putIfAbsent("token_budget", budget);
		}
		return thinking;
	}

	private static Map<String, @Nullable Object> thinking(String type, @Nullable Integer budget) {
		Map<String, @Nullable Object> thinking = Values.object("type", type);
		if (budget != null) {
			thinking.put("token_budget", budget);
		}
		return thinking;
	}

}
