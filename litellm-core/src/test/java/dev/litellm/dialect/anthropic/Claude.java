package dev.litellm.dialect.anthropic;

import dev.litellm.LlmClient;
import dev.litellm.Models;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

/**
 * Anthropic as a scripted server.
 */
final class Claude {

	static final String MODEL = "anthropic/claude-sonnet-4-20250514";

	static final String SCHEMA_MODEL = "anthropic/claude-sonnet-4-5";

	private Claude() {
	}

	static LlmClient client(ScriptedLlm llm) {
		return LlmClient.builder()
			.provider("anthropic", (provider) -> provider.baseUrl(llm.url()).apiKey("sk-test"))
			.settings((settings) -> settings.withRetries(Models.QUICK))
			.build();
	}

	/**
	 * A message of some blocks.
	 * @param stopReason why it ended
	 * @param blocks the blocks as JSON, parted by commas
	 * @return the reply
	 */
	static Reply message(String stopReason, String blocks) {
		return Reply.json("""
				{"id": "msg_1", "type": "message", "role": "assistant", "model": "claude-sonnet-4-20250514",
				 "content": [%s], "stop_reason": "%s", "usage": {"input_tokens": 12, "output_tokens": 5}}"""
			.formatted(blocks, stopReason));
	}

	static Reply text(String text) {
		return message("end_turn", "{\"type\": \"text\", \"text\": \"" + text + "\"}");
	}

	static Reply error(int status, String type, String message) {
		return Reply.raw(status, "application/json",
				"{\"type\": \"error\", \"error\": {\"type\": \"%s\", \"message\": \"%s\"}, \"request_id\": \"req_1\"}"
					.formatted(type, message));
	}

}
