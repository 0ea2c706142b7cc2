package dev.litellm.dialect;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.Message;
import dev.litellm.error.FailureException;
import dev.litellm.transport.Framing;
import dev.litellm.transport.Playback;
import dev.litellm.transport.Reception;
import dev.litellm.transport.Tap;
import dev.litellm.transport.Transport;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that events of mere text are read without a tree in the formats whose streams are
 * made of them, and that none is taken for one that tells more.
 */
class PiecesOfTextTests {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	/**
	 * What 500 trees allocate at least, each with its object, array and a list or two.
	 */
	private static final long SPARED = 30_000;

	private static final JsonMapper JSON = JsonMapper.shared();

	static List<Format> formats() {
		return List.of(new Format("oci/meta.llama-3.3-70b-instruct", """
				{"index":0,"message":{"role":"ASSISTANT","content":[{"type":"TEXT","text":"%s"}]},"pad":"aaaa"}""", """
				{"message":{"role":"ASSISTANT","content":[{"type":"TEXT","text":"%s"}]},"finishReason":"length"}"""),
				new Format("oci/cohere.command-r-plus", """
						{"apiFormat":"COHERE","text":"%s","pad":"aa"}""", """
						{"apiFormat":"COHERE","text":"one two éend","finishReason":"MAX_TOKENS"}"""),
				new Format("oci/cohere.command-a-03-2025",
						"""
								{"apiFormat":"COHEREV2","message":{"role":"ASSISTANT","content":[{"type":"TEXT","text":"%s"}]}}""",
						"""
								{"apiFormat":"COHEREV2","message":{"content":[{"type":"TEXT","text":"one two éend"}]},\
								"finishReason":"MAX_TOKENS"}"""),
				new Format("gigachat/GigaChat-2-Pro", """
						{"choices":[{"delta":{"content":"%s","role":"assistant"},"index":0}],"created":1762345678,\
						"model":"GigaChat-2-Pro:2.0","object":"chat.completion"}""", """
						{"choices":[{"delta":{"content":"%s"},"index":0,"finish_reason":"length"}],\
						"model":"GigaChat-2-Pro:2.0"}"""), new Format("ollama/llama3.2", """
						{"model":"llama3.2","created_at":"2025-11-22T12:00:00.123456Z",\
						"message":{"role":"assistant","content":"%s"},"done":false}""", """
						{"model":"llama3.2","message":{"content":"%s"},"done":true,"done_reason":"length"}"""),
				new Format("gemini/gemini-3-flash", """
						{"candidates":[{"content":{"role":"model","parts":[{"text":"%s"}]},"index":0}],\
						"usageMetadata":{"promptTokenCount":4,"totalTokenCount":4},"modelVersion":"gemini-3-flash",\
						"responseId":"r1"}""", """
						{"candidates":[{"content":{"parts":[{"text":"%s"}]},"finishReason":"MAX_TOKENS"}]}"""),
				new Format("predibase/llama", """
						{"token":{"id":100,"text":"%s","logprob":-0.1,"special":false},"generated_text":null,\
						"details":null}""", """
						{"token":{"text":"%s"},"details":{"finish_reason":"length","generated_tokens":9}}"""),
				new Format("watsonx_text/ibm/granite-3", """
						{"model_id":"ibm/granite-13b","created_at":"2025-11-05T12:27:58.412Z","results":[{\
						"generated_text":"%s","generated_token_count":4,"input_token_count":0,\
						"stop_reason":"not_finished"}]}""", """
						{"results":[{"generated_text":"%s","stop_reason":"max_tokens"}]}"""),
				new Format("triton/llama", """
						{"model_name":"llama","model_version":"1","sequence_end":false,"text_output":"%s"}""", """
						{"text_output":"%s","model_name":"other"}"""), new Format("langgraph/agent", """
						[{"type":"AIMessageChunk","id":"m1","content":"%s","additional_kwargs":{},\
						"response_metadata":{"model_provider":"openai"},"usage_metadata":null},{"node":"agent"}]""", """
						[{"type":"ai","content":"%s","response_metadata":{"finish_reason":"length"}}]"""));
	}

	@ParameterizedTest
	@MethodSource("formats")
	void readsPiecesOfTextAndWhatComesWithTheLast(Format format) {
		List<ChatChunk> chunks = format
			.chunks(format.piece("one ") + format.piece("two ") + format.piece("\\u00e9") + format.last("end"));
		StringBuilder text = new StringBuilder();
		chunks.forEach((chunk) -> text.append(Objects.requireNonNullElse(chunk.content(), "")));
		assertThat(text).hasToString("one two éend");
		assertThat(chunks.stream().flatMap((chunk) -> chunk.choices().stream()))
			.filteredOn((choice) -> choice.finishReason() != null)
			.singleElement()
			.extracting((choice) -> choice.finishReason())
			.isEqualTo(format.model().startsWith("triton") ? "stop" : "length");
	}

	@ParameterizedTest
	@MethodSource("formats")
	void readsPiecesOfTextWithoutTrees(Format format) {
		String trees = new String(Frames.of(bytes(format.piece("text"))).unheard(), StandardCharsets.UTF_8);
		String others = format.event(reversed(JSON.readTree(format.piece.formatted("text"))).toString());
		long cost = format.cost(trees);
		assertThat(format.cost(format.piece("text"))).isLessThan(cost - SPARED);
		assertThat(format.cost(others)).as("in another order").isLessThan(cost - SPARED);
	}

	private static JsonNode reversed(JsonNode node) {
		if (node instanceof ArrayNode items) {
			ArrayNode result = JSON.createArrayNode();
			items.forEach((item) -> result.add(reversed(item)));
			return result;
		}
		ObjectNode result = JSON.createObjectNode();
		List<String> names = new ArrayList<>(node.propertyNames());
		Collections.reverse(names);
		names.forEach((name) -> result.set(name, reversed(node.get(name))));
		return node.isObject() ? result : node;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * A format's streams.
	 *
	 * @param model a model that speaks it
	 * @param piece an event of mere text
	 * @param last an event of text and more
	 */
	private record Format(String model, String piece, String last) {

		String event(String data) {
			return this.model.startsWith("ollama") ? data + "\n"
					: (this.model.startsWith("langgraph") ? "event: messages\n" : "") + "data: " + data + "\n\n";
		}

		String piece(String text) {
			return event(this.piece.formatted(text));
		}

		String last(String text) {
			return event(this.last.formatted(text));
		}

		List<ChatChunk> chunks(String stream) {
			return Objects.requireNonNull(call(new Playback().add(200, mediaType(), bytes(stream))).block());
		}

		private Mono<List<ChatChunk>> call(Transport network) {
			ChatRequest request = ChatRequest.builder(this.model).messages(Message.user("Hi")).build();
			return Offline.client(network).completionStream(request).collectList();
		}

		private String mediaType() {
			return (this.model.startsWith("ollama") ? Framing.NDJSON : Framing.SSE).mediaType();
		}

		/** What 500 events allocate, beside the first. */
		long cost(String event) {
			Tap tap = new Tap(new Playback().add(200, mediaType(), bytes(event + last(""))));
			call(tap).block();
			Reception reception = tap.receptions().get(tap.receptions().size() - 1);
			return least(reception, bytes(event.repeat(501))) - least(reception, bytes(event));
		}

		/** What is done for the first time only adds. */
		private static long least(Reception reception, byte[] stream) {
			return LongStream.generate(() -> allocated(reception, stream)).limit(4).min().orElseThrow();
		}

		private static long allocated(Reception reception, byte[] stream) {
			long before = THREADS.getCurrentThreadAllocatedBytes();
			try {
				reception.read(reception.head(), stream, (chunk) -> {
				});
			}
			catch (FailureException ex) {
				// it has no end
			}
			return THREADS.getCurrentThreadAllocatedBytes() - before;
		}

		@Override
		public String toString() {
			return this.model;
		}

	}

}
