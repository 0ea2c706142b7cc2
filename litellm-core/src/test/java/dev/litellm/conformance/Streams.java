package dev.litellm.conformance;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Comparison of streams: what the chunks make together, and in what order they come.
 */
final class Streams {

	private Streams() {
	}

	static List<Mismatch> compare(Fixture fixture, List<JsonNode> chunks, JsonNode assembled) {
		Comparison comparison = new Comparison(Part.STREAM);
		boolean counted = fixture.answers().stream().anyMatch(Answers::tellUsage);
		JsonNode expected = Chunks.fold(Values.list(fixture.unified().path("chunks")));
		JsonNode actual = Chunks.fold(chunks);
		if (!counted || !expected.has("usage")) {
			withoutUsage(expected);
			withoutUsage(actual);
		}
		expected.path("usage").forEach(Streams::withoutCost);
		actual.path("usage").forEach(Streams::withoutCost);
		comparison.compare("/chunks", expected, actual);
		String whole = fixture.unified().has("error") ? "/partial" : "/assembled";
		comparison.compare(whole, response(fixture.unified().path("assembled"), counted), response(assembled, true));
		order(chunks, comparison);
		return comparison.mismatches();
	}

	/**
	 * Return an answer as far as it is compared.
	 * @param response the answer
	 * @param counted whether the provider told the tokens
	 * @return the answer without prices, and without tokens that were estimated
	 */
	static JsonNode response(JsonNode response, boolean counted) {
		if (!(response instanceof ObjectNode object)) {
			return response;
		}
		ObjectNode copy = object.deepCopy();
		if (!counted) {
			withoutUsage(copy);
		}
		withoutCost(copy.path("usage"));
		return copy;
	}

	private static void withoutCost(JsonNode usage) {
		if (usage instanceof ObjectNode object) {
			object.remove(List.of("cost", "cost_details"));
		}
	}

	private static void withoutUsage(JsonNode node) {
		((ObjectNode) node).remove("usage");
	}

	private static void order(List<JsonNode> chunks, Comparison comparison) {
		Set<String> begun = new HashSet<>();
		Set<Integer> ended = new HashSet<>();
		for (JsonNode chunk : chunks) {
			for (JsonNode choice : chunk.path("choices")) {
				int index = choice.path("index").asInt(0);
				if (ended.contains(index) && !choice.path("delta").path("content").asString("").isEmpty()) {
					comparison.add("/order/" + index, "content before the finish reason", "content after it");
				}
				if (!Values.isAbsent(choice.path("finish_reason")) && !ended.add(index)) {
					comparison.add("/order/" + index, "one finish reason", "a second one");
				}
				choice.path("delta").path("tool_calls").forEach((call) -> toolCall(index, call, begun, comparison));
			}
		}
	}

	private static void toolCall(int choice, JsonNode call, Set<String> begun, Comparison comparison) {
		String key = choice + "/" + call.path("index").asInt(0);
		JsonNode function = call.path("function");
		if (!call.path("id").asString("").isEmpty() && !function.path("name").asString("").isEmpty()) {
			begun.add(key);
		}
		if (!function.path("arguments").asString("").isEmpty() && !begun.contains(key)) {
			comparison.add("/order/" + key, "id and name before the arguments", "arguments first");
		}
	}

}
