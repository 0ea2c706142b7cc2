package dev.litellm.provider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.Secret;

/**
 * The settings of a provider beyond key and base URL, as a region, a project or a version
 * of the API; they may hold credentials, so values are secrets.
 *
 * @param declared the options that the provider knows, by name
 * @param derived options that follow from others
 * @param values what is set
 * @since 0.1.0
 */
public record Options(Map<String, Option> declared, List<Derived> derived, Map<String, Secret> values) {

	/** Stands before the name of an option in placeholders. */
	static final char MARK = '@';

	private static final Options NONE = new Options(Map.of(), List.of(), Map.of());

	public Options {
		declared = Map.copyOf(declared);
		derived = List.copyOf(derived);
		values = Map.copyOf(values);
	}

	public static Options none() {
		return NONE;
	}

	/**
	 * Return the options of a provider of the application's own, whose auth may exchange
	 * tokens.
	 * @return the options that such an auth reads, none of them set
	 */
	public static Options ofTokens() {
		Option plain = new Option(List.of(), null);
		return new Options(Map.of("client-id", plain, "client-secret", plain, "token-url", plain, "scope", plain),
				List.of(), Map.of());
	}

	static Options read(Tokens tokens) {
		Map<String, Option> declared = new LinkedHashMap<>();
		tokens.family("option", "").forEach((name, text) -> declared.put(name, Option.parse(text)));
		List<Derived> derived = tokens.family("derive", "")
			.entrySet()
			.stream()
			.map((entry) -> Derived.parse(entry.getKey(), entry.getValue()))
			.toList();
		return new Options(declared, derived, Map.of());
	}

	/**
	 * Return these options with one set.
	 * @param name the option's name, for example {@code region}
	 * @param value its value
	 * @return the new options
	 * @throws IllegalArgumentException if the provider knows no such option
	 */
	public Options with(String name, String value) {
		if (!this.declared.containsKey(name)) {
			throw new IllegalArgumentException("Option '" + name + "' is unknown here: " + (this.declared.isEmpty()
					? "this provider has none" : "give one of " + new TreeSet<>(this.declared.keySet())));
		}
		Map<String, Secret> values = new LinkedHashMap<>(this.values);
		values.put(name, Secret.of(value.strip()));
		return new Options(this.declared, this.derived, values);
	}

	/**
	 * Return these options with all that can be looked up.
	 * @param environment looks up a variable, null for none
	 * @return the new options
	 */
	public Options fill(Function<String, @Nullable String> environment) {
		if (this.declared.isEmpty()) {
			return this;
		}
		Map<String, Secret> values = new LinkedHashMap<>(this.values);
		this.declared.forEach((name, option) -> {
			String value = values.containsKey(name) ? null : option.lookUp(environment);
			if (value != null) {
				values.put(name, Secret.of(value));
			}
		});
		for (Derived rule : this.derived) {
			Secret from = values.get(rule.from());
			String value = (from != null) ? rule.of(from.value()) : null;
			if (value != null) {
				values.put(rule.name(), Secret.of(value));
			}
		}
		return new Options(this.declared, this.derived, values);
	}

	/**
	 * Return what an option is set to.
	 * @param name the option's name
	 * @return the value, or null where it is not set
	 */
	public @Nullable String text(String name) {
		Secret value = this.values.get(name);
		return (value == null || value.isEmpty()) ? null : value.value();
	}

	/**
	 * Return which option the application sets.
	 * @param name an option's name
	 * @return the option that it follows from, or itself
	 */
	public String source(String name) {
		return this.derived.stream()
			.filter((rule) -> rule.name().equals(name) && !this.declared.containsKey(name))
			.map(Derived::from)
			.findFirst()
			.orElse(name);
	}

	/**
	 * Return what an option is set to.
	 * @param name the option's name
	 * @param standard what is returned where it is not set
	 * @return the value
	 */
	public String text(String name, String standard) {
		String value = text(name);
		return (value != null) ? value : standard;
	}

	/**
	 * Return how to set an option.
	 * @param provider the provider's name
	 * @param name the option's name
	 * @return the property, and the environment variables
	 */
	public String howToSet(String provider, String name) {
		Option option = this.declared.get(name);
		String variables = (option != null) ? String.join(" or ", option.variables()) : "";
		return "litellm.providers." + provider + ".options." + name
				+ (variables.isEmpty() ? "" : ", or the environment variable " + variables);
	}

	/**
	 * Return this in words, without values.
	 */
	@Override
	public String toString() {
		return "Options" + new TreeSet<>(this.values.keySet());
	}

	/**
	 * An option that follows from another, as a host from a region.
	 *
	 * @param name its name
	 * @param from the other option
	 * @param rules what follows from which values
	 */
	public record Derived(String name, String from, List<ModelRule> rules) {

		static Derived parse(String name, String text) {
			int colon = text.indexOf(':');
			if (colon < 1) {
				throw new IllegalArgumentException("'derive." + name + "' is not of the form OPTION:REGEX=>VALUE;…");
			}
			return new Derived(name, text.substring(0, colon), ModelRule.parse(text.substring(colon + 1)));
		}

		@Nullable String of(String value) {
			for (ModelRule rule : this.rules) {
				ModelRule.Route route = rule.apply(value);
				if (route != null) {
					return route.model();
				}
			}
			return null;
		}

	}

}
