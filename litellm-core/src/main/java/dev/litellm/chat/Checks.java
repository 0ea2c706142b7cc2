package dev.litellm.chat;

import java.util.List;

/**
 * Refusals of values that no provider takes, with the parameter, the value and the mend.
 */
final class Checks {

	private Checks() {
	}

	static int atLeast(String parameter, int value, int least) {
		return between(parameter, value, least, Integer.MAX_VALUE);
	}

	static double atLeast(String parameter, double value, double least) {
		return between(parameter, value, least, Double.MAX_VALUE);
	}

	static int between(String parameter, int value, int least, int most) {
		return (int) between(parameter, (double) value, least, most);
	}

	static double between(String parameter, double value, double least, double most) {
		if (!(value >= least && value <= most)) {
			throw new IllegalArgumentException(
					"'" + parameter + "' is " + number(value) + ": give a number " + ((most < Integer.MAX_VALUE)
							? "from " + number(least) + " to " + number(most) : "of at least " + number(least)));
		}
		return value;
	}

	static String notBlank(String parameter, String value) {
		if (value == null || value.isBlank()) {
			throw new IllegalArgumentException("'" + parameter + "' is " + ((value == null) ? "null" : "blank")
					+ ": give it a value or leave it out");
		}
		return value;
	}

	static <T> T given(String parameter, T value, String mend) {
		if (value == null) {
			throw new IllegalArgumentException("'" + parameter + "' is null: give " + mend);
		}
		return value;
	}

	/** The name comes in two parts, for it is hardly ever wanted whole. */
	static <T> List<T> list(String owner, String parameter, List<T> items) {
		if (items == null) {
			throw new IllegalArgumentException("'" + owner + parameter + "' is null: give a list, empty for none");
		}
		for (int i = 0; i < items.size(); i++) {
			if (items.get(i) == null) {
				throw new IllegalArgumentException("'" + owner + parameter + "[" + i + "]' is null: leave it out");
			}
		}
		return List.copyOf(items);
	}

	private static String number(double value) {
		return (value == Math.rint(value)) ? Long.toString((long) value) : Double.toString(value);
	}

}
