package dev.litellm.chat;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * OpenAI's words for why an answer ended: {@code stop}, {@code length},
 * {@code tool_calls}, {@code function_call}, {@code content_filter}.
 *
 * @since 0.1.0
 */
public final class FinishReason {

	public static final String STOP = "stop";

	public static final String LENGTH = "length";

	public static final String TOOL_CALLS = "tool_calls";

	public static final String CONTENT_FILTER = "content_filter";

	private FinishReason() {
	}

	/**
	 * Translate a provider's word.
	 * @param reason the provider's word, or null
	 * @return OpenAI's word where there is one, else the provider's own
	 */
	public static @Nullable String unify(@Nullable String reason) {
		if (reason == null || reason.isEmpty()) {
			return null;
		}
		return switch (reason) {
			case STOP, LENGTH, TOOL_CALLS, CONTENT_FILTER, "function_call" -> reason;
			default -> switch (reason.toLowerCase(Locale.ROOT)) {
				case "stop", "eos", "eos_token", "end_turn", "stop_sequence", "complete", "end", "finish", "finished",
						"stop_criteria_met" ->
					STOP;
				case "length", "max_tokens", "model_length", "max_length", "error_limit" -> LENGTH;
				case "tool_calls", "tool_call", "tool_use" -> TOOL_CALLS;
				case "content_filter", "content_filtered", "safety", "sensitive", "refusal", "error_toxic",
						"guardrail_intervened" ->
					CONTENT_FILTER;
				default -> reason;
			};
		};
	}

}
