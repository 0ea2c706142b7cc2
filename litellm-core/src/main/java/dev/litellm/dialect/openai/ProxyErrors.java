package dev.litellm.dialect.openai;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.litellm.dialect.LiteLlmErrors;
import dev.litellm.error.ErrorKind;

/**
 * Kinds of a LiteLLM proxy's errors: their type, or the {@code litellm.XError:} that
 * their message begins with.
 */
final class ProxyErrors {

	private static final Pattern CLASS = Pattern.compile("\\G(?:litellm\\.)(?:\\w+\\.)*+(\\w+)(?::\\s*|\\b)");

	private static final String UNKNOWN_MODEL = "Invalid model name passed in model=";

	private static final Map<String, ErrorKind> BY_TYPE = Map.of("budget_exceeded", ErrorKind.PERMISSION_DENIED,
			"auth_error", ErrorKind.AUTHENTICATION, "token_not_found_in_db", ErrorKind.AUTHENTICATION, "expired_key",
			ErrorKind.AUTHENTICATION, "no_db_connection", ErrorKind.AUTHENTICATION, "throttling_error",
			ErrorKind.RATE_LIMIT, "key_model_access_denied", ErrorKind.PERMISSION_DENIED, "team_model_access_denied",
			ErrorKind.PERMISSION_DENIED, "user_model_access_denied", ErrorKind.PERMISSION_DENIED);

	private ProxyErrors() {
	}

	/**
	 * Return the kind of a proxy's error.
	 * @param status the HTTP status
	 * @param type the error's type, or an empty string
	 * @param message the error's text
	 * @return the kind, or null where it says nothing that only a proxy says
	 */
	static @Nullable ErrorKind kind(int status, String type, String message) {
		ErrorKind kind = byClass(message);
		if (kind != null) {
			return kind;
		}
		if (status == 400 && message.contains(UNKNOWN_MODEL)) {
			return ErrorKind.NOT_FOUND;
		}
		return (status < 500) ? BY_TYPE.get(type) : null;
	}

	private static @Nullable ErrorKind byClass(String message) {
		ErrorKind first = null;
		Matcher matcher = CLASS.matcher(message);
		while (matcher.find()) {
			ErrorKind kind = LiteLlmErrors.kind(matcher.group(1));
			if (kind == ErrorKind.CONTEXT_WINDOW_EXCEEDED || kind == ErrorKind.CONTENT_POLICY_VIOLATION) {
				return kind;
			}
			first = (first != null) ? first : kind;
		}
		return first;
	}

}
