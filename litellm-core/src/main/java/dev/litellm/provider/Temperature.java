package dev.litellm.provider;

/**
 * The temperatures that a provider or model takes; others are moved to the nearest.
 *
 * @param range where one answer is asked for
 * @param ofMany where several answers are asked for
 * @since 0.1.0
 */
public record Temperature(Range range, Range ofMany) {

	private static final Temperature ANY = new Temperature(Range.all(), Range.all());

	public static Temperature any() {
		return ANY;
	}

	public boolean isAny() {
		return this.range.isAll() && this.ofMany.isAll();
	}

	/**
	 * Return a temperature moved into the range.
	 * @param temperature the temperature
	 * @param answers how many answers are asked for
	 * @return the nearest that is taken
	 */
	public double nearest(double temperature, int answers) {
		double nearest = this.range.nearest(temperature);
		return (answers > 1) ? this.ofMany.nearest(nearest) : nearest;
	}

	Temperature over(Temperature beneath) {
		return new Temperature(this.range.over(beneath.range), this.ofMany.over(beneath.ofMany));
	}

}
