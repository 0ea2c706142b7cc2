package dev.litellm.provider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.Settings;

/**
 * A provider as a value: where it is, how it knows who calls, what format it speaks and
 * what it differs in.
 *
 * @param name the name that stands before the slash in {@code provider/model}
 * @param title the name for people
 * @param dialect the name of the format it speaks
 * @param address where it is
 * @param login how it knows who calls
 * @param quirks what it differs in from its format
 * @param headers request headers that never change
 * @param endpoints what it serves, by operation name; empty for unknown
 * @param defaults what holds for its calls where the application says nothing
 * @param settings timeouts, retries and parameters of its calls, as the application sets
 * them
 * @param configured whether the application configured it
 * @param options its settings beyond key and base URL
 * @param variants models that it serves in another way; the first that matches
 * @since 0.1.0
 */
public record Provider(String name, String title, String dialect, Address address, Login login, Quirks quirks,
		Map<String, String> headers, Set<String> endpoints, Settings defaults, Settings settings, boolean configured,
		Options options, List<Variant> variants) {

	public Provider {
		if (name.isBlank() || name.indexOf('/') >= 0) {
			throw new IllegalArgumentException(
					"Provider name '" + name + "' is blank or holds a slash: give a plain name, for example my-vllm");
		}
		headers = Map.copyOf(headers);
		endpoints = Set.copyOf(endpoints);
		variants = List.copyOf(variants);
	}

	public Provider withAddress(Address address) {
		return new Provider(this.name, this.title, this.dialect, address, this.login, this.quirks, this.headers,
				this.endpoints, this.defaults, this.settings, this.configured, this.options, this.variants);
	}

	public Provider withLogin(Login login) {
		return new Provider(this.name, this.title, this.dialect, this.address, login, this.quirks, this.headers,
				this.endpoints, this.defaults, this.settings, this.configured, this.options, this.variants);
	}

	/**
	 * Return a provider within the application: there is no address, and no key is
	 * needed.
	 * @param name the name
	 * @param dialect the name of the dialect that answers
	 * @return the provider
	 */
	public static Provider within(String name, String dialect) {
		Address nowhere = new Address(BaseUrls.WITHIN, false, List.of(), null, Map.of(), Map.of(), List.of(), Map.of());
		return new Provider(name, name, dialect, nowhere,
				new Login(Auth.bearer(), List.of(), List.of(), true, null, null), Quirks.none(), Map.of(), Set.of(),
				Settings.none(), Settings.none(), false, Options.none(), List.of());
	}

	/**
	 * Return whether this provider is within the application.
	 * @return true if there is no address
	 */
	public boolean isWithin() {
		return BaseUrls.WITHIN.equals(this.address.baseUrl());
	}

	public Provider withSettings(Settings settings) {
		return new Provider(this.name, this.title, this.dialect, this.address, this.login, this.quirks, this.headers,
				this.endpoints, this.defaults, settings, this.configured, this.options, this.variants);
	}

	public Provider withHeaders(Map<String, String> headers) {
		return new Provider(this.name, this.title, this.dialect, this.address, this.login, this.quirks, headers,
				this.endpoints, this.defaults, this.settings, this.configured, this.options, this.variants);
	}

	public Provider withQuirks(Quirks quirks) {
		return new Provider(this.name, this.title, this.dialect, this.address, this.login, quirks, this.headers,
				this.endpoints, this.defaults, this.settings, this.configured, this.options, this.variants);
	}

	public Provider withDialect(String dialect) {
		return new Provider(this.name, this.title, dialect, this.address, this.login, this.quirks, this.headers,
				this.endpoints, this.defaults, this.settings, this.configured, this.options, this.variants);
	}

	public Provider withOptions(Options options) {
		return new Provider(this.name, this.title, this.dialect, this.address, this.login, this.quirks, this.headers,
				this.endpoints, this.defaults, this.settings, this.configured, options, this.variants);
	}

	public Provider withVariants(List<Variant> variants) {
		return new Provider(this.name, this.title, this.dialect, this.address, this.login, this.quirks, this.headers,
				this.endpoints, this.defaults, this.settings, this.configured, this.options, variants);
	}

	/**
	 * Return this provider as one of its models meets it.
	 * @param model the model, as the caller gave it
	 * @return the variant that serves the model, else this
	 */
	public Provider of(String model) {
		for (Variant variant : this.variants) {
			if (variant.models().matcher(model).matches()) {
				return variant.of(this);
			}
		}
		return this;
	}

	/**
	 * Return this provider with the placeholders of its address and headers filled.
	 * @param variables looks up a variable, null for none
	 * @return the provider; headers that nothing fills are left out
	 */
	public Provider fill(Function<String, @Nullable String> variables) {
		Options known = this.options.fill(variables);
		Function<String, @Nullable String> all = (name) -> (name.charAt(0) == Options.MARK)
				? known.text(name.substring(1)) : variables.apply(name);
		Map<String, String> filled = new LinkedHashMap<>(this.headers);
		filled.replaceAll((name, value) -> Placeholders.fill(value, all, true));
		filled.values().removeIf((value) -> Placeholders.missing(value) != null);
		return withAddress(this.address.fill(all, true)).withHeaders(filled).withOptions(known);
	}

	/**
	 * Return this provider with one variable set, whatever the environment says.
	 * @param name the variable's name in placeholders
	 * @param value the value
	 * @return the provider
	 */
	public Provider withVariable(String name, String value) {
		Function<String, @Nullable String> variable = (asked) -> asked.equals(name) ? value : null;
		Map<String, String> filled = new LinkedHashMap<>(this.headers);
		filled.replaceAll((header, text) -> Placeholders.fill(text, variable, false));
		return withAddress(this.address.fill(variable, false)).withHeaders(filled);
	}

	public Provider asConfigured() {
		return new Provider(this.name, this.title, this.dialect, this.address, this.login, this.quirks, this.headers,
				this.endpoints, this.defaults, this.settings, true, this.options, this.variants);
	}

	/**
	 * Return this in words, headers by their names alone.
	 */
	@Override
	public String toString() {
		return "Provider[" + this.name + ", dialect=" + this.dialect + ", address=" + this.address + ", login="
				+ this.login + ", options=" + this.options + ", headers=" + this.headers.keySet() + ", settings="
				+ this.settings + "]";
	}

}
