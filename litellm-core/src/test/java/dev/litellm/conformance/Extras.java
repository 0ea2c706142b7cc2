package dev.litellm.conformance;

import java.util.regex.Pattern;

/**
 * The members of answers that may be there although LiteLLM has none: what the provider
 * sent beside OpenAI's format survives here, while LiteLLM moves it to members of its
 * own, which the records do not hold.
 */
final class Extras {

	private static final Pattern HEAD = Pattern.compile("(/assembled|/partial|/chunks)?/(?!id|object|created|model|choices|usage"
			+ "|system_fingerprint|service_tier)[^/]+(/.*)?");

	private static final Pattern CHOICE = Pattern
		.compile("(/assembled|/partial|/chunks)?/choices/\\d+/(?!index|finish_reason|message/|delta/|logprobs)[^/]+(/.*)?");

	private static final Pattern MESSAGE = Pattern.compile("(/assembled|/partial|/chunks)?/choices/\\d+/(message|delta)/(?!role"
			+ "|content|reasoning_content|thinking_blocks|tool_calls|function_call|annotations|audio|images)[^/]+(/.*)?");

	private static final Pattern USAGE = Pattern
		.compile("(/assembled|/partial|/chunks)?/usage(/\\d+)?/(?!prompt_tokens|completion_tokens|total_tokens)[^/]+(/.*)?");

	private Extras() {
	}

	static boolean contains(Part part, String pointer) {
		return (part == Part.RESPONSE || part == Part.STREAM)
				&& (HEAD.matcher(pointer).matches() || CHOICE.matcher(pointer).matches()
						|| MESSAGE.matcher(pointer).matches() || USAGE.matcher(pointer).matches());
	}

}
