package dev.litellm.conformance;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * Comparison of what came of a case with what LiteLLM made of it.
 */
final class Judge {

	private static final String ANSWER = "<answer>";

	private Judge() {
	}

	static List<Mismatch> compare(Fixture fixture, Outcome outcome) {
		List<Mismatch> mismatches = new ArrayList<>(WireComparison.compare(fixture.wire(), outcome.wire()));
		JsonNode unified = fixture.unified();
		JsonNode error = unified.path("error");
		RuntimeException failure = outcome.failure();
		if (error.isObject() && failure != null) {
			mismatches.addAll(Errors.compare(error, failure));
		}
		else if (error.isObject()) {
			mismatches.add(new Mismatch(Part.ERROR, "", Errors.show(error), ANSWER));
		}
		else if (failure != null) {
			boolean nothing = Values.isAbsent(unified.path("response")) && !unified.has("chunks");
			mismatches.add(new Mismatch(fixture.isStream() ? Part.STREAM : Part.RESPONSE, "",
					nothing ? "<nothing>" : ANSWER, Errors.show(failure)));
		}
		mismatches.addAll(compareAnswers(fixture, outcome));
		return mismatches;
	}

	private static List<Mismatch> compareAnswers(Fixture fixture, Outcome outcome) {
		JsonNode response = outcome.response();
		List<JsonNode> chunks = outcome.chunks();
		JsonNode unified = fixture.unified();
		if (unified.path("chunks").isArray() && chunks != null && (response != null || unified.has("error"))) {
			return Streams.compare(fixture, chunks, (response != null) ? response : Values.missing());
		}
		if (unified.path("response").isObject() && response != null) {
			Comparison comparison = new Comparison(Part.RESPONSE);
			boolean counted = fixture.answers().stream().anyMatch(Answers::tellUsage);
			comparison.compare("", Streams.response(unified.path("response"), counted),
					Streams.response(response, true));
			return comparison.mismatches();
		}
		return List.of();
	}

}
