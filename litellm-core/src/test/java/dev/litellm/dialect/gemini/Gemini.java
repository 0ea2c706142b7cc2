package dev.litellm.dialect.gemini;

import dev.litellm.LlmClient;
import dev.litellm.Models;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Google AI Studio as a scripted server.
 */
final class Gemini {

	static final String MODEL = "gemini/gemini-2.5-flash";

	static final String NEW_MODEL = "gemini/gemini-3-flash-preview";

	/** A draft, a text and the picture itself, as Google gives them. */
	static final String PICTURES = """
			{"inlineData": {"mimeType": "image/png", "data": "ZHJhZnQ="}, "thought": true},
			{"text": "Here.", "thoughtSignature": "dGV4dA=="},
			{"inlineData": {"mimeType": "image/png", "data": "eA=="}, "thoughtSignature": "c2ln"}""";

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

	/**
	 * A stream of answers.
	 * @param parts the parts of each event as JSON, parted by commas
	 * @return the reply, whose end is an event of its own
	 */
	static Reply stream(String... parts) {
		StringBuilder events = new StringBuilder();
		for (String part : parts) {
			events.append("data: {\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[")
				.append(part)
				.append("]}}]}\n\n");
		}
		return Reply.sse(events.append("data: {\"candidates\":[{\"finishReason\":\"STOP\"}]}\n\n").toString());
	}

	static Reply text(String text) {
		return answer("STOP", "{\"text\": \"" + text + "\"}");
	}

	static void checkPictures(RecordedRequest request) {
		assertThat(request.text("/contents/1/parts/0/thoughtSignature")).isEqualTo("dGV4dA==");
		assertThat(request.text("/contents/1/parts/1/inline_data/data")).isEqualTo("ZHJhZnQ=");
		assertThat(request.at("/contents/1/parts/1/thought").asBoolean()).isTrue();
		assertThat(request.at("/contents/1/parts/1/thoughtSignature").isMissingNode()).isTrue();
		assertThat(request.text("/contents/1/parts/2/inline_data/data")).isEqualTo("eA==");
		assertThat(request.at("/contents/1/parts/2/thought").isMissingNode()).isTrue();
		assertThat(request.text("/contents/1/parts/2/thoughtSignature")).isEqualTo("c2ln");
	}

	static Reply error(int status, String name, String message, String details) {
		return Reply.raw(status, "application/json",
				"{\"error\": {\"code\": %d, \"message\": \"%s\", \"status\": \"%s\", \"details\": [%s]}}"
					.formatted(status, message, name, details));
	}

}
