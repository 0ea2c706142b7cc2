package dev.litellm.dialect.openai;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import org.springframework.http.HttpHeaders;

import dev.litellm.dialect.RetryAfter;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.transport.WireReply;

/**
 * Failures that OpenAI's errors tell, and what compatible servers send instead: JSON of
 * any shape, pages, text, or nothing.
 */
final class OpenAiErrors {

	private static final int EXCERPT = 300;

	private final Clock clock;

	OpenAiErrors(Clock clock) {
		this.clock = clock;
	}

	Failure of(WireReply reply) {
		ErrorBody error = ErrorBody.of(parse(reply));
		String message = (error.message() != null) ? excerpt(error.message()) : describe(reply);
		return new Failure(ErrorKinds.of(reply.status(), error), message, reply.status(), error.code(),
				requestId(reply.headers()), RetryAfter.of(reply.headers(), this.clock), null);
	}

	/**
	 * Return the failure that an error tells which came with a status of success, or
	 * within a stream.
	 * @param error the error's object or text
	 * @param headers the headers of the answer that held it
	 * @return the failure
	 */
	Failure within(@Nullable Object error, HttpHeaders headers) {
		ErrorBody body = ErrorBody.of(error);
		int status = ErrorKinds.status(body);
		return new Failure(ErrorKinds.of(status, body),
				excerpt((body.message() != null) ? body.message() : Json.text(error)), status, body.code(),
				requestId(headers), RetryAfter.of(headers, this.clock), null);
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

	private static @Nullable Object parse(WireReply reply) {
		try {
			return Json.read(reply.body());
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/**
	 * Return the failure of an answer that is not what was asked for.
	 * @param reply the answer
	 * @param expected what it should be
	 * @param problem what is wrong with it
	 * @return the failure
	 */
	static Failure invalid(WireReply reply, String expected, String problem) {
		return new Failure(ErrorKind.INVALID_RESPONSE,
				"the answer is not " + expected + " (" + excerpt(problem) + "): " + describe(reply), reply.status(),
				null, requestId(reply.headers()), null, null);
	}

	private static String describe(WireReply reply) {
		if (reply.body().length == 0) {
			return "answered " + reply.status() + " without a body";
		}
		String text = reply.text();
		boolean html = text.stripLeading().startsWith("<");
		return "answered " + reply.status() + (html ? " with a page instead of JSON: " : " with: ")
				+ excerpt(html ? text.replaceAll("(?s)<(script|style).*?</\\1>|<[^>]*>", " ") : text);
	}

	static String excerpt(String text) {
		String line = text.replaceAll("\\s+", " ").strip();
		return (line.length() <= EXCERPT) ? line : line.substring(0, EXCERPT) + "…";
	}

	static @Nullable String requestId(HttpHeaders headers) {
		for (String name : List.of("x-request-id", "request-id", "x-litellm-call-id", "cf-ray")) {
			String value = headers.getFirst(name);
			if (value != null) {
				return value;
			}
		}
		return null;
	}

}
