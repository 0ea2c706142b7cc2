package dev.litellm.dialect.aws;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import dev.litellm.dialect.Failures;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;

/**
 * Kinds of the errors of Amazon's services, which come as an answer or as an exception
 * within a stream.
 *
 * @since 0.1.0
 */
public final class AwsErrors {

	/** Statuses of the exceptions that a stream may hold. */
	private static final Map<String, Integer> STATUS = Map.of("validationexception", 400, "accessdeniedexception", 403,
			"resourcenotfoundexception", 404, "modeltimeoutexception", 408, "modelerrorexception", 424,
			"modelstreamerrorexception", 424, "throttlingexception", 429, "modelnotreadyexception", 429,
			"serviceunavailableexception", 503);

	/** Exceptions that are about who calls, though they come with status 400 or 403. */
	private static final Set<String> LOGIN = Set.of("unrecognizedclientexception", "invalidsignatureexception",
			"expiredtokenexception", "incompletesignatureexception", "missingauthenticationtokenexception",
			"invalidclienttokenidexception", "signaturedoesnotmatchexception");

	private static final List<String> LOGIN_TEXTS = List.of("security token", "api key", "authentication failed",
			"bearer token", "signature");

	private static final List<String> CONTEXT_WINDOW = List.of("input is too long", "prompt is too long",
			"too many input tokens", "too many tokens", "expected maxlength:", "context length", "context window",
			"context limit", "maximum context", "input length and `max_tokens` exceed", "input tokens exceed",
			"too large for model", "number of input tokens", "`max_new_tokens` must be <=");

	private static final List<String> POLICY = List.of("content filtering policy", "content policy", "usage policy");

	private final Failures failures;

	/**
	 * Create the kinds.
	 * @param clock tells now where an answer has no date
	 */
	public AwsErrors(Clock clock) {
		this.failures = new Failures(clock);
	}

	/**
	 * Return the failure that an answer tells.
	 * @param reply the answer
	 * @return the failure
	 */
	public Failure of(WireReply reply) {
		Map<?, ?> body = Values.fields(Failures.body(reply));
		String type = type(reply.headers().getFirst("x-amzn-errortype"), body);
		String text = text(body);
		return failure(reply.status(), type, (text != null) ? text : Failures.describe(reply), body, reply.headers());
	}

	/**
	 * Return the failure that an exception within a stream tells.
	 * @param type the exception's type
	 * @param bytes what it says
	 * @return the failure
	 */
	public Failure within(String type, byte[] bytes) {
		int status = STATUS.getOrDefault(type.toLowerCase(Locale.ROOT), 500);
		WireReply told = new WireReply(status, HttpHeaders.EMPTY, bytes);
		Map<?, ?> body = Values.fields(Failures.body(told));
		String text = text(body);
		return failure(status, type, (text != null) ? text : type + ": " + told.text(), body, told.headers());
	}

	private static @Nullable String type(@Nullable String header, Map<?, ?> body) {
		String told = (header != null) ? header : Values.text(body.get("__type"));
		if (told == null) {
			return null;
		}
		String name = told.substring(told.indexOf('#') + 1);
		int colon = name.indexOf(':');
		return (colon < 0) ? name : name.substring(0, colon);
	}

	private static @Nullable String text(Map<?, ?> body) {
		for (String name : List.of("message", "Message", "originalMessage")) {
			if (body.get(name) instanceof String text && !text.isBlank()) {
				return text;
			}
		}
		return null;
	}

	private Failure failure(int status, @Nullable String type, String message, Map<?, ?> body, HttpHeaders headers) {
		ErrorKind kind = kind(status, (type != null) ? type.toLowerCase(Locale.ROOT) : "",
				message.toLowerCase(Locale.ROOT), body.get("originalStatusCode"));
		return this.failures.of(kind, message, status, type, headers);
	}

	private static ErrorKind kind(int status, String type, String text, @Nullable Object original) {
		if (LOGIN.contains(type) || (status == 403 && LOGIN_TEXTS.stream().anyMatch(text::contains))) {
			return ErrorKind.AUTHENTICATION;
		}
		if (status == 400 || status == 413 || status == 424) {
			if (CONTEXT_WINDOW.stream().anyMatch(text::contains)) {
				return ErrorKind.CONTEXT_WINDOW_EXCEEDED;
			}
			if (POLICY.stream().anyMatch(text::contains)) {
				return ErrorKind.CONTENT_POLICY_VIOLATION;
			}
		}
		if (status == 424) {
			return ErrorKind.ofStatus((original instanceof Number number) ? number.intValue() : 500);
		}
		return ErrorKind.ofStatus(status);
	}

}
