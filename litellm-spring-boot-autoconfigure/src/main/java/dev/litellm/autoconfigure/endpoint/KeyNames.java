package dev.litellm.autoconfigure.endpoint;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.litellm.provider.Providers;

/**
 * Tells the names of properties and environment variables that hold keys, or headers,
 * which may.
 */
final class KeyNames implements Predicate<String> {

	private static final Pattern PROPERTIES = Pattern
		.compile("litellm\\W.*(api-?_?key(\\W?value)?|\\W(headers|options)\\W.*)", Pattern.CASE_INSENSITIVE);

	private final Set<String> variables = Providers.builtIn()
		.all()
		.stream()
		.flatMap((provider) -> provider.login().keyVariables().stream())
		.map((variable) -> variable.toUpperCase(Locale.ROOT))
		.collect(Collectors.toUnmodifiableSet());

	@Override
	public boolean test(String name) {
		String upper = name.toUpperCase(Locale.ROOT);
		return this.variables.contains(upper) || PROPERTIES.matcher(name).matches()
				|| (upper.startsWith("LITELLM_") && upper.contains("KEY"));
	}

}
