package dev.litellm.routing;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The names most like a mistyped one.
 *
 * @since 0.1.0
 */
public final class Nearest {

	private static final int MOST = 3;

	private Nearest() {
	}

	/**
	 * Return the names most like a mistyped one.
	 * @param name the mistyped name
	 * @param names the names that exist
	 * @return at most three, the most alike first
	 */
	public static List<String> of(String name, Collection<String> names) {
		String wanted = name.toLowerCase(Locale.ROOT);
		int limit = Math.max(2, wanted.length() / 3);
		return names.stream()
			.distinct()
			.filter((candidate) -> distance(wanted, candidate.toLowerCase(Locale.ROOT)) <= limit)
			.sorted(Comparator.comparingInt((candidate) -> distance(wanted, candidate.toLowerCase(Locale.ROOT))))
			.limit(MOST)
			.toList();
	}

	private static int distance(String one, String other) {
		int[] row = new int[other.length() + 1];
		for (int j = 0; j <= other.length(); j++) {
			row[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= other.length(); j++) {
				int above = row[j];
				int change = diagonal + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
				row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
				diagonal = above;
			}
		}
		return row[other.length()];
	}

}
