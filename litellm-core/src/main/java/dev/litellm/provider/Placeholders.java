package dev.litellm.provider;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Placeholders of variables in a provider's addresses and headers: {@code {NAME}}, or
 * {@code {A|B:default}} for A, else B, else the default; {@code {@name}} for an option.
 */
final class Placeholders {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{(@[a-z][a-z0-9-]*|[A-Z][A-Z0-9_|]*)(?::([^}]*))?}");

	private Placeholders() {
	}

	/**
	 * Fill the placeholders of an address.
	 * @param text a base URL or path
	 * @param variables looks up a variable, null for none
	 * @param defaults whether defaults count
	 * @return the text; placeholders that nothing fills stay
	 */
	static String fillUrl(String text, Function<String, @Nullable String> variables, boolean defaults) {
		return fill(text, variables, defaults,
				(value) -> URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
	}

	/**
	 * Fill the placeholders of a header.
	 * @param text a header's value
	 * @param variables looks up a variable, null for none
	 * @param defaults whether defaults count
	 * @return the text; placeholders that nothing fills stay
	 */
	static String fill(String text, Function<String, @Nullable String> variables, boolean defaults) {
		return fill(text, variables, defaults, UnaryOperator.identity());
	}

	private static String fill(String text, Function<String, @Nullable String> variables, boolean defaults,
			UnaryOperator<String> encoding) {
		if (text.indexOf('{') < 0) {
			return text;
		}
		return PLACEHOLDER.matcher(text).replaceAll((match) -> {
			String value = value(match.group(1), variables);
			if (value != null) {
				return Matcher.quoteReplacement(encoding.apply(value));
			}
			return Matcher.quoteReplacement((defaults && match.group(2) != null) ? match.group(2) : match.group());
		});
	}

	private static @Nullable String value(String names, Function<String, @Nullable String> variables) {
		for (String name : names.split("\\|")) {
			String value = variables.apply(name);
			if (value != null && !value.isBlank()) {
				return value.strip();
			}
		}
		return null;
	}

	/**
	 * Return what is missing for a text.
	 * @param text a text whose placeholders have been filled
	 * @return the names of the variables of the first placeholder left, or null
	 */
	static @Nullable String missing(String text) {
		if (text.indexOf('{') < 0) {
			return null;
		}
		Matcher matcher = PLACEHOLDER.matcher(text);
		return matcher.find() ? matcher.group(1).replace("|", " or ") : null;
	}

}
