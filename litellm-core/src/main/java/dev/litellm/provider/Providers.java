package dev.litellm.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
		for (String name : new TreeSet<>(lines.stringPropertyNames())) {
			String line = lines.getProperty(name);
			int mark = name.indexOf('#');
			if (mark < 0) {
				providers.put(name, ProviderLine.read(name, line));
			}
			else {
				providers.compute(name.substring(0, mark), (of, provider) -> variant(provider, name, line));
			}
		}
		return new Providers(providers);
	}

	private static Provider variant(@Nullable Provider provider, String name, String line) {
		if (provider == null) {
			throw new IllegalArgumentException("'" + name + "' is a variant of a provider that is not there");
		}
		List<Variant> variants = new ArrayList<>(provider.variants());
		variants.add(ProviderLine.variant(name, line));
		return provider.withVariants(variants);
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
