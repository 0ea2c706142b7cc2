package dev.litellm.call;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * A provider's rate limits as its answer tells them in {@code x-ratelimit-*} headers;
 * null where it does not.
 *
 * @param limitRequests requests in the window
 * @param remainingRequests requests left in the window
 * @param resetRequests time until all requests are free again
 * @param limitTokens tokens in the window
 * @param remainingTokens tokens left in the window
 * @param resetTokens time until all tokens are free again
 * @since 0.1.0
 */
public record RateLimits(@Nullable Long limitRequests, @Nullable Long remainingRequests,
		@Nullable Duration resetRequests, @Nullable Long limitTokens, @Nullable Long remainingTokens,
		@Nullable Duration resetTokens) {

	static RateLimits of(HttpHeaders headers) {
		return new RateLimits(number(headers, "limit-requests"), number(headers, "remaining-requests"),
				time(headers, "reset-requests"), number(headers, "limit-tokens"), number(headers, "remaining-tokens"),
				time(headers, "reset-tokens"));
	}

	private static @Nullable String first(HttpHeaders headers, String name) {
		String value = headers.getFirst("x-ratelimit-" + name);
		return (value != null) ? value : headers.getFirst("llm_provider-x-ratelimit-" + name);
	}

	private static @Nullable Long number(HttpHeaders headers, String name) {
		String value = first(headers, name);
		try {
			return (value != null) ? Long.valueOf(value.trim()) : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private static @Nullable Duration time(HttpHeaders headers, String name) {
		String value = first(headers, name);
		return (value != null) ? Durations.parse(value) : null;
	}

}
