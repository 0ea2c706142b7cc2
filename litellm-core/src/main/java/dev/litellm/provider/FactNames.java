package dev.litellm.provider;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The facts that there are and the values that they take, as the head of the data says.
 */
final class FactNames {

	private static final Pattern DECLARED = Pattern.compile("#   ([a-z][a-z-]*)(?:=(\\S+))?\\s{2,}\\S.*");

	private static final String MARK = "";

	private static final String NUMBER = "N";

	/** What a fact's value looks like, by name. */
	private final Map<String, String> forms;

	private FactNames(Map<String, String> forms) {
		this.forms = forms;
	}

	static FactNames read(Collection<String> lines) {
		Map<String, String> forms = new TreeMap<>();
		for (String line : lines) {
			Matcher matcher = DECLARED.matcher(line);
			if (matcher.matches()) {
				forms.merge(matcher.group(1), (matcher.group(2) != null) ? matcher.group(2) : MARK,
						(one, other) -> one.equals(other) ? one : one + "|" + other);
			}
		}
		return new FactNames(forms);
	}

	/**
	 * Return a fact's value as the data has it.
	 * @param name the fact
	 * @param given the value: text, number, boolean or list
	 * @return the value, or null where the fact does not hold
	 * @throws IllegalArgumentException if there is no such fact, or not with this value
	 */
	@Nullable String value(String name, Object given) {
		String form = this.forms.get(name);
		if (form == null) {
			throw new IllegalArgumentException("there is no fact '" + name + "': give one of " + this.forms.keySet());
		}
		String text = (given instanceof Collection<?> items)
				? items.stream().map(String::valueOf).collect(Collectors.joining(",")) : String.valueOf(given);
		if (text.equals("false")) {
			return null;
		}
		if (form.equals(MARK)) {
			return check(text.equals("true") || text.isEmpty(), name, text, "true or false") ? "" : null;
		}
		if (form.equals(NUMBER)) {
			check(text.matches("\\d{1,9}"), name, text, "a whole number, or false");
		}
		else if (form.contains("|")) {
			check(List.of(form.split("\\|")).contains(text), name, text, form.replace("|", ", ") + " or false");
		}
		else {
			check(text.matches("[^\\s,=]+" + (form.contains(",") ? "(,[^\\s,=]+)*" : "")), name, text,
					(form.contains(",") ? "words" : "a word") + " without blanks, or false");
		}
		return text;
	}

	private static boolean check(boolean good, String name, String text, String accepted) {
		if (!good) {
			throw new IllegalArgumentException("fact '" + name + "' cannot be '" + text + "': give " + accepted);
		}
		return true;
	}

}
