package dev.litellm.dialect;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/**
 * Reader of the times that answers tell as text.
 *
 * @since 0.1.0
 */
public final class Timestamps {

	private Timestamps() {
	}

	/**
	 * Return a time.
	 * @param told a date and time with its offset, as in
	 * {@code 2025-11-05T12:27:58.412Z}, or anything else
	 * @param standard the time where it is none
	 * @return the time in seconds since 1970
	 */
	public static long seconds(@Nullable Object told, long standard) {
		if (!(told instanceof String text)) {
			return standard;
		}
		try {
			return isUtc(text) ? utc(text) : OffsetDateTime.parse(text).toEpochSecond();
		}
		catch (DateTimeException | NumberFormatException ex) {
			return standard;
		}
	}

	/** The usual form, which is read without a formatter's effort. */
	private static boolean isUtc(String text) {
		return text.length() >= 20 && text.charAt(4) == '-' && text.charAt(7) == '-' && text.charAt(10) == 'T'
				&& text.charAt(13) == ':' && text.charAt(16) == ':' && (text.length() == 20 || text.charAt(19) == '.')
				&& text.endsWith("Z");
	}

	private static long utc(String text) {
		long days = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)).toEpochDay();
		LocalTime time = LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19));
		return days * 86_400 + time.toSecondOfDay();
	}

	private static int number(String text, int begin, int end) {
		return Integer.parseInt(text, begin, end, 10);
	}

}
