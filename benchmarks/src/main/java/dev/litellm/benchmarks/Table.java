package dev.litellm.benchmarks;

import java.util.Locale;

/**
 * A Markdown table in the making: the first column is text, the others are numbers.
 */
final class Table {

	private final StringBuilder text = new StringBuilder();

	Table(String title, String... columns) {
		this.text.append("### ").append(title).append("\n\n");
		row(columns);
		this.text.append("|---|").append("---:|".repeat(columns.length - 1)).append('\n');
	}

	void row(String... cells) {
		this.text.append("| ").append(String.join(" | ", cells)).append(" |\n");
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

	static String whole(double number) {
		return String.format(Locale.ROOT, "%,.0f", number);
	}

	static String tenths(double number) {
		return String.format(Locale.ROOT, "%,.1f", number);
	}

	static String times(double factor) {
		return String.format(Locale.ROOT, "%.2f ×", factor);
	}

}
