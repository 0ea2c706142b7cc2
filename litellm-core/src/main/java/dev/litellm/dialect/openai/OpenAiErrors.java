package dev.litellm.dialect.openai;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import dev.litellm.dialect.Failures;
import dev.litellm.dialect.openai.responses.ErrorReader;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;

/**
 * Failures that OpenAI's errors tell, and what compatible servers send instead: JSON of
 * any shape, pages, text, or nothing.
 */
final class OpenAiErrors implements ErrorReader {

	/** Members of an error that stand elsewhere in a failure. */
	private static final Set<String> TOLD = Set.of("message", "code", "type", "status");

	private final Failures failures;

	OpenAiErrors(Clock clock) {
		this.failures = new Failures(clock);
	}

	Failure of(WireReply reply) {
		Object body = Failures.body(reply);
		ErrorBody error = ErrorBody.of(body);
		String message = (error.message() != null) ? error.message() : Failures.describe(reply);
		Set<String> extra = Refusals.extraParameters(body);
		ErrorKind kind = extra.isEmpty() ? ErrorKinds.of(reply.status(), error) : ErrorKind.UNSUPPORTED_PARAMS;
		String hint = extra.isEmpty() ? ""
				: "the model does not take " + extra + "; leave them out, or set drop-unsupported: true: ";
		return this.failures.of(kind, hint + message, reply.status(), error.code(), reply.headers())
			.withDetails(details(body))
			.withLasting(ErrorKinds.isSpent(kind, error));
	}

	/** What else an error says, as which filters of Azure's have held content back. */
	private static Map<String, @Nullable Object> details(@Nullable Object body) {
		Map<String, @Nullable Object> details = new Members();
		Values.fields(Values.fields(body).get("error")).forEach((name, value) -> {
			if (value != null && !TOLD.contains(name)) {
				details.put(String.valueOf(name), value);
			}
		});
		return details;
	}

	@Override
	public Failure within(@Nullable Object error, HttpHeaders headers) {
		ErrorBody body = ErrorBody.of(error);
		int status = ErrorKinds.status(body);
		ErrorKind kind = ErrorKinds.of(status, body);
		return this.failures
			.of(kind, (body.message() != null) ? body.message() : Json.text(error), status, body.code(), headers)
			.withLasting(ErrorKinds.isSpent(kind, body));
	}

	/**
	 * Return what the members of an answer tell that is not of the expected shape.
	 * @param members the members that the shape does not know
	 * @return the error, or null where they tell none
	 */
	static @Nullable Object find(Map<String, @Nullable Object> members) {
		if (members.isEmpty()) {
			return null;
		}
		Object error = members.get("error");
		if (error instanceof String && members.get("code") != null) {
			return members;
		}
		if (error != null) {
			return error;
		}
		boolean told = members.get("message") != null
				&& (members.get("code") != null || members.get("type") != null || members.get("status") != null);
		return (told || members.get("errors") instanceof List<?>) ? members : null;
	}

}
