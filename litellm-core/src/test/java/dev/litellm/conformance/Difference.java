package dev.litellm.conformance;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule in which we differ from LiteLLM on purpose.
 *
 * @param provider folders, parted by commas; {@code !} before one excludes it
 * @param name cases, likewise
 * @param part what is compared
 * @param pointer where; {@code *} stands for one segment, {@code **} for any number
 * @param expected what LiteLLM does: texts with {@code *}, parted by {@code  | };
 * {@code {asked}}, {@code {bare}} and {@code {answered}} are the case's model as it was
 * asked, without its prefix, and as the provider answered, {@code {provider}} the folder,
 * {@code {env.X}} a variable; {@code {told}} is what stands in the provider's answer, or
 * the sum or difference of two numbers of it, {@code {said}} what stands in the caller's
 * request, {@code {actual}} what is done here
 * @param actual what is done here, likewise; {@code {expected}} is what LiteLLM does
 * @param reason why
 */
record Difference(String provider, String name, Part part, String pointer, String expected, String actual,
		String reason) {

	private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

	static Difference parse(String line) {
		List<String> columns = Stream.of(line.split("\t")).map(String::trim).toList();
		if (columns.size() != 7) {
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
				&& isOneOf(this.expected, fixture, mismatch, mismatch.expected())
				&& isOneOf(this.actual, fixture, mismatch, mismatch.actual());
	}

	private static boolean anyOf(String globs, String value) {
		boolean any = false;
		for (String glob : globs.split(",")) {
			if (glob.startsWith("!") && matches(glob(glob.substring(1), ".*"), value)) {
				return false;
			}
			any = any || matches(glob(glob, ".*"), value);
		}
		return any;
	}

	private static boolean isOneOf(String globs, Fixture fixture, Mismatch mismatch, String value) {
		return Stream.of(globs.split(" [|] ")).anyMatch((glob) -> switch (glob) {
			case "{told}" -> Told.by(fixture.answers()).contains(value);
			case "{said}" -> Told.by(List.of(fixture.request())).contains(value);
			default -> matches(text(glob, fixture, mismatch), value);
		});
	}

	private static String pointer(String glob) {
		return Stream.of(glob.split("[*][*]", -1))
			.map((piece) -> glob(piece, "[^/]*"))
			.collect(Collectors.joining(".*"));
	}

	private static String text(String glob, Fixture fixture, Mismatch mismatch) {
		String regex = glob(glob, ".*");
		if (glob.indexOf('{') < 0) {
			return regex;
		}
		for (Map.Entry<String, String> variable : fixture.environment().entrySet()) {
			regex = fill(regex, "{env." + variable.getKey() + "}", variable.getValue());
		}
		regex = fill(regex, "{asked}", fixture.model());
		regex = fill(regex, "{bare}", fixture.bareModel());
		String answered = fixture.answeredModel();
		regex = fill(regex, "{answered}", answered.isEmpty() ? Values.ABSENT : answered);
		regex = fill(regex, "{expected}", mismatch.expected());
		regex = fill(regex, "{actual}", mismatch.actual());
		return fill(regex, "{provider}", fixture.provider());
	}

	private static String fill(String regex, String name, String value) {
		return regex.replace(name, "\\E" + Pattern.quote(value) + "\\Q");
	}

	private static String glob(String glob, String star) {
		return Stream.of(glob.split("[*]", -1)).map(Pattern::quote).collect(Collectors.joining(star));
	}

	private static boolean matches(String regex, String value) {
		return PATTERNS.computeIfAbsent(regex, (key) -> Pattern.compile(key, Pattern.DOTALL)).matcher(value).matches();
	}

}
