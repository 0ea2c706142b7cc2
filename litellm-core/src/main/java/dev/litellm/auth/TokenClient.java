package dev.litellm.auth;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.transport.Transport;
import dev.litellm.transport.WholeBody;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireRequest;

/**
 * Client of those who issue tokens.
 *
 * @since 0.1.0
 */
public final class TokenClient {

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private static final int LIMIT = 1024 * 1024;

	private final Transport transport;

	private final Duration timeout;

	public TokenClient(Transport transport) {
		this(transport, TIMEOUT);
	}

	TokenClient(Transport transport, Duration timeout) {
		this.transport = transport;
		this.timeout = timeout;
	}

	/**
	 * Post a form.
	 * @param uri where to
	 * @param headers the headers, as {@code Authorization}
	 * @param form the fields
	 * @return the members of the answer
	 */
	public Mono<Map<String, @Nullable Object>> form(URI uri, Map<String, String> headers, Map<String, String> form) {
		return ask(request(uri, headers, form));
	}

	/**
	 * Get a document.
	 * @param uri where from
	 * @param headers the headers, as {@code Authorization}
	 * @return the members of the answer
	 */
	public Mono<Map<String, @Nullable Object>> get(URI uri, Map<String, String> headers) {
		return ask(WireRequest.get(uri, Map.copyOf(headers)));
	}

	private Mono<Map<String, @Nullable Object>> ask(WireRequest request) {
		String host = String.valueOf(request.uri().getHost());
		return ask(request, (reply) -> read(reply, host));
	}

	/**
	 * Ask whoever issues tokens, in a form of his own.
	 * @param <T> what the answer tells
	 * @param request the request
	 * @param then reads the answer, of whatever status
	 * @return what it tells
	 */
	<T> Mono<T> ask(WireRequest request, Function<WireReply, T> then) {
		return this.transport.<T>exchange(request, null, (head) -> new WholeBody<>(head, LIMIT, then))
			.next()
			.<T>map((answers) -> answers.get(0))
			.timeout(this.timeout)
			.onErrorMap(TimeoutException.class,
					(ex) -> Failure
						.of(ErrorKind.TIMEOUT,
								request.uri().getHost() + " has not answered a request for a token within "
										+ this.timeout.toSeconds() + " s")
						.asException());
	}

	static WireRequest request(URI uri, Map<String, String> headers, Map<String, String> form) {
		StringJoiner body = new StringJoiner("&");
		form.forEach((name, value) -> body.add(encode(name) + "=" + encode(value)));
		Map<String, String> all = new LinkedHashMap<>(headers);
		all.put("Content-Type", "application/x-www-form-urlencoded");
		return WireRequest.postJson(uri, all, WireBody.of(body.toString().getBytes(StandardCharsets.UTF_8)));
	}

	private static Map<String, @Nullable Object> read(WireReply reply, String host) {
		Map<String, @Nullable Object> answer = members(reply.body());
		if (reply.status() >= 300 || answer == null) {
			throw refused(host, reply.status(), answer).asException();
		}
		return answer;
	}

	/**
	 * Return the failure of an exchange that gave no token.
	 * @param issuer who was asked
	 * @param status the status of the answer
	 * @param answer its members, or null where it is no JSON object
	 * @return the failure
	 */
	static Failure refused(String issuer, int status, @Nullable Map<String, @Nullable Object> answer) {
		return new Failure(kind(status), "no token from " + issuer + ", which answered " + status + reason(answer),
				status, null, null, null, null);
	}

	@SuppressWarnings("unchecked")
	static @Nullable Map<String, @Nullable Object> members(byte[] body) {
		try {
			return (Json.read(body) instanceof Map<?, ?> map) ? (Map<String, @Nullable Object>) map : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/** Only what OAuth names as the reason is told, since an answer may hold a token. */
	private static String reason(@Nullable Map<String, @Nullable Object> answer) {
		if (answer == null) {
			return " without a JSON object";
		}
		StringJoiner reason = new StringJoiner(", ", ": ", "");
		reason.setEmptyValue("");
		for (String name : new String[] { "error", "error_description", "errorMessage", "message" }) {
			if (answer.get(name) instanceof String text) {
				reason.add(text.substring(0, Math.min(text.length(), 300)));
			}
		}
		return reason.toString();
	}

	private static ErrorKind kind(int status) {
		if (status == 429) {
			return ErrorKind.RATE_LIMIT;
		}
		return (status >= 500) ? ErrorKind.SERVICE_UNAVAILABLE : ErrorKind.AUTHENTICATION;
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
