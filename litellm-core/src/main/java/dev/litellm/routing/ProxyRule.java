package dev.litellm.routing;

import java.util.Collection;
import java.util.Set;

/**
 * Which models go through a LiteLLM proxy.
 *
 * @param all whether every model does, unless its name says a provider that the
 * application configured itself
 * @param models the names that do where not all do: models, aliases or groups
 * @since 0.1.0
 */
public record ProxyRule(boolean all, Set<String> models) {

	/** The name of the provider that is the proxy. */
	public static final String PROVIDER = "litellm_proxy";

	private static final ProxyRule NONE = new ProxyRule(false, Set.of());

	public ProxyRule {
		models = Set.copyOf(models);
	}

	public static ProxyRule none() {
		return NONE;
	}

	public static ProxyRule everything() {
		return new ProxyRule(true, Set.of());
	}

	boolean takes(String name, Collection<String> said, boolean configuredProvider) {
		return this.all ? !configuredProvider
				: this.models.contains(name) || said.stream().anyMatch(this.models::contains);
	}

}
