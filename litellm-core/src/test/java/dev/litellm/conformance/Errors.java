package dev.litellm.conformance;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;

/**
 * Comparison of failures: kind and status.
 */
final class Errors {

	private Errors() {
	}

	static List<Mismatch> compare(JsonNode expected, RuntimeException actual) {
		List<Mismatch> mismatches = new ArrayList<>();
		String type = expected.path("type").asString("");
		int status = expected.path("status").asInt(0);
		String message = Values.oneLine(expected.path("message").asString(""));
		if (!canonical(type).equals(name(actual))) {
			mismatches.add(new Mismatch(Part.ERROR, "/type", type + " " + status + ": " + message,
					name(actual) + " " + status(actual) + ": " + Values.oneLine(String.valueOf(actual.getMessage()))));
		}
		if (status != status(actual)) {
			mismatches
				.add(new Mismatch(Part.ERROR, "/status", type + " " + status, name(actual) + " " + status(actual)));
		}
		return mismatches;
	}

	static String show(JsonNode error) {
		return "<error> " + error.path("type").asString("") + " " + error.path("status").asInt(0) + ": "
				+ Values.oneLine(error.path("message").asString(""));
	}

	static String show(RuntimeException failure) {
		return "<error> " + name(failure) + " " + status(failure) + ": "
				+ Values.oneLine(String.valueOf(failure.getMessage()));
	}

	private static String canonical(String type) {
		return type.equals("UnprocessableEntityError") ? "BadRequestError" : type;
	}

	/** LiteLLM's name of a failure's kind. */
	private static String name(RuntimeException failure) {
		return (failure instanceof LlmException known) ? name(known.kind()) : failure.getClass().getSimpleName();
	}

	private static String name(ErrorKind kind) {
		return switch (kind) {
			case BAD_REQUEST -> "BadRequestError";
			case UNSUPPORTED_PARAMS -> "UnsupportedParamsError";
			case CONTEXT_WINDOW_EXCEEDED -> "ContextWindowExceededError";
			case CONTENT_POLICY_VIOLATION -> "ContentPolicyViolationError";
			case AUTHENTICATION -> "AuthenticationError";
			case PERMISSION_DENIED -> "PermissionDeniedError";
			case NOT_FOUND -> "NotFoundError";
			case RATE_LIMIT -> "RateLimitError";
			case TIMEOUT -> "Timeout";
			case INTERNAL_SERVER -> "InternalServerError";
			case BAD_GATEWAY -> "BadGatewayError";
			case SERVICE_UNAVAILABLE -> "ServiceUnavailableError";
			case CONNECTION -> "APIConnectionError";
			case STREAM_INTERRUPTED -> "MidStreamFallbackError";
			case CONFLICT -> "APIError";
			case INVALID_RESPONSE, CANCELLED -> kind.name();
		};
	}

	/** The status of the answer, or the one that LiteLLM gives to a kind without one. */
	private static int status(RuntimeException failure) {
		if (!(failure instanceof LlmException known)) {
			return 0;
		}
		if (known.status() != 0) {
			return known.status();
		}
		return switch (known.kind()) {
			case BAD_REQUEST, UNSUPPORTED_PARAMS, CONTEXT_WINDOW_EXCEEDED, CONTENT_POLICY_VIOLATION -> 400;
			case AUTHENTICATION -> 401;
			case PERMISSION_DENIED -> 403;
			case NOT_FOUND -> 404;
			case TIMEOUT -> 408;
			case CONFLICT -> 409;
			case RATE_LIMIT -> 429;
			case BAD_GATEWAY -> 502;
			case SERVICE_UNAVAILABLE -> 503;
			case INTERNAL_SERVER, CONNECTION, INVALID_RESPONSE, STREAM_INTERRUPTED, CANCELLED -> 500;
		};
	}

}
