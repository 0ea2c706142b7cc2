package dev.litellm.conformance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What chunks make together, however they were cut: texts joined, other values once each
 * in the order they came; empty texts tell nothing.
 */
final class Chunks {

	private final ObjectNode head = Values.object();

	private final Map<Integer, Choice> choices = new TreeMap<>();

	private Chunks() {
	}

	static JsonNode fold(List<JsonNode> chunks) {
		Chunks folded = new Chunks();
		chunks.forEach(folded::add);
		ObjectNode result = folded.head;
		ArrayNode choices = result.putArray("choices");
		folded.choices.forEach((index, choice) -> choices.add(choice.result(index)));
		return result;
	}

	/**
	 * Return whether chunks hold nothing that a caller can see.
	 * @param chunks the chunks
	 * @return true for none, and for an opening role alone
	 */
	static boolean areBlank(List<JsonNode> chunks) {
		for (JsonNode choice : fold(chunks).path("choices")) {
			for (String name : choice.path("delta").propertyNames()) {
				if (!name.equals("role")) {
					return false;
				}
			}
		}
		return true;
	}

	private void add(JsonNode chunk) {
		chunk.properties().forEach((member) -> {
			if (member.getKey().equals("choices")) {
				member.getValue()
					.forEach((choice) -> this.choices
						.computeIfAbsent(choice.path("index").asInt(0), (index) -> new Choice())
						.add(choice));
			}
			else if (!member.getKey().equals("created")) {
				once(this.head, member.getKey(), member.getValue());
			}
		});
	}

	private static void once(ObjectNode target, String name, JsonNode value) {
		if (Values.isAbsent(value) || (value.isString() && value.stringValue().isEmpty())) {
			return;
		}
		ArrayNode values = target.withArray(name);
		for (JsonNode known : values) {
			if (known.equals(value)) {
				return;
			}
		}
		values.add(value);
	}

	private static void append(ObjectNode target, String name, JsonNode value) {
		String text = target.path(name).asString("") + value.asString("");
		if (!text.isEmpty()) {
			target.put(name, text);
		}
	}

	/**
	 * One of the answers.
	 */
	private static final class Choice {

		private final ObjectNode choice = Values.object();

		private final ObjectNode delta = Values.object();

		private final Map<Integer, ObjectNode> toolCalls = new TreeMap<>();

		void add(JsonNode piece) {
			piece.properties().forEach((member) -> {
				switch (member.getKey()) {
					case "index" -> {
					}
					case "delta" -> member.getValue().properties().forEach(this::addDelta);
					case "finish_reason" -> {
						if (!Values.isAbsent(member.getValue())) {
							this.choice.withArray("finish_reason").add(member.getValue());
						}
					}
					default -> once(this.choice, member.getKey(), member.getValue());
				}
			});
		}

		private void addDelta(Map.Entry<String, JsonNode> member) {
			switch (member.getKey()) {
				case "content", "reasoning_content", "reasoning", "refusal" ->
					append(this.delta, member.getKey(), member.getValue());
				case "tool_calls" -> member.getValue().forEach(this::addToolCall);
				default -> once(this.delta, member.getKey(), member.getValue());
			}
		}

		private void addToolCall(JsonNode piece) {
			ObjectNode call = this.toolCalls.computeIfAbsent(piece.path("index").asInt(0), (index) -> Values.object());
			piece.properties().forEach((member) -> {
				if (member.getKey().equals("function")) {
					append(call, "name", member.getValue().path("name"));
					append(call, "arguments", member.getValue().path("arguments"));
				}
				else {
					once(call, member.getKey(), member.getValue());
				}
			});
		}

		JsonNode result(int index) {
			ObjectNode result = Values.object().put("index", index);
			ObjectNode text = result.putObject("delta").setAll(this.delta);
			if (!this.toolCalls.isEmpty()) {
				text.putArray("tool_calls").addAll(this.toolCalls.values());
			}
			return result.setAll(this.choice);
		}

	}

}
