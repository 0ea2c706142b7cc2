package dev.litellm.conformance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import tools.jackson.databind.JsonNode;

import dev.litellm.test.Reply;

/**
 * The provider's recorded answers.
 */
final class Answers {

	private Answers() {
	}

	/**
	 * Return an answer as the scripted server sends it.
	 * @param answer the record
	 * @return the reply
	 */
	static Reply reply(JsonNode answer) {
		String type = "application/json";
		for (var header : answer.path("headers").properties()) {
			if (header.getKey().equalsIgnoreCase("content-type")) {
				type = header.getValue().asString();
			}
		}
		Reply reply = Reply.raw(answer.path("status").asInt(200), type, body(answer));
		for (var header : answer.path("headers").properties()) {
			if (!header.getKey().equalsIgnoreCase("content-type")) {
				reply = reply.header(header.getKey(), header.getValue().asString());
			}
		}
		return reply;
	}

	private static byte[] body(JsonNode answer) {
		if (answer.has("base64")) {
			return Base64.getDecoder().decode(answer.path("base64").asString());
		}
		String text = answer.has("json") ? answer.path("json").toString() : answer.path("text").asString("");
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Return the JSON documents of a streamed answer.
	 * @param answer the record
	 * @return the data of server-sent events, or the JSON lines
	 */
	static List<JsonNode> events(JsonNode answer) {
		List<JsonNode> events = new ArrayList<>();
		answer.path("text").asString("").lines().forEach((line) -> {
			String data = line.startsWith("data:") ? line.substring("data:".length()) : line;
			JsonNode event = data.isBlank() ? null : Values.parseOrNull(data);
			if (event != null && event.isObject()) {
				events.add(event);
			}
		});
		return events;
	}

	/**
	 * Return whether an answer tells its tokens.
	 * @param answer the record
	 * @return false where LiteLLM had to estimate them
	 */
	static boolean tellUsage(JsonNode answer) {
		if (answer.has("base64") || answer.path("headers").has("x-amzn-bedrock-output-token-count")) {
			return true;
		}
		return tellsUsage(answer.path("json")) || events(answer).stream().anyMatch(Answers::tellsUsage);
	}

	private static boolean tellsUsage(JsonNode node) {
		for (var member : node.properties()) {
			boolean counts = switch (member.getKey()) {
				case "usage", "usageMetadata", "tokens", "billed_units" -> !member.getValue().isEmpty();
				case "eval_count", "prompt_eval_count" -> member.getValue().isNumber();
				default -> false;
			};
			if (counts || tellsUsage(member.getValue())) {
				return true;
			}
		}
		if (node.isArray()) {
			for (JsonNode item : node) {
				if (tellsUsage(item)) {
					return true;
				}
			}
		}
		return false;
	}

}
