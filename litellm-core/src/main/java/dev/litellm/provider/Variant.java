package dev.litellm.provider;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What differs for some models of a provider: they speak another format, at another
 * address; all else is the provider's.
 *
 * @param models what the whole name of a model must match, as the caller gave it
 * @param dialect the name of the format
 * @param address where they are; the provider's base URL where it has none
 * @param auth where the key stands, or null for where the provider reads it
 * @param quirks what they differ in from their format
 * @param headers request headers that never change, beside the provider's
 * @since 0.1.0
 */
public record Variant(Pattern models, String dialect, Address address, @Nullable Auth auth, Quirks quirks,
		Map<String, String> headers) {

	public Variant {
		headers = Map.copyOf(headers);
	}

	/**
	 * Return this variant for a provider whose auth the application has set.
	 * @return the variant without an auth of its own
	 */
	public Variant withoutAuth() {
		return new Variant(this.models, this.dialect, this.address, null, this.quirks, this.headers);
	}

	/**
	 * Return the provider as these models meet it.
	 * @param provider the provider
	 * @return the provider changed
	 */
	Provider of(Provider provider) {
		Map<String, String> all = new LinkedHashMap<>(this.headers);
		all.putAll(provider.headers());
		Login login = (this.auth != null) ? provider.login().withAuth(this.auth) : provider.login();
		return provider.withDialect(this.dialect)
			.withAddress(this.address.over(provider.address()))
			.withLogin(login)
			.withQuirks(this.quirks.over(provider.quirks()))
			.withHeaders(all);
	}

}
