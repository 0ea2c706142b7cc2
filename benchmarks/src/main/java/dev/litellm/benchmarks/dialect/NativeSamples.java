package dev.litellm.benchmarks.dialect;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * The samples of the dialects that few providers speak. A provider without options or
 * tokens speaks each, so that nothing but the dialect counts.
 */
final class NativeSamples {

	private static final String SSE = "text/event-stream";

	private NativeSamples() {
	}

	static List<Sample> all() {
		return List.of(bedrock(), bedrockClaude(), ollama(), oci(), ociCohere(), gigachat(), predibase(), triton(),
				watsonx(), langgraph());
	}

	private static Sample.Builder of(String dialect) {
		return Sample.of(dialect, "bench/model")
			.setUp((client) -> client.provider("bench",
					(provider) -> provider.baseUrl("https://bench.example").apiKey("sk-test").dialect(dialect)));
	}

	private static Sample bedrock() {
		Sample.Builder sample = of("bedrock").whole("""
				{"metrics":{"latencyMs":551},"output":{"message":{"content":[{"text":"%s"}],"role":"assistant"}},\
				"stopReason":"end_turn","usage":{"inputTokens":19,"outputTokens":42,"totalTokens":61}}""")
			.raw(EventStream.event("messageStart", "{\"role\":\"assistant\"}"));
		words(sample, (word) -> EventStream.event("contentBlockDelta",
				"{\"contentBlockIndex\":0,\"delta\":{\"text\":\"" + word + "\"},\"p\":\"abcd\"}"));
		return sample.raw(EventStream.event("contentBlockStop", "{\"contentBlockIndex\":0}"))
			.raw(EventStream.event("messageStop", "{\"stopReason\":\"end_turn\"}"))
			.raw(EventStream.event("metadata",
					"{\"usage\":{\"inputTokens\":19,\"outputTokens\":42,\"totalTokens\":61}}"))
			.build(EventStream.MEDIA_TYPE);
	}

	private static Sample bedrockClaude() {
		Sample.Builder sample = of("bedrock_claude").whole("""
				{"id":"msg_1","type":"message","role":"assistant","model":"claude-sonnet-4-5","content":[\
				{"type":"text","text":"%s"}],"stop_reason":"end_turn","stop_sequence":null,\
				"usage":{"input_tokens":19,"output_tokens":42}}""")
			.raw(chunk("""
					{"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant",\
					"model":"claude-sonnet-4-5","content":[],"usage":{"input_tokens":19,"output_tokens":1}}}"""))
			.raw(chunk("""
					{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}"""));
		words(sample, (word) -> chunk("{\"type\":\"content_block_delta\",\"index\":0,\"delta\":"
				+ "{\"type\":\"text_delta\",\"text\":\"" + word + "\"}}"));
		return sample.raw(chunk("{\"type\":\"content_block_stop\",\"index\":0}"))
			.raw(chunk("""
					{"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":42}}"""))
			.raw(chunk("{\"type\":\"message_stop\"}"))
			.build(EventStream.MEDIA_TYPE);
	}

	private static byte[] chunk(String event) {
		String bytes = Base64.getEncoder().encodeToString(event.getBytes(StandardCharsets.UTF_8));
		return EventStream.event("chunk", "{\"bytes\":\"" + bytes + "\",\"p\":\"abcd\"}");
	}

	private static Sample ollama() {
		String begin = "{\"model\":\"model\",\"created_at\":\"2025-11-22T12:00:00.123456Z\",";
		String end = "\"done\":true,\"done_reason\":\"stop\",\"total_duration\":48835834,\"load_duration\":1334875,"
				+ "\"prompt_eval_count\":19,\"prompt_eval_duration\":342546000,\"eval_count\":42,"
				+ "\"eval_duration\":4535599000}";
		return of("ollama").whole(begin + "\"message\":{\"role\":\"assistant\",\"content\":\"%s\"}," + end)
			.words(begin, "\"message\":{\"role\":\"assistant\",\"content\":\"%s\"},", "\"done\":false}\n")
			.event(begin + "\"message\":{\"role\":\"assistant\",\"content\":\"\"}," + end + "\n")
			.build("application/x-ndjson");
	}

	private static Sample oci() {
		return of("oci").whole("""
				{"modelId":"model","chatResponse":{"apiFormat":"GENERIC","timeCreated":"2025-11-05T12:27:58.412Z",\
				"choices":[{"index":0,"message":{"role":"ASSISTANT","content":[{"type":"TEXT","text":"%s"}]},\
				"finishReason":"stop"}],"usage":{"promptTokens":19,"completionTokens":42,"totalTokens":61}}}""")
			.words("data: {\"index\":0,\"message\":{\"role\":\"ASSISTANT\",\"content\":[{\"type\":\"TEXT\",",
					"\"text\":\"%s\"", "}]},\"pad\":\"aa\"}\n\n")
			.event("data: {\"message\":{\"role\":\"ASSISTANT\"},\"finishReason\":\"stop\",\"usage\":"
					+ "{\"promptTokens\":19,\"completionTokens\":42,\"totalTokens\":61}}\n\n")
			.build(SSE);
	}

	private static Sample ociCohere() {
		return of("oci-cohere").whole("""
				{"modelId":"model","chatResponse":{"apiFormat":"COHERE","text":"%s","finishReason":"COMPLETE",\
				"usage":{"promptTokens":19,"completionTokens":42,"totalTokens":61}}}""")
			.words("data: {\"apiFormat\":\"COHERE\",", "\"text\":\"%s\"", "}\n\n")
			.event("data: {\"apiFormat\":\"COHERE\",\"text\":\"\",\"finishReason\":\"COMPLETE\",\"usage\":"
					+ "{\"promptTokens\":19,\"completionTokens\":42,\"totalTokens\":61}}\n\n")
			.build(SSE);
	}

	private static Sample gigachat() {
		String end = "\"created\":1753600000,\"model\":\"model\",\"object\":\"chat.completion\"";
		String usage = ",\"usage\":{\"prompt_tokens\":19,\"completion_tokens\":42,\"total_tokens\":61}";
		return of("gigachat")
			.whole("{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"%s\"},\"index\":0,"
					+ "\"finish_reason\":\"stop\"}]," + end + usage + "}")
			.words("data: {\"choices\":[{\"delta\":{\"role\":\"assistant\",", "\"content\":\"%s\"",
					"},\"index\":0}]," + end + "}\n\n")
			.event("data: {\"choices\":[{\"delta\":{\"content\":\"\"},\"index\":0,\"finish_reason\":\"stop\"}]," + end
					+ usage + "}\n\n")
			.event("data: [DONE]\n\n")
			.build(SSE);
	}

	private static Sample predibase() {
		return of("predibase").whole("""
				{"generated_text":"%s","details":{"finish_reason":"eos_token","prompt_tokens":19,\
				"generated_tokens":42}}""")
			.words("data:{\"token\":{\"id\":100,", "\"text\":\"%s\"",
					",\"logprob\":-0.1,\"special\":false},\"generated_text\":null,\"details\":null}\n\n")
			.event("data:{\"token\":{\"id\":2,\"text\":\"</s>\",\"logprob\":-0.01,\"special\":true},\"generated_text\":"
					+ "\"\",\"details\":{\"finish_reason\":\"eos_token\",\"prompt_tokens\":19,"
					+ "\"generated_tokens\":42}}\n\n")
			.build(SSE);
	}

	private static Sample triton() {
		return of("triton").whole("{\"model_name\":\"model\",\"model_version\":\"1\",\"text_output\":\"%s\"}")
			.words("data: {\"model_name\":\"model\",\"model_version\":\"1\",", "\"text_output\":\"%s\"", "}\n\n")
			.build(SSE);
	}

	private static Sample watsonx() {
		String begin = "{\"model_id\":\"model\",\"created_at\":\"2025-11-05T12:27:58.412Z\",\"results\":[{";
		return of("watsonx_text")
			.whole(begin + "\"generated_text\":\"%s\",\"generated_token_count\":42,\"input_token_count\":19,"
					+ "\"stop_reason\":\"eos_token\"}]}")
			.words("id: 1\nevent: message\ndata: " + begin, "\"generated_text\":\"%s\"",
					",\"generated_token_count\":1,\"input_token_count\":0,\"stop_reason\":\"not_finished\"}]}\n\n")
			.event("id: 2\nevent: message\ndata: " + begin + "\"generated_text\":\"\",\"generated_token_count\":42,"
					+ "\"input_token_count\":19,\"stop_reason\":\"eos_token\"}]}\n\n")
			.build(SSE);
	}

	private static Sample langgraph() {
		String usage = "\"response_metadata\":{\"finish_reason\":\"stop\",\"model_name\":\"gpt-4o\"},"
				+ "\"usage_metadata\":{\"input_tokens\":19,\"output_tokens\":42,\"total_tokens\":61}}";
		String chunk = "event: messages\ndata: [{\"type\":\"AIMessageChunk\",\"id\":\"m1\",";
		return of("langgraph")
			.whole("{\"messages\":[{\"type\":\"human\",\"content\":\"Hi\"},"
					+ "{\"type\":\"ai\",\"id\":\"m1\",\"content\":\"%s\"," + usage + "]}")
			.event("event: metadata\ndata: {\"run_id\":\"r1\",\"attempt\":1}\n\n")
			.words(chunk, "\"content\":\"%s\"", "},{\"langgraph_node\":\"agent\"}]\n\n")
			.event(chunk + "\"content\":\"\"," + usage + ",{}]\n\n")
			.event("event: end\ndata: null\n\n")
			.build(SSE);
	}

	private static void words(Sample.Builder sample, Function<String, byte[]> event) {
		Sample.WORDS.forEach((word) -> sample.raw(event.apply(word)));
	}

}
