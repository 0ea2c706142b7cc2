package dev.litellm.dialect.oci;

import java.time.Clock;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import dev.litellm.dialect.openai.OpenAiDialect;
import dev.litellm.error.Failure;
import dev.litellm.transport.WireReply;

/**
 * Kinds of Oracle's errors, a code and a message; the models' own texts are told as those
 * of OpenAI's format are.
 */
final class OciErrors {

	/** The statuses of codes, where an error has none of its own. */
	private static final Map<String, Integer> STATUS = Map.of("InvalidParameter", 400, "CannotParseRequest", 400,
			"NotAuthenticated", 401, "NotAllowed", 403, "NotAuthorizedOrNotFound", 404, "TooManyRequests", 429,
			"InternalServerError", 500, "ServiceUnavailable", 503);

	private final OpenAiDialect texts;

	OciErrors(Clock clock) {
		this.texts = new OpenAiDialect(clock);
	}

	Failure of(WireReply reply) {
		return this.texts.error(reply);
	}

	/**
	 * Return the failure that an event of a stream, or an answer of status 200, tells.
	 * @param told its code, or null
	 * @param error it
	 * @return the failure
	 */
	Failure within(@Nullable Object told, byte[] error) {
		String code = String.valueOf(told);
		int status = code.matches("[45]\\d\\d") ? Integer.parseInt(code) : STATUS.getOrDefault(code, 500);
		return of(new WireReply(status, HttpHeaders.EMPTY, error));
	}

}
