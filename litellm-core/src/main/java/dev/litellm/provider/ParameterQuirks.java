package dev.litellm.provider;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The parameters that a provider or model takes, by their OpenAI names.
 *
 * @param renames the names of parameters that go out under another
 * @param only the only OpenAI parameters of chat that are supported; empty for all
 * @param except the OpenAI parameters that are not supported
 * @param drop the parameters that are left out with a note, never refused
 * @param values the only values of a parameter that are supported, as text
 * @param withoutReasoning the parameters that are not supported while the model reasons
 * @param temperature the ranges that temperatures are moved into
 * @param user whether the end user's id is sent
 * @since 0.1.0
 */
public record ParameterQuirks(Map<String, String> renames, Set<String> only, Set<String> except, Set<String> drop,
		Map<String, Set<String>> values, Set<String> withoutReasoning, Temperature temperature, boolean user) {

	private static final ParameterQuirks NONE = new ParameterQuirks(Map.of(), Set.of(), Set.of(), Set.of(), Map.of(),
			Set.of(), Temperature.any(), false);

	public ParameterQuirks {
		renames = Map.copyOf(renames);
		only = Set.copyOf(only);
		except = Set.copyOf(except);
		drop = Set.copyOf(drop);
		values = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
		withoutReasoning = Set.copyOf(withoutReasoning);
	}

	public static ParameterQuirks none() {
		return NONE;
	}

	/**
	 * Return whether every parameter but the end user's id goes out as it is.
	 * @return true if nothing is renamed, refused, left out or changed
	 */
	public boolean isPlain() {
		return this.renames.isEmpty() && this.only.isEmpty() && this.except.isEmpty() && this.drop.isEmpty()
				&& this.values.isEmpty() && this.withoutReasoning.isEmpty() && this.temperature.isAny();
	}

	/**
	 * Return whether a parameter is supported at all.
	 * @param name its OpenAI name
	 * @return false if it is refused
	 */
	public boolean supports(String name) {
		return !this.except.contains(name) && (this.only.isEmpty() || this.only.contains(name));
	}

	/**
	 * Return whether a value is one that a parameter may have.
	 * @param name the parameter's OpenAI name
	 * @param value the value; of an object its effort or type counts
	 * @return true if it is, or where any is
	 */
	public boolean takes(String name, Object value) {
		Set<String> known = this.values.get(name);
		return known == null || known.contains(plain(value));
	}

	private static String plain(Object value) {
		Object kind = (value instanceof Map<?, ?> fields) ? fields.get(fields.containsKey("effort") ? "effort" : "type")
				: value;
		String text = String.valueOf(kind);
		return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
	}

	public ParameterQuirks over(ParameterQuirks beneath) {
		return new ParameterQuirks(Quirks.union(this.renames, beneath.renames),
				this.only.isEmpty() ? beneath.only : this.only, Quirks.union(this.except, beneath.except),
				Quirks.union(this.drop, beneath.drop), Quirks.union(this.values, beneath.values),
				Quirks.union(this.withoutReasoning, beneath.withoutReasoning),
				this.temperature.over(beneath.temperature), this.user || beneath.user);
	}

	public ParameterQuirks withRename(String name, String as) {
		return new ParameterQuirks(Quirks.union(Map.of(name, as), this.renames), this.only, this.except, this.drop,
				this.values, this.withoutReasoning, this.temperature, this.user);
	}

	public ParameterQuirks withOnly(Set<String> only) {
		return new ParameterQuirks(this.renames, only, this.except, this.drop, this.values, this.withoutReasoning,
				this.temperature, this.user);
	}

	public ParameterQuirks withExcept(Set<String> except) {
		return new ParameterQuirks(this.renames, this.only, except, this.drop, this.values, this.withoutReasoning,
				this.temperature, this.user);
	}

	public ParameterQuirks withDrop(Set<String> drop) {
		return new ParameterQuirks(this.renames, this.only, this.except, drop, this.values, this.withoutReasoning,
				this.temperature, this.user);
	}

}
