package dev.litellm.auth;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.Secret;

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

	public Token(Secret value, Instant issued, Instant expires) {
		this(value, issued, expires, Map.of());
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
