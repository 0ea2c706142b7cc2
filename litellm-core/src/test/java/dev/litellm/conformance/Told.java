package dev.litellm.conformance;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import dev.litellm.dialect.Frames;
import dev.litellm.transport.EventStreams;

/**
 * What stands in a record, as people are shown it.
 *
 * @param values each value, whole and in parts, also as the only one of a list
 * @param numbers the numbers among them
 */
record Told(Set<String> values, Set<Long> numbers) {

	/**
	 * Return what stands in some records.
	 * @param records answers, or a request
	 * @return all that is in them
	 */
	static Told by(List<JsonNode> records) {
		Told told = new Told(new HashSet<>(), new HashSet<>());
		for (JsonNode record : records) {
			told.add(record);
			Answers.events(record).forEach(told::add);
			if (record.has("base64")) {
				Frames.of(Base64.getDecoder().decode(record.path("base64").asString()))
					.all()
					.forEach((frame) -> told.addText(new String(EventStreams.payload(frame))));
			}
		}
		return told;
	}

	/**
	 * Return whether a value stands there, or is the sum or the difference of two numbers
	 * that do.
	 * @param value the value as people are shown it
	 * @return true if it does
	 */
	boolean contains(String value) {
		return this.values.contains(value) || (value.matches("[0-9]{1,15}") && isSum(Long.parseLong(value)));
	}

	private boolean isSum(long value) {
		return this.numbers.stream()
			.anyMatch((number) -> this.numbers.contains(value - number) || this.numbers.contains(value + number));
	}

	private void add(JsonNode node) {
		this.values.add(Values.show(node));
		this.values.add("[" + node + "]");
		if (node.isIntegralNumber()) {
			this.numbers.add(node.asLong());
		}
		if (node.isString() && node.stringValue().startsWith("eyJ")) {
			addText(new String(Base64.getDecoder().decode(node.stringValue())));
		}
		node.forEach(this::add);
	}

	private void addText(String text) {
		JsonNode document = Values.parseOrNull(text);
		if (document != null) {
			add(document);
			return;
		}
		Arrays.stream(text.split("data:")).map(Values::parseOrNull).filter((data) -> data != null).forEach(this::add);
	}

}
