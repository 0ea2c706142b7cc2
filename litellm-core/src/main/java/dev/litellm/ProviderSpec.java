package dev.litellm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.Secret;
import dev.litellm.call.Settings;
import dev.litellm.provider.Address;
import dev.litellm.provider.Auth;
import dev.litellm.provider.KeySource;
import dev.litellm.provider.Login;
import dev.litellm.provider.Options;
import dev.litellm.provider.Provider;
import dev.litellm.provider.Quirks;
import dev.litellm.provider.Variant;

/**
 * Setters of a provider: one that the library knows, or one of the application's own.
 *
 * @since 0.1.0
 */
public final class ProviderSpec {

	private Provider provider;

	ProviderSpec(String name, @Nullable Provider known) {
		this.provider = ((known != null) ? known : unknown(name)).asConfigured();
	}

	private static Provider unknown(String name) {
		return new Provider(name, name, "openai", Address.unknown(),
				new Login(Auth.bearer(), List.of(), List.of(), true, null, null), Quirks.none(), Map.of(), Set.of(),
				Settings.none(), Settings.none(), false, Options.ofTokens(), List.of());
	}

	/**
	 * Set the key.
	 * @param apiKey the key
	 * @return this
	 */
	public ProviderSpec apiKey(String apiKey) {
		return key(KeySource.of(Secret.of(apiKey)));
	}

	/**
	 * Set where the key comes from; it is asked anew for each request.
	 * @param key the source
	 * @return this
	 */
	public ProviderSpec key(KeySource key) {
		this.provider = this.provider.withLogin(this.provider.login().withKey(key));
		return this;
	}

	/**
	 * Set the header that the key stands in.
	 * @param auth the header
	 * @return this
	 */
	public ProviderSpec auth(Auth auth) {
		this.provider = this.provider.withLogin(this.provider.login().withAuth(auth))
			.withVariants(this.provider.variants().stream().map(Variant::withoutAuth).toList());
		return this;
	}

	public ProviderSpec baseUrl(String baseUrl) {
		this.provider = this.provider.withAddress(this.provider.address().withBaseUrl(baseUrl));
		return this;
	}

	/**
	 * Set the format that the provider speaks, for all its models.
	 * @param dialect the format's name, for example {@code openai}
	 * @return this
	 */
	public ProviderSpec dialect(String dialect) {
		this.provider = this.provider.withDialect(dialect).withVariants(List.of());
		return this;
	}

	/**
	 * Add a request header that never changes.
	 * @param name the header's name
	 * @param value its value
	 * @return this
	 */
	public ProviderSpec header(String name, String value) {
		Map<String, String> headers = new LinkedHashMap<>(this.provider.headers());
		headers.put(name, value);
		this.provider = this.provider.withHeaders(headers);
		return this;
	}

	/**
	 * Set an option that the provider knows, for example {@code region}.
	 * @param name the option's name
	 * @param value its value
	 * @return this
	 * @throws IllegalArgumentException if the provider knows no such option
	 */
	public ProviderSpec option(String name, String value) {
		this.provider = this.provider.withOptions(this.provider.options().with(name, value));
		return this;
	}

	/**
	 * Set a variable of the provider's address or headers, for example
	 * {@code CLOUDFLARE_ACCOUNT_ID}, instead of the environment variable of that name.
	 * @param name the variable's name
	 * @param value its value
	 * @return this
	 */
	public ProviderSpec variable(String name, String value) {
		this.provider = this.provider.withVariable(name, value);
		return this;
	}

	/**
	 * Change what the provider differs in from its format.
	 * @param change makes new quirks of the present ones
	 * @return this
	 */
	public ProviderSpec quirks(UnaryOperator<Quirks> change) {
		this.provider = this.provider.withQuirks(change.apply(this.provider.quirks()));
		return this;
	}

	/**
	 * Set timeouts, retries and parameters of the provider's calls.
	 * @param settings the settings
	 * @return this
	 */
	public ProviderSpec settings(Settings settings) {
		this.provider = this.provider.withSettings(settings.over(this.provider.settings()));
		return this;
	}

	Provider build() {
		return this.provider;
	}

}
