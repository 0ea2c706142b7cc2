package dev.litellm.benchmarks.dialect;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * The samples of Amazon's formats: Converse, others' within InvokeModel, and SageMaker's.
 */
final class AmazonSamples {

	private static final String METRICS = ",\"amazon-bedrock-invocationMetrics\":{\"inputTokenCount\":19,"
			+ "\"outputTokenCount\":42,\"invocationLatency\":417,\"firstByteLatency\":320}}";

	private static final String CONVERSE = """
			{"metrics":{"latencyMs":551},"output":{"message":{"content":[{"text":"%s"}],"role":"assistant"}},\
			"stopReason":"end_turn","usage":{"inputTokens":19,"outputTokens":42,"totalTokens":61}}""";

	private AmazonSamples() {
	}

	static List<Sample> all() {
		return List.of(converse(), claude(), nova(), openAi(), command(), titan(), mistral(), llama("llama", ""),
				llama("qwen", ""), llama("deepseek", "Hm.</think>"), sageMaker(), sageMakerChat("sagemaker_chat"),
				sageMakerChat("sagemaker_nova"));
	}

	/** Events in Base64, as InvokeModel has them. */
	private static Events chunks() {
		return new Events(EventStream.MEDIA_TYPE, (event) -> {
			String bytes = Base64.getEncoder().encodeToString(event.getBytes(StandardCharsets.UTF_8));
			return EventStream.event("chunk", "{\"bytes\":\"" + bytes + "\",\"p\":\"abcd\"}");
		});
	}

	/** Server-sent events in parts of a payload, as SageMaker has them. */
	private static Events parts() {
		return new Events(EventStream.MEDIA_TYPE, (event) -> EventStream.event("PayloadPart", event));
	}

	private static Sample converse() {
		return Sample.bare("bedrock").whole(CONVERSE).stream(new Events(EventStream.MEDIA_TYPE, (event) -> {
			int colon = event.indexOf(':');
			return EventStream.event(event.substring(0, colon), event.substring(colon + 1));
		}).event("messageStart:{\"role\":\"assistant\"}")
			.words("contentBlockDelta:{\"contentBlockIndex\":0,\"delta\":{\"text\":\"%s\"},\"p\":\"abcd\"}")
			.event("contentBlockStop:{\"contentBlockIndex\":0}")
			.event("messageStop:{\"stopReason\":\"end_turn\"}")
			.event("metadata:{\"usage\":{\"inputTokens\":19,\"outputTokens\":42,\"totalTokens\":61}}")).build();
	}

	private static Sample claude() {
		return Sample.bare("bedrock_claude").whole("""
				{"id":"msg_1","type":"message","role":"assistant","model":"claude-sonnet-4-5","content":[\
				{"type":"text","text":"%s"}],"stop_reason":"end_turn","stop_sequence":null,\
				"usage":{"input_tokens":19,"output_tokens":42}}""").stream(chunks().event("""
				{"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant",\
				"model":"claude-sonnet-4-5","content":[],"usage":{"input_tokens":19,"output_tokens":1}}}""").event("""
				{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}""").words("""
				{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"%s"}}""").event("""
				{"type":"content_block_stop","index":0}""").event("""
				{"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":42}}""").event("""
				{"type":"message_stop\"""" + METRICS)).build();
	}

	private static Sample nova() {
		return Sample.bare("bedrock_nova")
			.whole(CONVERSE)
			.stream(chunks().event("{\"messageStart\":{\"role\":\"assistant\"}}")
				.words("{\"contentBlockDelta\":{\"delta\":{\"text\":\"%s\"},\"contentBlockIndex\":0}}")
				.event("{\"contentBlockStop\":{\"contentBlockIndex\":0}}")
				.event("{\"messageStop\":{\"stopReason\":\"end_turn\"}}")
				.event("{\"metadata\":{\"usage\":{\"inputTokens\":19,\"outputTokens\":42},\"metrics\":{},\"trace\":{}}"
						+ METRICS))
			.build();
	}

	private static Sample openAi() {
		String usage = "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1753600000,"
				+ "\"model\":\"gpt-4o\",\"choices\":[],\"usage\":"
				+ "{\"prompt_tokens\":19,\"completion_tokens\":42,\"total_tokens\":61}";
		return Sample.bare("bedrock_openai")
			.whole(MakerSamples.CHAT)
			.stream(chunks().event(MakerSamples.FIRST)
				.words(MakerSamples.WORD)
				.event(MakerSamples.LAST)
				.event(usage + METRICS))
			.build();
	}

	private static Sample command() {
		String history = "\"generation_id\":\"c1d1b6f7\",\"chat_history\":[{\"role\":\"USER\",\"message\":\"Hi\"}],"
				+ "\"finish_reason\":\"COMPLETE\"}";
		return Sample.bare("bedrock_cohere")
			.whole("{\"response_id\":\"6a1b1e2c/9d5b\",\"text\":\"%s\"," + history)
			.stream(chunks()
				.event("{\"event_type\":\"stream-start\",\"generation_id\":\"c1d1b6f7\",\"is_finished\":false}")
				.words("{\"event_type\":\"text-generation\",\"is_finished\":false,\"text\":\"%s\"}")
				.event("{\"event_type\":\"stream-end\",\"finish_reason\":\"COMPLETE\",\"is_finished\":true,"
						+ "\"response\":{\"response_id\":\"6a1b1e2c/9d5b\",\"text\":\"" + String.join("", Sample.WORDS)
						+ "\"," + history + METRICS))
			.build();
	}

	private static Sample titan() {
		String end = ",\"inputTextTokenCount\":19";
		return Sample.bare("bedrock_titan")
			.whole("{\"inputTextTokenCount\":19,\"results\":[{\"tokenCount\":42,\"outputText\":\"%s\","
					+ "\"completionReason\":\"FINISH\"}]}")
			.stream(chunks()
				.words("{\"outputText\":\"%s\",\"index\":0,\"totalOutputTextTokenCount\":3,\"completionReason\":null"
						+ end + "}")
				.event("{\"outputText\":\"\",\"index\":0,\"totalOutputTextTokenCount\":42,"
						+ "\"completionReason\":\"FINISH\"" + end + METRICS))
			.build();
	}

	private static Sample mistral() {
		String begin = "{\"outputs\":[{\"text\":";
		return Sample.bare("bedrock_mistral")
			.whole(begin + "\"%s\",\"stop_reason\":\"stop\"}]}")
			.stream(chunks().words(begin + "\"%s\",\"stop_reason\":null}]}")
				.event(begin + "\"\",\"stop_reason\":\"stop\"}]" + METRICS))
			.build();
	}

	/** A model that answers as Llama does. */
	private static Sample llama(String name, String thoughts) {
		String begin = "{\"generation\":";
		String end = ",\"prompt_token_count\":19,\"generation_token_count\":42,\"stop_reason\":";
		return Sample.bare("bedrock_" + name)
			.whole(begin + '"' + thoughts + "%s\"" + end + "\"stop\"}")
			.stream(chunks().event(begin + '"' + thoughts + '"' + end + "null}")
				.words(begin + "\"%s\"" + end + "null}")
				.event(begin + "\"\"" + end + "\"stop\"" + METRICS))
			.build();
	}

	private static Sample sageMaker() {
		String begin = "data:{\"index\":1,\"token\":{\"id\":451,\"text\":";
		return Sample.bare("sagemaker")
			.whole("[{\"generated_text\":\"%s\"}]")
			.stream(parts()
				.words(begin
						+ "\"%s\",\"logprob\":-0.12,\"special\":false},\"generated_text\":null,\"details\":null}\n\n")
				.event(begin + "\"</s>\",\"logprob\":-0.12,\"special\":true},\"generated_text\":\"\",\"details\":"
						+ "{\"finish_reason\":\"eos_token\",\"generated_tokens\":42,\"prefill\":[]}}\n\n"))
			.build();
	}

	private static Sample sageMakerChat(String dialect) {
		return Sample.bare(dialect)
			.whole(MakerSamples.CHAT)
			.stream(parts().data(MakerSamples.FIRST)
				.words("data: " + MakerSamples.WORD + "\n\n")
				.data(MakerSamples.LAST)
				.data("[DONE]"))
			.build();
	}

}
