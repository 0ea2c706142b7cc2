package dev.litellm.chat;

import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/**
 * Tests that OpenAI's format survives reading and writing, unknown members included.
 */
class RoundTripTests {

	/**
	 * What is read, but written in OpenAI's form: flat images, and tools in Anthropic's
	 * form.
	 */
	private static final Pattern OTHER_FORM = Pattern.compile("\"image_url\":\"[^\"]|\"input_schema\"");

	static Stream<Arguments> requests() {
		return Samples.requests()
			.entrySet()
			.stream()
			.filter((sample) -> !OTHER_FORM.matcher(sample.getValue()).find())
			.map((sample) -> argumentSet(sample.getKey(), sample.getValue()));
	}

	static Stream<Arguments> responses() {
		return Samples.responses("openai")
			.entrySet()
			.stream()
			.map((sample) -> argumentSet(sample.getKey(), sample.getValue()));
	}

	static Stream<Arguments> compatibleResponses() {
		return Stream.of("groq", "deepseek", "mistral", "xai", "together_ai", "openrouter", "azure")
			.flatMap((provider) -> Samples.responses(provider).entrySet().stream())
			.map((sample) -> argumentSet(sample.getKey(), sample.getValue()));
	}

	@ParameterizedTest
	@MethodSource("requests")
	void writesTheRequestThatItHasRead(String json) {
		ChatRequest request = ChatRequest.fromJson(json);
		assertThat(Samples.byValue(request.toJson())).isEqualTo(Samples.byValue(json));
		assertThat(ChatRequest.fromJson(request.toJson())).isEqualTo(request);
	}

	@ParameterizedTest
	@MethodSource("responses")
	void writesTheAnswerThatItHasRead(String json) {
		ChatResponse response = ChatResponse.fromJson(json);
		assertThat(Samples.byValue(response.toJson())).isEqualTo(Samples.byValue(json));
	}

	@ParameterizedTest
	@MethodSource({ "responses", "compatibleResponses" })
	void readsTheAnswerThatItHasWritten(String json) {
		ChatResponse response = ChatResponse.fromJson(json);
		assertThat(Samples.byValue(ChatResponse.fromJson(response.toJson()).toJson()))
			.isEqualTo(Samples.byValue(response.toJson()));
		assertThat(ChatResponse.fromJson(response.toJson()).choices()).hasSameSizeAs(response.choices());
	}

	@ParameterizedTest
	@ValueSource(strings = { """
			{"id":"c","object":"chat.completion.chunk","created":1741569952,"model":"m","service_tier":"default",\
			"system_fingerprint":"fp","choices":[{"index":0,"delta":{"role":"assistant","content":"","refusal":"r"},\
			"logprobs":{"content":[]}}],"obfuscation":"xyz"}""",
			"""
					{"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":1,"delta":{"tool_calls":\
					[{"index":0,"id":"t","type":"function","function":{"name":"f","arguments":"","own":1},"own":2}]}},\
					{"index":0,"delta":{"reasoning_content":"h","thinking_blocks":[{"type":"thinking","thinking":"t"}]},\
					"finish_reason":"stop"}]}""",
			"""
					{"object":"chat.completion.chunk","created":1,"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":2,\
					"total_tokens":3,"queue_time":0.5}}""" })
	void writesTheChunkThatItHasRead(String json) {
		ChatChunk chunk = ChatChunk.fromJson(json);
		assertThat(Samples.byValue(chunk.toJson())).isEqualTo(Samples.byValue(json));
		assertThat(ChatChunk.fromJson(chunk.toJson())).isEqualTo(chunk);
	}

}
