package dev.litellm.conformance;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON trees of fixtures and outcomes.
 */
final class Values {

	/** What is shown where there is no value. */
	static final String ABSENT = "<absent>";

	/** What is shown for an empty text. */
	static final String EMPTY = "<empty>";

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private Values() {
	}

	static JsonNode parse(String json) {
		return MAPPER.readTree(json);
	}

	/**
	 * Read JSON if it is one.
	 * @param text any text
	 * @return the tree, or null
	 */
	static @Nullable JsonNode parseOrNull(String text) {
		try {
			JsonNode node = MAPPER.readTree(text);
			return node.isMissingNode() ? null : node;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	static JsonNode missing() {
		return MAPPER.missingNode();
	}

	static ObjectNode object() {
		return MAPPER.createObjectNode();
	}

	static ArrayNode array() {
		return MAPPER.createArrayNode();
	}

	static Object plain(JsonNode node) {
		return MAPPER.convertValue(node, Object.class);
	}

	static boolean isAbsent(JsonNode node) {
		return node.isMissingNode() || node.isNull();
	}

	/**
	 * Return a value for people: a string's text, else JSON.
	 * @param node the value
	 * @return one line
	 */
	static String show(JsonNode node) {
		if (isAbsent(node)) {
			return ABSENT;
		}
		String text = node.isString() ? node.stringValue() : node.toString();
		return text.isEmpty() ? EMPTY : oneLine(text);
	}

	static String oneLine(String text) {
		return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
	}

	static List<JsonNode> list(JsonNode array) {
		List<JsonNode> items = new ArrayList<>();
		array.forEach(items::add);
		return items;
	}

}
