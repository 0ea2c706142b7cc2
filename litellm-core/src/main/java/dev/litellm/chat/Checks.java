package dev.litellm.chat;

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

	private static String number(double value) {
		return (value == Math.rint(value)) ? Long.toString((long) value) : Double.toString(value);
	}

}
