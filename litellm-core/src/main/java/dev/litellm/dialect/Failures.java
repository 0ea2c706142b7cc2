package dev.litellm.dialect;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import org.springframework.http.HttpHeaders;

import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.transport.WireReply;

/**
 * Maker of the failures that replies tell, with the id of the request and the wait that
 * the provider asks for.
 *
 * @since 0.1.0
 */
public final class Failures {

	private static final int EXCERPT = 300;

	/** How much of a text is looked at for an excerpt. */
	private static final int READ = 100_000;

	/** What a page holds beside its words; each part is looked at once. */
	private static final Pattern MARKUP = Pattern.compile("(?s)<(script|style).*?(?:</\\1>|\\z)|<[^<>]*>");

	private static final List<String> REQUEST_IDS = List.of("x-request-id", "request-id", "x-litellm-call-id",
			"x-amzn-requestid", "opc-request-id", "cf-ray", "x-global-transaction-id");

	private final Clock clock;

	public Failures(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Return the failure that an error tells.
	 * @param kind its kind
	 * @param message what the provider says, of any length
	 * @param status the HTTP status
	 * @param code the provider's error code, or null
	 * @param headers the headers of the answer that held it
	 * @return the failure
	 */
	public Failure of(ErrorKind kind, String message, int status, @Nullable String code, HttpHeaders headers) {
		return new Failure(kind, excerpt(message), status, code, requestId(headers), RetryAfter.of(headers, this.clock),
				null);
	}

	/**
	 * Return the failure of an answer whose body is not the format's error.
	 * @param reply an answer of status 300 or above
	 * @return the failure, its kind by the status
	 */
	public Failure of(WireReply reply) {
		return new Failure(ErrorKind.ofStatus(reply.status()), describe(reply), reply.status(), null,
				requestId(reply.headers()), RetryAfter.of(reply.headers(), this.clock), null);
	}

	/**
	 * Return the failure of an answer that is not what was asked for.
	 * @param reply the answer
	 * @param expected what it should be
	 * @param problem what is wrong with it
	 * @return the failure
	 */
	public static Failure invalid(WireReply reply, String expected, String problem) {
		return new Failure(ErrorKind.INVALID_RESPONSE,
				"the answer is not " + expected + " (" + excerpt(problem) + "): " + describe(reply), reply.status(),
				null, requestId(reply.headers()), null, null);
	}

	/**
	 * Read the body of an answer that succeeded, token by token.
	 * @param <T> what is made of it
	 * @param reply the answer
	 * @param expected what it should be
	 * @param reader reads the object on whose start the parser stands, to its end
	 * @return what the reader makes of it
	 * @throws dev.litellm.error.FailureException if it is not a JSON object
	 */
	public static <T extends @Nullable Object> T read(WireReply reply, String expected,
			Function<JsonParser, T> reader) {
		try (JsonParser parser = Json.parser(reply.body(), 0, reply.body().length)) {
			if (parser.nextToken() == JsonToken.START_OBJECT) {
				T value = reader.apply(parser);
				parser.nextToken();
				return value;
			}
		}
		catch (JacksonException ex) {
			throw invalid(reply, expected, ex.getOriginalMessage()).asException();
		}
		throw invalid(reply, expected, "no JSON object").asException();
	}

	/**
	 * Read the body of an error.
	 * @param reply the answer
	 * @return its value, or null where it is not JSON
	 */
	public static @Nullable Object body(WireReply reply) {
		try {
			return Json.read(reply.body());
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/**
	 * Return what an answer is, in words.
	 * @param reply the answer
	 * @return its status and an excerpt of its text
	 */
	public static String describe(WireReply reply) {
		if (reply.body().length == 0) {
			return "answered " + reply.status() + " without a body";
		}
		String text = reply.text();
		boolean html = text.stripLeading().startsWith("<");
		return "answered " + reply.status() + (html ? " with a page instead of JSON: " : " with: ")
				+ excerpt(html ? MARKUP.matcher(beginning(text)).replaceAll(" ") : text);
	}

	/**
	 * Return the beginning of a text on one line.
	 * @param text the text
	 * @return at most 300 characters of it
	 */
	public static String excerpt(String text) {
		String line = beginning(text).replaceAll("\\s+", " ").strip();
		return (line.length() <= EXCERPT) ? line : line.substring(0, EXCERPT) + "…";
	}

	private static String beginning(String text) {
		return (text.length() <= READ) ? text : text.substring(0, READ);
	}

	/**
	 * Return the provider's id of a request.
	 * @param headers the headers of its answer
	 * @return the id, or null where there is none
	 */
	public static @Nullable String requestId(HttpHeaders headers) {
		for (String name : REQUEST_IDS) {
			String value = headers.getFirst(name);
			if (value != null) {
				return value;
			}
		}
		return null;
	}

}
