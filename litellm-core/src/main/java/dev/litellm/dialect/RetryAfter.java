package dev.litellm.dialect;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import dev.litellm.call.Durations;

/**
 * The wait that an answer asks for, in all its spellings: {@code retry-after-ms},
 * {@code retry-after} in seconds or as an HTTP date.
 *
 * @since 0.1.0
 */
public final class RetryAfter {

	private RetryAfter() {
	}

	/**
	 * Read the wait from an answer's headers.
	 * @param headers the headers
	 * @param clock tells now where the answer has no date
	 * @return the wait, zero or more, or null where the answer asks for none
	 */
	public static @Nullable Duration of(HttpHeaders headers, Clock clock) {
		String millis = headers.getFirst("retry-after-ms");
		if (millis != null) {
			Duration wait = Durations.parse(millis.trim() + "ms");
			if (wait != null) {
				return wait;
			}
		}
		String value = headers.getFirst("retry-after");
		if (value == null) {
			return null;
		}
		Duration wait = Durations.parse(value);
		return (wait != null) ? wait : untilDate(value, headers, clock);
	}

	private static @Nullable Duration untilDate(String value, HttpHeaders headers, Clock clock) {
		Instant then = instant(value);
		if (then == null) {
			return null;
		}
		String date = headers.getFirst("date");
		Instant now = (date != null) ? instant(date) : null;
		Duration wait = Duration.between((now != null) ? now : clock.instant(), then);
		return wait.isNegative() ? Duration.ZERO : wait;
	}

	private static @Nullable Instant instant(String value) {
		try {
			return ZonedDateTime.parse(value.trim(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
