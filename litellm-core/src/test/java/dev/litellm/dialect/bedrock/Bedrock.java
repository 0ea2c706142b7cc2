package dev.litellm.dialect.bedrock;

import dev.litellm.LlmClient;
import dev.litellm.Models;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;
import dev.litellm.transport.EventStreams;

/**
 * Amazon Bedrock as a scripted server.
 */
final class Bedrock {

	static final String CLAUDE = "bedrock/anthropic.claude-sonnet-4-20250514-v1:0";

	static final String NEW_CLAUDE = "bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0";

	static final String NOVA = "bedrock/amazon.nova-pro-v1:0";

	static final String LLAMA = "bedrock/meta.llama3-3-70b-instruct-v1:0";

	static final String EVENT_STREAM = "application/vnd.amazon.eventstream";

	private Bedrock() {
	}

	static LlmClient client(ScriptedLlm llm) {
		return LlmClient.builder()
			.provider("bedrock", (provider) -> provider.baseUrl(llm.url()).apiKey("sk-test"))
			.settings((settings) -> settings.withRetries(Models.QUICK))
			.build();
	}

	/**
	 * An answer of some blocks.
	 * @param stopReason why it ended
	 * @param blocks the blocks as JSON, parted by commas
	 * @return the reply
	 */
	static Reply answer(String stopReason, String blocks) {
		return Reply
			.json("""
					{"output": {"message": {"role": "assistant", "content": [%s]}}, "stopReason": "%s",
					 "usage": {"inputTokens": 12, "outputTokens": 5, "totalTokens": 17}, "metrics": {"latencyMs": 1}}"""
				.formatted(blocks, stopReason))
			.header("x-amzn-requestid", "req-1");
	}

	static Reply text(String text) {
		return answer("end_turn", "{\"text\": \"" + text + "\"}");
	}

	static Reply error(int status, String type, String message) {
		return Reply.raw(status, "application/json", "{\"message\": \"" + message + "\"}")
			.header("x-amzn-errortype", type + ":http://internal.amazon.com/coral/com.amazon.bedrock/");
	}

	static Reply stream(byte[]... events) {
		return Reply.raw(200, EVENT_STREAM, EventStreams.join(events));
	}

	static byte[] begin() {
		return EventStreams.event("messageStart", "{\"role\":\"assistant\",\"p\":\"abc\"}");
	}

	/**
	 * A piece of a block.
	 * @param index the block's place
	 * @param delta the piece as JSON
	 * @return the event
	 */
	static byte[] delta(int index, String delta) {
		return EventStreams.event("contentBlockDelta",
				"{\"contentBlockIndex\":" + index + ",\"delta\":" + delta + ",\"p\":\"abcdefgh\"}");
	}

	static byte[] said(String text) {
		return delta(0, "{\"text\":\"" + text + "\"}");
	}

	static byte[] call(int index, String id, String name) {
		return EventStreams.event("contentBlockStart", "{\"contentBlockIndex\":" + index
				+ ",\"start\":{\"toolUse\":{\"name\":\"" + name + "\",\"toolUseId\":\"" + id + "\"}}}");
	}

	static byte[] stop(int index) {
		return EventStreams.event("contentBlockStop", "{\"contentBlockIndex\":" + index + "}");
	}

	static byte[] end(String stopReason) {
		return EventStreams.event("messageStop", "{\"stopReason\":\"" + stopReason + "\"}");
	}

	static byte[] usage() {
		return EventStreams.event("metadata",
				"{\"usage\":{\"inputTokens\":12,\"outputTokens\":5,\"totalTokens\":17},\"metrics\":{\"latencyMs\":1}}");
	}

}
