package dev.litellm.provider;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A setting that a provider knows beyond key and base URL.
 *
 * @param variables the environment variables that may hold it, the first that is set wins
 * @param standard what holds where nothing is set, or null
 * @since 0.1.0
 */
public record Option(List<String> variables, @Nullable String standard) {

	public Option {
		variables = List.copyOf(variables);
	}

	/**
	 * Read an option from text.
	 * @param text {@code A|B:default}; each part may be missing
	 * @return the option
	 */
	static Option parse(String text) {
		int colon = text.indexOf(':');
		String names = (colon < 0) ? text : text.substring(0, colon);
		return new Option(names.isEmpty() ? List.of() : List.of(names.split("\\|")),
				(colon < 0) ? null : text.substring(colon + 1));
	}

	@Nullable String lookUp(Function<String, @Nullable String> environment) {
		for (String variable : this.variables) {
			String value = environment.apply(variable);
			if (value != null && !value.isBlank()) {
				return value.strip();
			}
		}
		return this.standard;
	}

}
