package dev.litellm.dialect.gemini;

import dev.litellm.LlmClient;
import dev.litellm.Models;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

/**
 * Google AI Studio as a scripted server.
 */
final class Gemini {

	static final String MODEL = "gemini/gemini-2.5-flash";

	static final String NEW_MODEL = "gemini/gemini-3-flash-preview";

	private Gemini() {
	}

	static LlmClient client(ScriptedLlm llm) {
		return LlmClient.builder()
			.provider("gemini", (provider) -> provider.baseUrl(llm.url()).apiKey("sk-test"))
			.settings((settings) -> settings.withRetries(Models.QUICK))
			.build();
	}

	/**
	 * An answer of some parts.
	 * @param finishReason why it ended
	 * @param parts the parts as JSON, parted by commas
	 * @return the reply
	 */
	static Reply answer(String finishReason, String parts) {
		return Reply.json("""
				{"candidates": [{"content": {"role": "model", "parts": [%s]}, "finishReason": "%s", "index": 0}],
				 "usageMetadata": {"promptTokenCount": 12, "candidatesTokenCount": 5, "thoughtsTokenCount": 3,
				                   "totalTokenCount": 20},
				 "modelVersion": "gemini-2.5-flash", "responseId": "resp_1"}""".formatted(parts, finishReason));
	}

	static Reply text(String text) {
		return answer("STOP", "{\"text\": \"" + text + "\"}");
	}

	static Reply error(int status, String name, String message, String details) {
		return Reply.raw(status, "application/json",
				"{\"error\": {\"code\": %d, \"message\": \"%s\", \"status\": \"%s\", \"details\": [%s]}}"
					.formatted(status, message, name, details));
	}

}
