package dev.litellm.test;

import java.nio.charset.StandardCharsets;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The module's own JSON: one mapper with default settings.
 */
final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private Json() {
	}

	static ObjectNode object() {
		return MAPPER.createObjectNode();
	}

	static ArrayNode array() {
		return MAPPER.createArrayNode();
	}

	static JsonNode string(String value) {
		return MAPPER.getNodeFactory().stringNode(value);
	}

	static JsonNode parse(byte[] json) {
		return (json.length == 0) ? MAPPER.missingNode() : MAPPER.readTree(json);
	}

	static byte[] bytes(JsonNode json) {
		return MAPPER.writeValueAsBytes(json);
	}

	static byte[] event(JsonNode json) {
		return ("data: " + MAPPER.writeValueAsString(json) + "\n\n").getBytes(StandardCharsets.UTF_8);
	}

}
