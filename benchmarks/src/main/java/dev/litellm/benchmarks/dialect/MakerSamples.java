package dev.litellm.benchmarks.dialect;

import java.util.List;

/**
 * The samples of the formats that makers of models speak themselves; the first is
 * OpenAI's.
 */
final class MakerSamples {

	private static final String CHUNK = """
			{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1753600000,"model":"gpt-4o",\
			"choices":[{"index":0,"delta":""";

	/** A whole answer in OpenAI's format. */
	static final String CHAT = """
			{"id":"chatcmpl-1","object":"chat.completion","created":1753600000,"model":"gpt-4o","choices":[\
			{"index":0,"message":{"role":"assistant","content":"%s"},"finish_reason":"stop"}],\
			"usage":{"prompt_tokens":19,"completion_tokens":42,"total_tokens":61}}""";

	/** The chunks of a stream in OpenAI's format. */
	static final String FIRST = CHUNK + "{\"role\":\"assistant\",\"content\":\"\"},\"finish_reason\":null}]}";

	static final String WORD = CHUNK + "{\"content\":\"%s\"},\"finish_reason\":null}]}";

	static final String LAST = CHUNK + "{},\"finish_reason\":\"stop\"}]}";

	private MakerSamples() {
	}

	static List<Sample> all() {
		return List.of(Sample.of("openai", "openai/gpt-4o").whole(CHAT).stream(chat()).build(), anthropic(), cohere(),
				gemini(), responses(), chatGpt());
	}

	/** A stream in OpenAI's format. */
	static Events chat() {
		return Events.sse().data(FIRST).words("data: " + WORD + "\n\n").data(LAST).data("[DONE]");
	}

	private static Sample anthropic() {
		return Sample.of("anthropic", "anthropic/claude-sonnet-4-5").whole("""
				{"id":"msg_1","type":"message","role":"assistant","model":"claude-sonnet-4-5","content":[\
				{"type":"text","text":"%s"}],"stop_reason":"end_turn","stop_sequence":null,\
				"usage":{"input_tokens":19,"output_tokens":42}}""").stream(Events.sse().event("""
				event: message_start
				data: {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant",\
				"model":"claude-sonnet-4-5","content":[],"usage":{"input_tokens":19,"output_tokens":1}}}

				event: content_block_start
				data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

				""").words("""
				event: content_block_delta
				data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"%s"}}

				""").event("""
				event: content_block_stop
				data: {"type":"content_block_stop","index":0}

				event: message_delta
				data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":42}}

				event: message_stop
				data: {"type":"message_stop"}

				""")).build();
	}

	private static Sample cohere() {
		return Sample.of("cohere", "cohere/command-a-03-2025")
			.whole("""
					{"id":"c1","message":{"role":"assistant","content":[{"type":"text","text":"%s"}]},\
					"finish_reason":"COMPLETE","usage":{"tokens":{"input_tokens":19,"output_tokens":42}}}""")
			.stream(Events.sse().event("""
					event: message-start
					data: {"type":"message-start","id":"c1","delta":{"message":{"role":"assistant","content":[]}}}

					event: content-start
					data: {"type":"content-start","index":0,"delta":{"message":{"content":{"type":"text","text":""}}}}

					""").words("""
					event: content-delta
					data: {"type":"content-delta","index":0,"delta":{"message":{"content":{"text":"%s"}}}}

					""").event("""
					event: content-end
					data: {"type":"content-end","index":0}

					event: message-end
					data: {"type":"message-end","delta":{"finish_reason":"COMPLETE",\
					"usage":{"tokens":{"input_tokens":19,"output_tokens":42}}}}

					"""))
			.build();
	}

	private static Sample gemini() {
		String begin = "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":";
		String end = "}],\"usageMetadata\":{\"promptTokenCount\":19,\"candidatesTokenCount\":42,\"totalTokenCount\":61},"
				+ "\"modelVersion\":\"gemini-2.0-flash\",\"responseId\":\"r1\"}";
		String last = "\"}]},\"finishReason\":\"STOP\",\"index\":0" + end;
		return Sample.of("gemini", "gemini/gemini-2.0-flash")
			.whole(begin + "\"%s" + last)
			.stream(Events.sse()
				.words("data: " + begin + "\"%s\"}]},\"index\":0" + end + "\r\n\r\n")
				.event("data: " + begin + '"' + last + "\r\n\r\n"))
			.build();
	}

	private static Sample responses() {
		return Sample.of("openai", "openai/gpt-5-pro")
			.by("by responses")
			.whole("{" + Responses.ABOUT + Responses.END)
			.stream(Responses.events(Sample.WORDS))
			.build();
	}

	/** Whole answers come as streams too. */
	private static Sample chatGpt() {
		return Sample.of("chatgpt", "chatgpt/gpt-5.4")
			.whole(Responses.events(List.of(Sample.TEXT.split("(?<= )"))).end())
			.stream(Responses.events(Sample.WORDS))
			.build();
	}

	/**
	 * Answers of OpenAI's Responses API.
	 */
	private static final class Responses {

		static final String ABOUT = "\"id\":\"resp_1\",\"object\":\"response\",\"created_at\":1753600000,"
				+ "\"model\":\"gpt-5-pro\",";

		static final String END = "\"status\":\"completed\",\"output\":[{\"id\":\"msg_1\",\"type\":\"message\","
				+ "\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\",\"text\":\"%s\",\"annotations\":[]}]}],"
				+ "\"usage\":{\"input_tokens\":19,\"output_tokens\":42,\"total_tokens\":61}}";

		static Events events(List<String> words) {
			return Events.sse()
				.event("event: response.created\ndata: {\"type\":\"response.created\",\"response\":{" + ABOUT
						+ "\"status\":\"in_progress\",\"output\":[]},\"sequence_number\":0}\n\n")
				.words(words,
						"event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\","
								+ "\"item_id\":\"msg_1\",\"output_index\":0,\"content_index\":0,\"delta\":\"%s\","
								+ "\"logprobs\":[],\"obfuscation\":\"x7Kq2\",\"sequence_number\":4}\n\n")
				.event("event: response.completed\ndata: {\"type\":\"response.completed\",\"response\":{" + ABOUT
						+ END.formatted(String.join("", words)) + "}\n\n");
		}

	}

}
