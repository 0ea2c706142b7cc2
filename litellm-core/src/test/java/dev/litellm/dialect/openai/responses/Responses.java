package dev.litellm.dialect.openai.responses;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.litellm.LlmClient;
import dev.litellm.Models;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

/**
 * OpenAI's Responses API as a scripted server.
 */
final class Responses {

	static final String MODEL = "openai/gpt-5-pro";

	static final String MESSAGE = """
			{"id": "msg_1", "type": "message", "status": "completed", "role": "assistant",
			 "content": [{"type": "output_text", "text": "%s", "annotations": [], "logprobs": []}]}""";

	static final String CALL = """
			{"id": "fc_1", "type": "function_call", "status": "completed", "call_id": "call_1", "name": "get_weather",
			 "arguments": "{\\"city\\":\\"Paris\\"}"}""";

	static final String REASONING = """
			{"id": "rs_1", "type": "reasoning", "summary": [{"type": "summary_text", "text": "Think."}],
			 "encrypted_content": "gAAAAA=="}""";

	private Responses() {
	}

	static LlmClient client(ScriptedLlm llm) {
		return LlmClient.builder()
			.provider("openai", (provider) -> provider.baseUrl(llm.baseUrl()).apiKey("sk-test"))
			.settings((settings) -> settings.withRetries(Models.QUICK))
			.build();
	}

	static Reply text(String text) {
		return answer(MESSAGE.formatted(text));
	}

	/**
	 * An answer of some items.
	 * @param items the items as JSON, parted by commas
	 * @return the reply
	 */
	static Reply answer(String items) {
		return status("completed", "null", items);
	}

	static Reply status(String status, String incomplete, String items) {
		return Reply.json("""
				{"id": "resp_1", "object": "response", "created_at": 1741476542, "status": "%s", "error": null,
				 "incomplete_details": %s, "model": "gpt-5-pro-2025-10-06", "output": [%s], "service_tier": "default",
				 "usage": {"input_tokens": 36, "input_tokens_details": {"cached_tokens": 4}, "output_tokens": 8,
				           "output_tokens_details": {"reasoning_tokens": 2}, "total_tokens": 44}}""".formatted(status,
				incomplete, items));
	}

	static Reply stream(String sample) {
		try {
			return Reply.raw(200, "text/event-stream",
					Files.readString(Path.of("src/test/resources/dialect/responses", sample + ".sse")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
