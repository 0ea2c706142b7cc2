package dev.litellm;

import org.jspecify.annotations.Nullable;

import dev.litellm.dialect.Dialect;
import dev.litellm.provider.Provider;
import dev.litellm.routing.InvalidConfigurationException;

/**
 * Check of the names of the application's own dialects and providers: each may be taken
 * once.
 */
final class OwnNames {

	private OwnNames() {
	}

	static void checkDialect(Dialect dialect, @Nullable Dialect known) {
		if (known != null && known != dialect) {
			throw taken("dialect", dialect, dialect.name(), known);
		}
	}

	static void checkProvider(LlmProvider provider, @Nullable Provider known) {
		String name = provider.name();
		if (name.isBlank() || name.indexOf('/') >= 0) {
			throw new InvalidConfigurationException(provider.getClass().getName(),
					"its name '" + name + "' is blank or holds a slash", "Give it a plain name, for example in-house.");
		}
		if (known != null) {
			throw taken("provider", provider, name, known);
		}
	}

	static void checkAddress(Provider provider, @Nullable Provider known) {
		if (known != null && known.isWithin() && !(provider.isWithin() && provider.dialect().equals(known.dialect()))) {
			throw new InvalidConfigurationException("litellm.providers." + provider.name(),
					"'" + provider.name() + "' answers within the application, without an address",
					"Take base-url and dialect out, or give your own provider another name.");
		}
	}

	private static InvalidConfigurationException taken(String kind, Object own, String name, Object known) {
		String owner = (known instanceof Provider || known.getClass().getName().startsWith("dev.litellm.dialect."))
				? "the library has a " + kind + " of this name" : known.getClass().getName() + " has the same";
		return new InvalidConfigurationException(own.getClass().getName(), "its name '" + name + "' is taken: " + owner,
				"Return another name from name().");
	}

}
