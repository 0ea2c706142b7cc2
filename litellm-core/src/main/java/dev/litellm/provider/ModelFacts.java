package dev.litellm.provider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a model can do, as far as a dialect must know it; what is not said is allowed.
 *
 * @param facts values by name, empty for a mere mark
 * @since 0.1.0
 */
public record ModelFacts(Map<String, String> facts) {

	private static final ModelFacts UNKNOWN = new ModelFacts(Map.of());

	public ModelFacts {
		facts = Map.copyOf(facts);
	}

	/**
	 * Return the facts of a model that no table lists.
	 * @return no facts
	 */
	public static ModelFacts unknown() {
		return UNKNOWN;
	}

	static ModelFacts parse(String text) {
		Map<String, String> facts = new LinkedHashMap<>();
		for (String word : text.trim().split("\\s+")) {
			int equals = word.indexOf('=');
			facts.put((equals < 0) ? word : word.substring(0, equals), (equals < 0) ? "" : word.substring(equals + 1));
		}
		return new ModelFacts(facts);
	}

	public boolean has(String name) {
		return this.facts.containsKey(name);
	}

	/**
	 * Return whether a fact has a value among several.
	 * @param name the fact
	 * @param value the value
	 * @return true if it does
	 */
	public boolean has(String name, String value) {
		String values = this.facts.get(name);
		return values != null && List.of(values.split(",")).contains(value);
	}

	/**
	 * Return a fact that is a text.
	 * @param name the fact
	 * @param standard what is returned where it is not known
	 * @return the text
	 */
	public String text(String name, String standard) {
		return this.facts.getOrDefault(name, standard);
	}

	/**
	 * Return a fact that is a number.
	 * @param name the fact
	 * @return the number, or null where it is not known
	 */
	public @Nullable Integer number(String name) {
		String value = this.facts.get(name);
		return (value != null) ? Integer.valueOf(value) : null;
	}

}
