package dev.litellm.benchmarks.dialect;

import java.util.List;

import dev.litellm.provider.Auth;

import org.springframework.http.HttpMethod;

/**
 * The samples of the formats of those who serve others' models.
 */
final class HostSamples {

	private static final String CONTENT = "\"%s\"";

	private HostSamples() {
	}

	static List<Sample> all() {
		return List.of(ollama(), huggingFace(), huggingFaceByService(), copilot(), oci(), ociCohere(), ociCohereV2(),
				sap(), gigachat(), vertexPredict());
	}

	private static Sample ollama() {
		String begin = "{\"model\":\"model\",\"created_at\":\"2025-11-22T12:00:00.123456Z\",";
		String end = "\"done\":true,\"done_reason\":\"stop\",\"total_duration\":48835834,\"load_duration\":1334875,"
				+ "\"prompt_eval_count\":19,\"prompt_eval_duration\":342546000,\"eval_count\":42,"
				+ "\"eval_duration\":4535599000}";
		String message = "\"message\":{\"role\":\"assistant\",\"content\":\"%s\"},";
		return Sample.bare("ollama")
			.whole(begin + message + end)
			.stream(new Events("application/x-ndjson", Events::utf8).words(begin + message + "\"done\":false}\n")
				.event(begin + message.replace("%s", "") + end + "\n"))
			.build();
	}

	private static Sample huggingFace() {
		return Sample.bare("huggingface").whole(MakerSamples.CHAT).stream(MakerSamples.chat()).build();
	}

	/** Another service's name of the model is looked up before. */
	private static Sample huggingFaceByService() {
		return Sample.of("huggingface", "huggingface/together/meta-llama/Llama-3.3-70B-Instruct")
			.by("looked up")
			.other(HttpMethod.GET, """
					{"_id":"6749e1d5","id":"meta-llama/Llama-3.3-70B-Instruct","inferenceProviderMapping":{\
					"together":{"status":"live","providerId":"meta-llama/Llama-3.3-70B-Instruct-Turbo",\
					"task":"conversational"},"novita":{"status":"live",\
					"providerId":"meta-llama/llama-3.3-70b-instruct","task":"conversational"}}}""")
			.whole(MakerSamples.CHAT)
			.stream(MakerSamples.chat())
			.build();
	}

	private static Sample copilot() {
		String filtered = """
				{"hate":{"filtered":false,"severity":"safe"},"self_harm":{"filtered":false,"severity":"safe"},\
				"sexual":{"filtered":false,"severity":"safe"},"violence":{"filtered":false,"severity":"safe"}}""";
		String prompt = "\"prompt_filter_results\":[{\"prompt_index\":0,\"content_filter_results\":" + filtered + "}]}";
		return Sample.bare("github_copilot")
			.whole("""
					{"id":"chatcmpl-1","object":"chat.completion","created":1762345678,"model":"gpt-4o-2024-11-20",\
					"choices":[{"index":0,"message":{"role":"assistant","content":"%s"},"finish_reason":"stop",\
					"content_filter_results":""" + filtered + """
					}],"usage":{"prompt_tokens":19,"completion_tokens":42,"total_tokens":61},""" + prompt)
			.stream(Events.sse()
				.data("{\"choices\":[],\"created\":0,\"id\":\"\"," + prompt)
				.data(MakerSamples.FIRST)
				.words("data: " + MakerSamples.WORD + "\n\n")
				.data(MakerSamples.LAST)
				.data("[DONE]"))
			.build();
	}

	private static Sample oci() {
		String message = "\"message\":{\"role\":\"ASSISTANT\",\"content\":[{\"type\":\"TEXT\",\"text\":\"%s\"}]}";
		String usage = "\"usage\":{\"promptTokens\":19,\"completionTokens\":42,\"totalTokens\":61}}";
		return Sample.bare("oci")
			.whole("{\"modelId\":\"model\",\"chatResponse\":{\"apiFormat\":\"GENERIC\","
					+ "\"timeCreated\":\"2025-11-05T12:27:58.412Z\",\"choices\":[{\"index\":0," + message
					+ ",\"finishReason\":\"stop\"}]," + usage + "}")
			.stream(Events.sse()
				.words("data: {\"index\":0," + message + ",\"pad\":\"aa\"}\n\n")
				.data("{\"message\":{\"role\":\"ASSISTANT\"},\"finishReason\":\"stop\"," + usage))
			.build();
	}

	private static Sample ociCohere() {
		String text = "\"apiFormat\":\"COHERE\",\"text\":";
		String end = ",\"finishReason\":\"COMPLETE\",\"usage\":"
				+ "{\"promptTokens\":19,\"completionTokens\":42,\"totalTokens\":61}}";
		return Sample.bare("oci-cohere")
			.whole("{\"modelId\":\"model\",\"chatResponse\":{" + text + CONTENT + end + "}")
			.stream(Events.sse().words("data: {" + text + "\"%s\"}\n\n").data("{" + text + "\"\"" + end))
			.build();
	}

	private static Sample ociCohereV2() {
		String message = "\"apiFormat\":\"COHEREV2\",\"message\":{\"role\":\"ASSISTANT\",\"content\":[";
		String text = "{\"type\":\"TEXT\",\"text\":\"%s\"}]}";
		String end = ",\"finishReason\":\"COMPLETE\",\"usage\":"
				+ "{\"promptTokens\":19,\"completionTokens\":42,\"totalTokens\":61}}";
		return Sample.bare("oci-coherev2")
			.whole("{\"modelId\":\"model\",\"chatResponse\":{\"id\":\"c1\"," + message + text + end + "}")
			.stream(Events.sse()
				.words("data: {" + message + text + "}\n\n")
				.data("{" + message + text.replace("%s", String.join("", Sample.WORDS)) + end))
			.build();
	}

	/** The model's answer is told twice: as it came, and as the last module left it. */
	private static Sample sap() {
		String begin = "{\"request_id\":\"9f5c1e7a-2b3d-4f60-8a91-c2d3e4f5a6b7\",\"intermediate_results\":{";
		String templating = "\"templating\":[{\"content\":\"What are happy answers like?\",\"role\":\"user\"}]";
		String chat = MakerSamples.CHAT.replace("%s", Sample.TEXT);
		return Sample
			.of("sap", "sap/gpt-4o",
					(provider) -> provider.baseUrl("https://bench.example")
						.apiKey("sk-test")
						.auth(Auth.bearer())
						.option("deployment-id", "d1"))
			.whole(Answer.json(begin + templating + ",\"llm\":" + chat + "},\"final_result\":" + chat + "}"))
			.stream(Events.sse()
				.data(begin + templating
						+ "},\"final_result\":{\"id\":\"\",\"object\":\"\",\"created\":0,\"model\":\"\",\"choices\":[]}}")
				.data(twice(begin, MakerSamples.FIRST))
				.words("data: " + twice(begin, MakerSamples.WORD) + "\n\n")
				.data(twice(begin, MakerSamples.LAST))
				.data("[DONE]"))
			.build();
	}

	private static String twice(String begin, String chunk) {
		return begin + "\"llm\":" + chunk + "},\"final_result\":" + chunk + "}";
	}

	private static Sample gigachat() {
		String end = "\"created\":1753600000,\"model\":\"model\",\"object\":\"chat.completion\"";
		String usage = ",\"usage\":{\"prompt_tokens\":19,\"completion_tokens\":42,\"total_tokens\":61}}";
		return Sample.bare("gigachat")
			.whole("{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"%s\"},\"index\":0,"
					+ "\"finish_reason\":\"stop\"}]," + end + usage)
			.stream(Events.sse()
				.words("data: {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"%s\"},\"index\":0}]," + end
						+ "}\n\n")
				.data("{\"choices\":[{\"delta\":{\"content\":\"\"},\"index\":0,\"finish_reason\":\"stop\"}]," + end
						+ usage)
				.data("[DONE]"))
			.build();
	}

	private static Sample vertexPredict() {
		return Sample
			.of("vertex_predict", "bench/model",
					(provider) -> provider.baseUrl("https://bench.example/v1/projects/p/locations/l/endpoints/1")
						.apiKey("sk-test")
						.dialect("vertex_predict"))
			.whole("{\"deployedModelId\":\"256012345678901248\",\"model\":\"projects/1/locations/l/models/m\","
					+ "\"modelDisplayName\":\"gemma-3-12b-it\",\"modelVersionId\":\"1\",\"predictions\":"
					+ MakerSamples.CHAT + "}")
			.build();
	}

}
