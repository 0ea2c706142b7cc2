package dev.litellm.conformance;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule in which we differ from LiteLLM on purpose.
 *
 * @param provider folders, parted by commas
 * @param name cases, parted by commas
 * @param part what is compared
 * @param pointer where; {@code *} stands for one segment, {@code **} for any number
 * @param expected what LiteLLM does
 * @param actual what is done here
 * @param reason why
 */
record Difference(String provider, String name, Part part, String pointer, String expected, String actual,
		String reason) {

	static Difference parse(String line) {
		List<String> columns = Stream.of(line.split("\t+")).map(String::trim).toList();
		if (columns.size() != 7 || columns.contains("")) {
			throw new IllegalArgumentException(
					"Not of the form provider, case, part, pointer, expected, actual, reason, parted by tabs: " + line);
		}
		Part part = Stream.of(Part.values())
			.filter((value) -> value.toString().equals(columns.get(2)))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("'" + columns.get(2) + "' is no part: " + line));
		return new Difference(columns.get(0), columns.get(1), part, columns.get(3), columns.get(4), columns.get(5),
				columns.get(6));
	}

	/**
	 * Return whether this rule covers a mismatch.
	 * @param fixture the case
	 * @param mismatch what came out otherwise
	 * @return true if it does
	 */
	boolean covers(Fixture fixture, Mismatch mismatch) {
		return this.part == mismatch.part() && anyOf(this.provider, fixture.provider())
				&& anyOf(this.name, fixture.name()) && matches(pointer(this.pointer), mismatch.pointer())
				&& matches(text(this.expected, fixture), mismatch.expected())
				&& matches(text(this.actual, fixture), mismatch.actual());
	}

	private static boolean anyOf(String globs, String value) {
		return Stream.of(globs.split(",")).anyMatch((glob) -> matches(glob(glob, ".*"), value));
	}

	private static String pointer(String glob) {
		return Stream.of(glob.split("[*][*]", -1))
			.map((piece) -> glob(piece, "[^/]*"))
			.collect(Collectors.joining(".*"));
	}

	private static String text(String glob, Fixture fixture) {
		String regex = glob(glob, ".*");
		regex = fill(regex, "{asked}", fixture.model());
		regex = fill(regex, "{bare}", fixture.bareModel());
		regex = fill(regex, "{answered}", fixture.answeredModel());
		return fill(regex, "{provider}", fixture.provider());
	}

	private static String fill(String regex, String name, String value) {
		return regex.replace(Pattern.quote(name), Pattern.quote(value))
			.replace(name, "\\E" + Pattern.quote(value) + "\\Q");
	}

	private static String glob(String glob, String star) {
		return Stream.of(glob.split("[*]", -1)).map(Pattern::quote).collect(Collectors.joining(star));
	}

	private static boolean matches(String regex, String value) {
		return Pattern.compile(regex, Pattern.DOTALL).matcher(value).matches();
	}

}
