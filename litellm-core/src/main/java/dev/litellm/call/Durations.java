package dev.litellm.call;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Times as providers write them: {@code 1.4s}, {@code 6m0s}, {@code 1h2m3s},
 * {@code 120ms}, or bare seconds.
 *
 * @since 0.1.0
 */
public final class Durations {

	private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h|d)?");

	private static final double MILLIS_LIMIT = Long.MAX_VALUE / 4.0;

	private Durations() {
	}

	/**
	 * Read a time.
	 * @param text the text
	 * @return the time, or null where it is none
	 */
	public static @Nullable Duration parse(String text) {
		Matcher matcher = PART.matcher(text.trim());
		double millis = 0;
		int end = 0;
		while (matcher.find() && matcher.start() == end) {
			millis += Double.parseDouble(matcher.group(1)) * unit(matcher.group(2));
			end = matcher.end();
		}
		if (end == 0 || end != text.trim().length() || millis > MILLIS_LIMIT) {
			return null;
		}
		return Duration.ofMillis(Math.round(millis));
	}

	private static double unit(@Nullable String unit) {
		return switch ((unit != null) ? unit : "s") {
			case "ms" -> 1;
			case "m" -> 60_000;
			case "h" -> 3_600_000;
			case "d" -> 86_400_000;
			default -> 1000;
		};
	}

}
