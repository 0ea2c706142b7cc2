package dev.litellm.test;

import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * Reads what was said in a request's body.
 */
final class Prompts {

	private Prompts() {
	}

	static String lastUserMessage(JsonNode body) {
		JsonNode messages = body.path("messages");
		for (int i = messages.size() - 1; i >= 0; i--) {
			JsonNode message = messages.path(i);
			if ("user".equals(message.path("role").asString(""))) {
				return text(message.path("content"));
			}
		}
		return text(body.has("prompt") ? body.path("prompt") : body.path("input"));
	}

	/**
	 * An estimate of the tokens in a request: four characters each, as good as any for a
	 * script.
	 */
	static int tokens(JsonNode body) {
		int length = text(body.path("prompt")).length() + text(body.path("input")).length();
		for (JsonNode message : body.path("messages")) {
			length += text(message.path("content")).length();
		}
		return Math.max(1, (length + 3) / 4);
	}

	static String text(JsonNode content) {
		if (content.isString()) {
			return content.stringValue();
		}
		if (content.isArray()) {
			return content.valueStream().map(Prompts::text).collect(Collectors.joining());
		}
		return content.path("text").asString("");
	}

}
