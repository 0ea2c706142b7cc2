package dev.litellm.dialect.mock;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.Durations;
import dev.litellm.dialect.LiteLlmErrors;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;

/**
 * Errors that a test has made up: {@code litellm.RateLimitError: too fast}, or an object
 * {@code error} with a status, a message and a wait.
 */
final class MockErrors {

	private static final Pattern CLASS = Pattern.compile("(?:litellm\\.)(?:\\w+\\.)*+(\\w+)(?::\\s*(.*))?",
			Pattern.DOTALL);

	private MockErrors() {
	}

	/**
	 * Return the failure that a piece of an answer tells.
	 * @param piece a text or an object
	 * @return the failure, or null where it is no error
	 */
	static @Nullable Failure of(@Nullable Object piece) {
		if (piece instanceof Map<?, ?> fields) {
			return (fields.get("error") instanceof Map<?, ?> error) ? told(error) : null;
		}
		Matcher matcher = (piece instanceof String text) ? CLASS.matcher(text) : null;
		if (matcher == null || !matcher.matches()) {
			return null;
		}
		String name = matcher.group(1);
		ErrorKind kind = name.equals("APIConnectionError") ? ErrorKind.CONNECTION : LiteLlmErrors.kind(name);
		if (kind == null) {
			return null;
		}
		String message = (matcher.group(2) != null) ? matcher.group(2) : "a mocked " + name;
		return new Failure(kind, message, status(kind), null, null, null, null);
	}

	private static int status(ErrorKind kind) {
		return switch (kind) {
			case CONNECTION -> 0;
			case TIMEOUT -> 408;
			case PERMISSION_DENIED -> 403;
			default -> IntStream.rangeClosed(400, 503)
				.filter((status) -> ErrorKind.ofStatus(status) == kind)
				.findFirst()
				.orElse(400);
		};
	}

	private static Failure told(Map<?, ?> error) {
		int status = (error.get("status") instanceof Number number) ? number.intValue() : 500;
		String message = (error.get("message") instanceof String text) ? text : "a mocked error " + status;
		Object wait = error.get("retry_after");
		return new Failure(ErrorKind.ofStatus(status), message, status,
				(error.get("code") instanceof String code) ? code : null, null,
				(wait != null) ? Durations.parse(wait.toString()) : null, null);
	}

}
