package dev.litellm.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.litellm.autoconfigure.LiteLlmProperties.Provider;
import dev.litellm.routing.InvalidConfigurationException;
import dev.litellm.routing.Nearest;

/**
 * From the keys of {@code litellm.providers} to providers: those of the library in any
 * spelling, and the application's own.
 */
final class ProviderNames {

	private static final String PROPERTY = "litellm.providers";

	private final Set<String> known;

	private final Map<String, String> knownByUniform;

	private final OriginalNames names;

	private final Set<String> dialects;

	ProviderNames(OriginalNames names, Set<String> known, Set<String> dialects) {
		this.names = names;
		this.known = known;
		this.knownByUniform = known.stream()
			.collect(Collectors.toMap(OriginalNames::uniform, Function.identity(), (one, other) -> one));
		this.dialects = dialects;
	}

	/**
	 * Check the providers.
	 * @param providers the providers by key
	 * @return the providers by name, with the property that each stands in
	 */
	Map<String, Named> check(Map<String, Provider> providers) {
		for (String key : this.names.keys(PROPERTY, true)) {
			if (!providers.containsKey(key) && !this.knownByUniform.containsKey(OriginalNames.uniform(key))) {
				throw OriginalNames.mangled(PROPERTY, key);
			}
		}
		Map<String, Named> named = new LinkedHashMap<>();
		providers.forEach((key, provider) -> {
			String name = this.known.contains(key) ? key
					: this.knownByUniform.getOrDefault(OriginalNames.uniform(key), key);
			Named earlier = named.put(name, new Named(PROPERTY + "." + key, provider));
			if (earlier != null) {
				throw new InvalidConfigurationException(PROPERTY + "." + key, "provider '" + name
						+ "' is also configured as " + earlier.name() + ", so that one would undo the other",
						"Keep one of them.");
			}
			if (!this.known.contains(name)) {
				checkOwn(name, provider);
			}
			checkDialect(name, provider);
		});
		return named;
	}

	private void checkOwn(String name, Provider provider) {
		String property = PROPERTY + "." + name;
		String near = String.join(", ", Nearest.of(name, this.known));
		String hint = near.isEmpty() ? "" : " Did you mean " + near + "?";
		if (provider.baseUrl() == null || provider.baseUrl().isBlank() || provider.dialect() == null) {
			String missing = (provider.dialect() == null) ? "dialect" : "base-url";
			throw new InvalidConfigurationException(property,
					"the library knows no provider '" + name + "', and as one of your own it has no " + missing,
					"Set " + property + ".dialect (one of " + this.dialects + ") and " + property
							+ ".base-url (for example http://localhost:8000/v1)." + hint);
		}
	}

	private void checkDialect(String name, Provider provider) {
		if (provider.dialect() != null && !this.dialects.contains(provider.dialect())) {
			throw new InvalidConfigurationException(PROPERTY + "." + name + ".dialect",
					"'" + provider.dialect() + "' is not a format that is spoken here",
					"Give one of " + this.dialects + ", or add a Dialect bean of that name.");
		}
	}

	/**
	 * A provider and the property that it stands in.
	 *
	 * @param name the property's name
	 * @param provider the provider
	 */
	record Named(String name, Provider provider) {

	}

}
