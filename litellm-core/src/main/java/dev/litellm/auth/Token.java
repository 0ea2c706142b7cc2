package dev.litellm.auth;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.Secret;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;

/**
 * A token for a while.
 *
 * @param value the token
 * @param issued when it was issued
 * @param expires when it is of no more use
 * @param details what came with it, for example the address that it is good for
 * @since 0.1.0
 */
public record Token(Secret value, Instant issued, Instant expires, Map<String, @Nullable Object> details) {

	private static final long HOUR = 3600;

	private static final long YEAR = 365 * 24 * HOUR;

	public Token(Secret value, Instant issued, Instant expires) {
		this(value, issued, expires, Map.of());
	}

	/**
	 * Read the answer to an exchange of OAuth's.
	 * @param answer its members: {@code access_token}, and {@code expires_in} in seconds
	 * @param from who answered
	 * @param clock tells when
	 * @return the token, for an hour where the answer tells no time
	 * @throws dev.litellm.error.FailureException if there is none
	 */
	public static Token of(Map<String, @Nullable Object> answer, URI from, Clock clock) {
		if (!(answer.get("access_token") instanceof String value) || value.isBlank()) {
			throw Failure
				.of(ErrorKind.AUTHENTICATION,
						"no token from " + from.getHost() + ", whose answer holds no access_token")
				.asException();
		}
		Instant now = clock.instant();
		return new Token(Secret.of(value), now, now.plusSeconds(seconds(answer.get("expires_in"))));
	}

	private static long seconds(@Nullable Object told) {
		if (told instanceof Number number) {
			return Math.max(0, Math.min(number.longValue(), YEAR));
		}
		return (told instanceof String text && text.matches("[0-9]{1,9}")) ? Long.parseLong(text) : HOUR;
	}

	/**
	 * Return from when on another token is asked for: when four fifths of the time are
	 * over, at the latest a minute before the end.
	 */
	Instant refresh() {
		long seconds = Math.max(0, this.expires.getEpochSecond() - this.issued.getEpochSecond());
		return this.issued.plusSeconds(Math.max(0, Math.min(seconds * 4 / 5, seconds - 60)));
	}

}
