package dev.litellm.dialect;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.litellm.error.ErrorKind;

/**
 * What the words of an error tell of its kind, for errors whose status and code do not.
 *
 * @since 0.1.0
 */
public final class ErrorTexts {

	private static final List<String> CONTEXT_WINDOW = List.of("maximum context length", "context length exceeded",
			"exceed context limit", "exceeds the context window", "context window exceeded", "prompt is too long",
			"input is too long", "too many tokens", "maximum context limit", "longer than the model's context length",
			"exceeds the available context size", "input length exceeds", "reduce the length of the messages",
			"maximum prompt length", "`inputs` tokens + `max_new_tokens` must be", "exceeded model token limit",
			"range of input length should be", "maximum number of tokens allowed", "tokens exceed the configured limit",
			"specified maximum sequence length");

	private static final List<String> CONTENT_POLICY = List.of("content_policy_violation", "content management policy",
			"violating our usage policy", "violates usage guidelines", "as a result of our safety system",
			"as a result of the safety system", "content filtering policy", "content_filter_policy",
			"the model produced invalid content", "content moderation policy", "moderation guardrail",
			"content exists risk", "inappropriate content", "considered high risk", "due to safety violations",
			"flagged by", "input was flagged", "responsible ai practices");

	private ErrorTexts() {
	}

	/**
	 * Return the kind that an error's words tell.
	 * @param message the provider's words
	 * @return a full context window or refused content, or null where they tell neither
	 */
	public static @Nullable ErrorKind kind(String message) {
		String text = message.toLowerCase(Locale.ROOT);
		if (CONTEXT_WINDOW.stream().anyMatch(text::contains)) {
			return ErrorKind.CONTEXT_WINDOW_EXCEEDED;
		}
		return CONTENT_POLICY.stream().anyMatch(text::contains) ? ErrorKind.CONTENT_POLICY_VIOLATION : null;
	}

}
