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
		JsonNode error = fixture.unified().path("error");
		RuntimeException failure = outcome.failure();
		if (error.isObject() && failure == null && fixture.wire().isEmpty()) {
			return List.of(answered(error));
		}
		if (!error.isObject() && failure != null && outcome.wire().isEmpty()) {
			// what is refused is not sent
			return List.of(failed(fixture, failure));
		}
		List<Mismatch> mismatches = new ArrayList<>(WireComparison.compare(fixture.wire(), outcome.wire()));
		if (error.isObject()) {
			mismatches.addAll((failure != null) ? Errors.compare(error, failure) : List.of(answered(error)));
		}
		else if (failure != null) {
			mismatches.add(failed(fixture, failure));
		}
		mismatches.addAll(compareAnswers(fixture, outcome));
		return mismatches;
	}

	private static Mismatch answered(JsonNode error) {
		return new Mismatch(Part.ERROR, "", Errors.show(error), ANSWER);
	}

	private static Mismatch failed(Fixture fixture, RuntimeException failure) {
		boolean nothing = Values.isAbsent(fixture.unified().path("response")) && !fixture.unified().has("chunks");
		return new Mismatch(fixture.isStream() ? Part.STREAM : Part.RESPONSE, "", nothing ? "<nothing>" : ANSWER,
				Errors.show(failure));
	}

	private static List<Mismatch> compareAnswers(Fixture fixture, Outcome outcome) {
		JsonNode response = outcome.response();
		List<JsonNode> chunks = outcome.chunks();
		JsonNode unified = fixture.unified();
		if (unified.has("error") && response == null && Chunks.areBlank(Values.list(unified.path("chunks")))) {
			return List.of();
		}
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
