package dev.litellm.benchmarks.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The two answers that the loopback server gives, rendered once: a completion of 850
 * bytes and a stream of 100 chunks.
 */
public final class Answers {

	/** Number of chunks in a stream: the role, 98 pieces of text and the finish. */
	public static final int CHUNKS = 100;

	private static final int COMPLETION_BYTES = 850;

	private static final String COMPLETION = """
			{"id":"chatcmpl-9xQ2vLr0mPzT4kYb8NwJcE1d","object":"chat.completion","created":1753600000,\
			"model":"gpt-4o-mini-2024-07-18","choices":[{"index":0,"message":{"role":"assistant",\
			"content":"%s","refusal":null,"annotations":[]},"logprobs":null,"finish_reason":"stop"}],\
			"usage":{"prompt_tokens":19,"completion_tokens":42,"total_tokens":61,"prompt_tokens_details":\
			{"cached_tokens":0,"audio_tokens":0},"completion_tokens_details":{"reasoning_tokens":0,\
			"audio_tokens":0,"accepted_prediction_tokens":0,"rejected_prediction_tokens":0}},\
			"service_tier":"default","system_fingerprint":"fp_62a23a81ef"}""";

	private static final String CHUNK = """
			{"id":"chatcmpl-9xQ2vLr0mPzT4kYb8NwJcE1d","object":"chat.completion.chunk","created":1753600000,\
			"model":"gpt-4o-mini-2024-07-18","service_tier":"default","system_fingerprint":"fp_62a23a81ef",\
			"choices":[{"index":0,"delta":%s,"logprobs":null,"finish_reason":%s}]}""";

	private static final List<String> DELTAS = IntStream.range(0, CHUNKS - 2).mapToObj((i) -> " word" + i).toList();

	private static final String TEXT = "All happy answers are alike; each one here is padded with dots"
			+ ".".repeat(COMPLETION_BYTES - 62 - COMPLETION.length() + "%s".length());

	private Answers() {
	}

	/**
	 * The text that a client must find in the completion.
	 * @return the content of the assistant's message
	 */
	public static String completionText() {
		return TEXT;
	}

	/**
	 * The text that a client must gather from the stream.
	 * @return the contents of all deltas, in order
	 */
	public static String streamText() {
		return String.join("", DELTAS);
	}

	static byte[] completion() {
		return utf8(COMPLETION.formatted(TEXT));
	}

	static List<byte[]> events() {
		Stream<String> first = Stream.of(CHUNK.formatted("{\"role\":\"assistant\",\"content\":\"\"}", "null"));
		Stream<String> text = DELTAS.stream()
			.map((delta) -> CHUNK.formatted("{\"content\":\"" + delta + "\"}", "null"));
		Stream<String> last = Stream.of(CHUNK.formatted("{}", "\"stop\""), "[DONE]");
		return Stream.of(first, text, last)
			.flatMap((part) -> part)
			.map((data) -> utf8("data: " + data + "\n\n"))
			.collect(Collectors.toList());
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
