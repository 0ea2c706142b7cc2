package dev.litellm.engine;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.litellm.error.ErrorKind;

/**
 * What traffic has shown of one provider.
 *
 * @param lastSuccess when it last answered well, or null
 * @param lastFailure when it last failed, or null
 * @param kind the last failure's kind, or null
 * @param message the beginning of what it said last when it failed, or null
 * @param consecutiveFailures how often in a row it has failed by its own fault
 * @since 0.1.0
 */
public record ProviderState(@Nullable Instant lastSuccess, @Nullable Instant lastFailure, @Nullable ErrorKind kind,
		@Nullable String message, int consecutiveFailures) {

	private static final int LONGEST = 200;

	static final ProviderState UNKNOWN = new ProviderState(null, null, null, null, 0);

	ProviderState succeeded(Instant now) {
		return new ProviderState(now, this.lastFailure, this.kind, this.message, 0);
	}

	ProviderState failed(Instant now, ErrorKind kind, @Nullable String message) {
		String text = (message != null && message.length() > LONGEST) ? message.substring(0, LONGEST) + "…" : message;
		return new ProviderState(this.lastSuccess, now, kind, text,
				isItsFault(kind) ? this.consecutiveFailures + 1 : 0);
	}

	/**
	 * Return whether a failure tells that the provider does not work, where others tell
	 * that it answered and did not like the request, the key or the pace.
	 */
	private static boolean isItsFault(ErrorKind kind) {
		return switch (kind) {
			case CONNECTION, TIMEOUT, INTERNAL_SERVER, BAD_GATEWAY, SERVICE_UNAVAILABLE, INVALID_RESPONSE,
					STREAM_INTERRUPTED ->
				true;
			default -> false;
		};
	}

}
