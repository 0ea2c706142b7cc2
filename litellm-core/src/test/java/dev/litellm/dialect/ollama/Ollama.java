package dev.litellm.dialect.ollama;

import dev.litellm.LlmClient;
import dev.litellm.Models;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

/**
 * Ollama as a scripted server.
 */
final class Ollama {

	static final String MODEL = "ollama/llama3.2";

	private Ollama() {
	}

	static LlmClient client(ScriptedLlm llm) {
		return LlmClient.builder()
			.provider("ollama", (provider) -> provider.baseUrl(llm.url()))
			.settings((settings) -> settings.withRetries(Models.QUICK))
			.build();
	}

	/**
	 * An answer.
	 * @param message the members of the message as JSON, parted by commas
	 * @return the reply
	 */
	static Reply answer(String message) {
		return Reply.json("""
				{"model": "llama3.2", "created_at": "2025-11-22T12:00:00.123456Z",
				 "message": {"role": "assistant", %s}, "done": true, "done_reason": "stop",
				 "total_duration": 4883583458, "prompt_eval_count": 26, "eval_count": 8}""".formatted(message));
	}

	static Reply text(String text) {
		return answer("\"content\": \"" + text + "\"");
	}

	static Reply stream(String lines) {
		return Reply.raw(200, "application/x-ndjson", lines);
	}

}
