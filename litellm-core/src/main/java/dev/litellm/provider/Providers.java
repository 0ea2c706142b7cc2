package dev.litellm.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * The providers that are known, by name: the library's own and the application's.
 *
 * @since 0.1.0
 */
public final class Providers {

	private final Map<String, Provider> byName;

	private Providers(Map<String, Provider> byName) {
		this.byName = byName;
	}

	/**
	 * Return the providers of the library's own data.
	 * @return the providers
	 */
	public static Providers builtIn() {
		Properties lines = new Properties();
		try (InputStream in = Providers.class.getResourceAsStream("providers.properties")) {
			if (in == null) {
				throw new IllegalStateException("providers.properties is missing from the library's jar");
			}
			Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
			lines.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Map<String, Provider> providers = new TreeMap<>();
		lines.stringPropertyNames()
			.forEach((name) -> providers.put(name, ProviderLine.read(name, lines.getProperty(name))));
		return new Providers(providers);
	}

	/**
	 * Return these providers and one more, or one changed.
	 * @param provider the provider
	 * @return the new providers
	 */
	public Providers with(Provider provider) {
		Map<String, Provider> providers = new TreeMap<>(this.byName);
		providers.put(provider.name(), provider);
		return new Providers(providers);
	}

	public @Nullable Provider get(String name) {
		return this.byName.get(name);
	}

	public Collection<Provider> all() {
		return this.byName.values();
	}

	public SortedSet<String> names() {
		return new TreeSet<>(this.byName.keySet());
	}

}
