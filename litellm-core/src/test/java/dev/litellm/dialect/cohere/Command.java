package dev.litellm.dialect.cohere;

import dev.litellm.LlmClient;
import dev.litellm.Models;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

/**
 * Cohere as a scripted server.
 */
final class Command {

	static final String MODEL = "cohere_chat/command-a-03-2025";

	static final String THINKING_MODEL = "cohere_chat/command-a-reasoning-08-2025";

	private Command() {
	}

	static LlmClient client(ScriptedLlm llm) {
		return LlmClient.builder()
			.provider("cohere_chat", (provider) -> provider.baseUrl(llm.url()).apiKey("sk-test"))
			.settings((settings) -> settings.withRetries(Models.QUICK))
			.build();
	}

	/**
	 * An answer.
	 * @param finishReason why it ended
	 * @param members the members of its message as JSON
	 * @return the reply
	 */
	static Reply answer(String finishReason, String members) {
		return Reply.json("""
				{"id": "c_1", "message": {"role": "assistant", %s}, "finish_reason": "%s",
				 "usage": {"billed_units": {"input_tokens": 9, "output_tokens": 5},
				           "tokens": {"input_tokens": 71, "output_tokens": 5}, "cached_tokens": 48}}"""
			.formatted(members, finishReason));
	}

	static Reply text(String text) {
		return answer("COMPLETE", "\"content\": [{\"type\": \"text\", \"text\": \"" + text + "\"}]");
	}

	static Reply error(int status, String message) {
		return Reply.raw(status, "application/json", "{\"id\": \"req_1\", \"message\": \"" + message + "\"}");
	}

}
