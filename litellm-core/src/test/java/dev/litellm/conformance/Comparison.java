package dev.litellm.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * Comparison of two JSON values: numbers by value, objects in any order, lists in order;
 * null and absent are equal; {@code "<generated>"} and its like stand for anything.
 */
final class Comparison {

	private static final String GENERATED = "<generated>";

	private static final Set<String> ANYTHING = Set.of(GENERATED, "<now>", "<date>");

	private final Part part;

	private final List<Mismatch> mismatches = new ArrayList<>();

	Comparison(Part part) {
		this.part = part;
	}

	void compare(String pointer, JsonNode expected, JsonNode actual) {
		if (expected.isString() && ANYTHING.contains(expected.stringValue())) {
			return;
		}
		if (expected.isObject() && actual.isObject()) {
			compareMembers(pointer, expected, actual);
		}
		else if (expected.isArray() && actual.isArray()) {
			for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
				compare(pointer + "/" + i, expected.path(i), actual.path(i));
			}
		}
		else if (!equal(pointer, expected, actual)
				&& !(Values.isAbsent(expected) && Extras.contains(this.part, pointer))) {
			add(pointer, Values.show(expected), Values.show(actual));
		}
	}

	private void compareMembers(String pointer, JsonNode expected, JsonNode actual) {
		Set<String> names = new LinkedHashSet<>(expected.propertyNames());
		names.addAll(actual.propertyNames());
		names.forEach((name) -> compare(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), expected.path(name),
				actual.path(name)));
	}

	private boolean equal(String pointer, JsonNode expected, JsonNode actual) {
		if (Values.isAbsent(expected) || Values.isAbsent(actual)) {
			return Values.isAbsent(expected) && Values.isAbsent(actual);
		}
		if (expected.isNumber() && actual.isNumber()) {
			return decimal(expected).compareTo(decimal(actual)) == 0;
		}
		if (expected.isString() && actual.isString() && pointer.endsWith("/arguments")) {
			return equalArguments(expected.stringValue(), actual.stringValue());
		}
		if (expected.isString() && actual.isString() && expected.stringValue().startsWith(GENERATED)) {
			return actual.stringValue().endsWith(expected.stringValue().substring(GENERATED.length()));
		}
		return expected.equals(actual);
	}

	/** The arguments of a tool call are JSON in a string. */
	private static boolean equalArguments(String expected, String actual) {
		JsonNode one = Values.parseOrNull(expected);
		JsonNode other = Values.parseOrNull(actual);
		if (one == null || other == null) {
			return expected.equals(actual);
		}
		Comparison comparison = new Comparison(Part.RESPONSE);
		comparison.compare("", one, other);
		return comparison.mismatches.isEmpty();
	}

	private static BigDecimal decimal(JsonNode number) {
		return new BigDecimal(number.asString());
	}

	void add(String pointer, String expected, String actual) {
		this.mismatches.add(new Mismatch(this.part, pointer, expected, actual));
	}

	List<Mismatch> mismatches() {
		return this.mismatches;
	}

}
