package dev.litellm.autoconfigure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import dev.litellm.routing.InvalidConfigurationException;

/**
 * The names of properties as they were written, before binding drops characters from
 * them; environment variables left out.
 */
final class OriginalNames {

	private final List<String> names;

	private OriginalNames(List<String> names) {
		this.names = names;
	}

	static OriginalNames of(Environment environment) {
		if (!(environment instanceof ConfigurableEnvironment configurable)) {
			return new OriginalNames(List.of());
		}
		return new OriginalNames(configurable.getPropertySources()
			.stream()
			.filter((source) -> !(source instanceof SystemEnvironmentPropertySource))
			.flatMap((source) -> (source instanceof EnumerablePropertySource<?> enumerable)
					? Stream.of(enumerable.getPropertyNames()) : Stream.empty())
			.filter((name) -> name.regionMatches(true, 0, "litellm.", 0, "litellm.".length()))
			.distinct()
			.toList());
	}

	/**
	 * Refuse keys of a map of single values that binding has changed.
	 * @param property the map's property
	 * @param bound the keys that have arrived
	 */
	void checkKeys(String property, Set<String> bound) {
		for (String key : keys(property, false)) {
			if (!bound.contains(key)) {
				throw mangled(property, key);
			}
		}
	}

	/**
	 * Return the exception for a key that binding has changed.
	 * @param property the map's property
	 * @param key the key as written
	 * @return the exception
	 */
	static InvalidConfigurationException mangled(String property, String key) {
		return new InvalidConfigurationException(property,
				"its key '" + key
						+ "' stands without brackets, so that characters are dropped from it or the entry gets lost",
				"Write \"[" + key + "]\" in YAML, or " + property + "[" + key + "] in a properties file.");
	}

	/**
	 * Return the keys of a map as they were written.
	 * @param property the map's property
	 * @param nested whether the map's values have properties of their own
	 * @return the keys
	 */
	Set<String> keys(String property, boolean nested) {
		Set<String> keys = new LinkedHashSet<>();
		for (String name : this.names) {
			if (name.length() > property.length() && name.regionMatches(true, 0, property, 0, property.length())) {
				String rest = name.substring(property.length());
				if (rest.startsWith("[")) {
					keys.add(rest.substring(1, Math.max(1, rest.indexOf(']'))));
				}
				else if (rest.startsWith(".")) {
					keys.add(nested ? rest.substring(1).split("[.\\[]", 2)[0] : rest.substring(1));
				}
			}
		}
		return keys;
	}

	/**
	 * Return how each part of a name was written.
	 * @return the parts by their {@linkplain #uniform(String) uniform} form
	 */
	Map<String, String> spellings() {
		Map<String, String> spellings = new TreeMap<>();
		this.names.stream()
			.flatMap((name) -> Stream.of(name.split("[.\\[\\]]+")))
			.forEach((part) -> spellings.merge(uniform(part), part,
					(one, other) -> (one.indexOf('_') >= 0) ? one : other));
		return spellings;
	}

	/**
	 * Return a name with nothing but its letters and digits, in lower case.
	 * @param name a name
	 * @return the form that all spellings of the name share
	 */
	static String uniform(String name) {
		return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
	}

}
