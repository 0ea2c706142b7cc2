package dev.litellm.dialect.cohere;

import java.time.Clock;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import dev.litellm.dialect.ErrorTexts;
import dev.litellm.dialect.Failures;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;

/**
 * Kinds of Cohere's errors, which come as an answer, as an event of a stream, or as the
 * reason why an answer ended.
 */
final class CohereErrors {

	/** What Cohere answers where a text holds what it never says. */
	private static final int DENIED_TEXT = 498;

	private final Failures failures;

	CohereErrors(Clock clock) {
		this.failures = new Failures(clock);
	}

	Failure of(WireReply reply) {
		Map<?, ?> body = Values.fields(Failures.body(reply));
		String message = Values.text(body.get("message"));
		return (message != null) ? failure(message, reply.status(), null, Values.text(body.get("id")), reply.headers())
				: this.failures.of(reply);
	}

	/**
	 * Return the failure that an event of a stream, or an answer of status 200, tells.
	 * @param message what it says
	 * @param id the answer's id, or null
	 * @return the failure
	 */
	Failure within(String message, @Nullable String id) {
		return failure(message, 500, null, id, HttpHeaders.EMPTY);
	}

	/**
	 * Return the failure that ended an answer.
	 * @param reason the reason as Cohere tells it, or null
	 * @param error the words beside it, or null
	 * @param id the answer's id, or null
	 * @return the failure, or null where the answer ended well
	 */
	@Nullable Failure ending(@Nullable String reason, @Nullable String error, @Nullable String id) {
		String name = (reason != null) ? reason : "";
		if (!name.startsWith("ERROR") && !name.equals("TIMEOUT")) {
			return null;
		}
		String message = (error != null) ? error : "the answer ended with " + reason;
		int status = name.equals("TIMEOUT") ? 504 : 500;
		Failure failure = failure(message, status, reason, id, HttpHeaders.EMPTY);
		return name.equals("ERROR_TOXIC") ? failure.as(ErrorKind.CONTENT_POLICY_VIOLATION)
				: name.equals("ERROR_LIMIT") ? failure.as(ErrorKind.CONTEXT_WINDOW_EXCEEDED) : failure;
	}

	private Failure failure(String message, int status, @Nullable String code, @Nullable String id,
			HttpHeaders headers) {
		Failure failure = this.failures.of(kind(status, message), message, status, code, headers);
		return (id != null) ? failure.withRequestId(id) : failure;
	}

	private static ErrorKind kind(int status, String message) {
		if (status == DENIED_TEXT) {
			return ErrorKind.CONTENT_POLICY_VIOLATION;
		}
		boolean tooMuchAsked = message.contains("max tokens must be");
		ErrorKind told = ((status == 400 || status == 403 || status == 422) && !tooMuchAsked) ? ErrorTexts.kind(message)
				: null;
		return (told != null) ? told : ErrorKind.ofStatus(status);
	}

}
