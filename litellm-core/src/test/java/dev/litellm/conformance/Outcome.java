package dev.litellm.conformance;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What came of a case here: the requests, and the answer, the chunks, or the failure.
 *
 * @param wire the requests in the form of a record
 * @param response the answer, a stream's as it was rebuilt from its chunks; or null
 * @param chunks the chunks of a stream; null for a whole answer
 * @param failure what the caller got instead, or after some chunks; or null
 */
record Outcome(JsonNode wire, @Nullable JsonNode response, @Nullable List<JsonNode> chunks,
		@Nullable RuntimeException failure) {

}
