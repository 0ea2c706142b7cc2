package dev.litellm.benchmarks.dialect;

import java.util.List;

/**
 * The samples of the formats that agents and flows speak.
 */
final class AgentSamples {

	private AgentSamples() {
	}

	static List<Sample> all() {
		return List.of(a2a(), langgraph(), langflow());
	}

	private static Sample a2a() {
		String ids = "\"contextId\":\"c295ea44-7543-4f78-b524-7a38915ad6e4\",";
		String task = "\"taskId\":\"363422be-b0f9-4692-a24d-278670e7c7f1\"," + ids;
		String begin = "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"result\":{";
		String artifact = "{\"artifactId\":\"9b6934dd-37e3-4eb1-8766-962efaab63a1\",\"name\":\"answer\",\"parts\":["
				+ "{\"kind\":\"text\",\"text\":\"%s\"}]}";
		return Sample.bare("a2a")
			.whole(begin + "\"kind\":\"task\",\"id\":\"363422be-b0f9-4692-a24d-278670e7c7f1\"," + ids
					+ "\"status\":{\"state\":\"completed\",\"timestamp\":\"2025-11-05T12:27:58.412Z\"},\"artifacts\":["
					+ artifact
					+ "],\"history\":[{\"kind\":\"message\",\"role\":\"user\",\"messageId\":\"m1\",\"parts\":["
					+ "{\"kind\":\"text\",\"text\":\"What are happy answers like?\"}]}]}}")
			.stream(Events.sse()
				.data(begin + "\"kind\":\"task\",\"id\":\"363422be-b0f9-4692-a24d-278670e7c7f1\"," + ids
						+ "\"status\":{\"state\":\"submitted\"}}}")
				.words("data: " + begin + "\"kind\":\"artifact-update\"," + task
						+ "\"append\":true,\"lastChunk\":false," + "\"artifact\":" + artifact + "}}\n\n")
				.data(begin + "\"kind\":\"status-update\"," + task
						+ "\"status\":{\"state\":\"completed\",\"timestamp\":\"2025-11-05T12:27:58.412Z\"},\"final\":true}}"))
			.build();
	}

	private static Sample langgraph() {
		String usage = "\"response_metadata\":{\"finish_reason\":\"stop\",\"model_name\":\"gpt-4o\"},"
				+ "\"usage_metadata\":{\"input_tokens\":19,\"output_tokens\":42,\"total_tokens\":61}}";
		String chunk = "event: messages\ndata: [{\"type\":\"AIMessageChunk\",\"id\":\"m1\",\"content\":";
		return Sample.bare("langgraph")
			.whole("{\"messages\":[{\"type\":\"human\",\"content\":\"Hi\"},"
					+ "{\"type\":\"ai\",\"id\":\"m1\",\"content\":\"%s\"," + usage + "]}")
			.stream(Events.sse()
				.event("event: metadata\ndata: {\"run_id\":\"r1\",\"attempt\":1}\n\n")
				.words(chunk + "\"%s\"},{\"langgraph_node\":\"agent\"}]\n\n")
				.event(chunk + "\"\"," + usage + ",{}]\n\n")
				.event("event: end\ndata: null\n\n"))
			.build();
	}

	/** A run tells its text in each of its outputs. */
	private static Sample langflow() {
		String message = "{\"text_key\":\"text\",\"timestamp\":\"2025-11-05T12:27:58+00:00\",\"sender\":\"Machine\","
				+ "\"sender_name\":\"AI\",\"session_id\":\"s1\",\"text\":\"%1$s\",\"files\":[],\"error\":false,"
				+ "\"edit\":false,\"properties\":{\"source\":{\"id\":\"OpenAIModel-1\",\"source\":\"gpt-4o\"},"
				+ "\"icon\":\"OpenAI\"},\"category\":\"message\",\"content_blocks\":[],\"flow_id\":\"f1\"";
		return Sample.bare("langflow")
			.whole("{\"session_id\":\"s1\",\"outputs\":[{\"inputs\":{\"input_value\":\"Hi\"},\"outputs\":[{\"results\":"
					+ "{\"message\":" + message + ",\"data\":" + message + "}}},\"artifacts\":{\"message\":\"%1$s\","
					+ "\"sender\":\"Machine\",\"sender_name\":\"AI\",\"files\":[],\"type\":\"object\"},\"outputs\":"
					+ "{\"message\":{\"message\":\"%1$s\",\"type\":\"text\"}},\"logs\":{\"message\":[]},\"messages\":["
					+ "{\"message\":\"%1$s\",\"sender\":\"Machine\",\"sender_name\":\"AI\",\"session_id\":\"s1\","
					+ "\"component_id\":\"ChatOutput-1\",\"files\":[],\"type\":\"message\"}],\"timedelta\":null,"
					+ "\"duration\":null,\"component_display_name\":\"Chat Output\",\"component_id\":\"ChatOutput-1\","
					+ "\"used_frozen_result\":false}]}]}")
			.build();
	}

}
