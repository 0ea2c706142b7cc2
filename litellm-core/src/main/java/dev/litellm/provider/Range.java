package dev.litellm.provider;

import org.jspecify.annotations.Nullable;

/**
 * A range of numbers, both ends included.
 *
 * @param least the lower end, or null for none
 * @param most the upper end, or null for none
 * @since 0.1.0
 */
public record Range(@Nullable Double least, @Nullable Double most) {

	private static final Range ALL = new Range(null, null);

	public Range {
		if (least != null && most != null && least > most) {
			throw new IllegalArgumentException("Range " + least + ".." + most + " is empty: give the lower end first");
		}
	}

	public static Range all() {
		return ALL;
	}

	/**
	 * Read a range from text.
	 * @param text {@code 0..1}, where either end may be missing
	 * @return the range
	 */
	public static Range parse(String text) {
		String[] ends = text.split("\\.\\.", -1);
		if (ends.length != 2) {
			throw new IllegalArgumentException("Range '" + text + "' is not of the form 0..1, 0.. or ..1");
		}
		return new Range(end(ends[0]), end(ends[1]));
	}

	private static @Nullable Double end(String text) {
		return text.isEmpty() ? null : Double.valueOf(text);
	}

	public boolean isAll() {
		return this.least == null && this.most == null;
	}

	/**
	 * Return a number moved into this range.
	 * @param number the number
	 * @return the number, or the end that it lies beyond
	 */
	public double nearest(double number) {
		if (this.least != null && number < this.least) {
			return this.least;
		}
		return (this.most != null && number > this.most) ? this.most : number;
	}

	Range over(Range beneath) {
		return isAll() ? beneath : new Range((this.least != null) ? this.least : beneath.least,
				(this.most != null) ? this.most : beneath.most);
	}

}
