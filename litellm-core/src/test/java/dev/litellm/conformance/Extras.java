package dev.litellm.conformance;

import java.util.regex.Pattern;

/**
 * The members of answers that may be there although LiteLLM has none: what the provider
 * sent beside OpenAI's format survives here, while LiteLLM moves it to members of its
 * own, which the records do not hold.
 */
final class Extras {

	/** Of the parts of a stream's comparison; taken whole, never as a member's name. */
	private static final String START = "(?:/assembled|/partial|/chunks)?+";

	private static final Pattern ANY = Pattern.compile(START + "(?:"
			+ other("", "id,object,created,model,choices,usage,system_fingerprint,service_tier") + "|"
			+ other("/choices/\\d+", "index,finish_reason,message,delta,logprobs") + "|"
			+ other("/choices/\\d+/(?:message|delta)",
					"role,content,reasoning_content,thinking_blocks,tool_calls,function_call,annotations,audio,images")
			+ "|"
			+ other("/usage(?:/\\d+)?+",
					"prompt_tokens,completion_tokens,total_tokens,prompt_tokens_details,completion_tokens_details")
			+ ")");

	private Extras() {
	}

	private static String other(String parent, String members) {
		return parent + "/(?!(?:" + members.replace(',', '|') + ")(?:/|$))[^/]+(?:/.*)?";
	}

	static boolean contains(Part part, String pointer) {
		return (part == Part.RESPONSE || part == Part.STREAM) && ANY.matcher(pointer).matches();
	}

}
