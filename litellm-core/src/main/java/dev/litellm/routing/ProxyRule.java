package dev.litellm.routing;

import java.util.Set;

import dev.litellm.call.Retries;
import dev.litellm.call.Settings;
import dev.litellm.error.ErrorKind;
import dev.litellm.provider.Provider;

/**
 * Which models go through a LiteLLM proxy.
 *
 * @param all whether every model does, unless its name says a provider that the
 * application configured itself
 * @param models the names that do where not all do
 * @since 0.1.0
 */
public record ProxyRule(boolean all, Set<String> models) {

	/** The name of the provider that is the proxy. */
	public static final String PROVIDER = "litellm_proxy";

	private static final ProxyRule NONE = new ProxyRule(false, Set.of());

	private static final Settings SETTINGS = Settings.none()
		.withRetries(new Retries(null, null, null, null,
				Set.of(ErrorKind.CONNECTION, ErrorKind.RATE_LIMIT, ErrorKind.SERVICE_UNAVAILABLE)));

	public ProxyRule {
		models = Set.copyOf(models);
	}

	public static ProxyRule none() {
		return NONE;
	}

	public static ProxyRule everything() {
		return new ProxyRule(true, Set.of());
	}

	/**
	 * Return what holds for a provider beneath all that the application sets: a proxy
	 * tries again by itself, so the client leaves most of that to it.
	 * @param provider the provider
	 * @return settings, none where the provider is not the proxy
	 */
	static Settings settings(Provider provider) {
		return provider.name().equals(PROVIDER) ? SETTINGS : Settings.none();
	}

	boolean takes(String name, boolean configuredProvider) {
		return this.all ? !configuredProvider : this.models.contains(name);
	}

}
