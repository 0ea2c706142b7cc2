package dev.litellm.provider;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * The providers as a table in Markdown, for the documentation.
 */
final class ProviderTable {

	/** Stands before the table in a file that holds it. */
	static final String BEGIN = "<!-- providers:begin -->";

	/** Stands behind the table in a file that holds it. */
	static final String END = "<!-- providers:end -->";

	private ProviderTable() {
	}

	public static void main(String[] args) {
		System.out.println(of(Providers.builtIn().all()));
	}

	static String of(Collection<Provider> providers) {
		return "| name | provider | key variables | endpoints |\n| --- | --- | --- | --- |\n"
				+ providers.stream().map(ProviderTable::row).collect(Collectors.joining("\n"));
	}

	private static String row(Provider provider) {
		String keys = provider.login()
			.keyVariables()
			.stream()
			.map((variable) -> "`" + variable + "`")
			.collect(Collectors.joining(", "));
		boolean needless = provider.login().optional() || provider.login().standIn() != null;
		return "| `" + provider.name() + "` | " + provider.title() + " | " + keys + (needless ? " (optional)" : "")
				+ " | " + provider.endpoints().stream().sorted().collect(Collectors.joining(", ")) + " |";
	}

	/**
	 * Return the table that a file holds.
	 * @param file the file's text
	 * @return the table, or null where the file has no markers
	 */
	static String in(String file) {
		int begin = file.indexOf(BEGIN);
		int end = file.indexOf(END);
		return (begin < 0 || end < begin) ? null : file.substring(begin + BEGIN.length(), end).strip();
	}

}
