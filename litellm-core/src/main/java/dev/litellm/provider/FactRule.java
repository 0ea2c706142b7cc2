package dev.litellm.provider;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.jspecify.annotations.Nullable;

/**
 * What the application says of models, over what the library knows of them.
 *
 * @param models what the whole name of a model must match, or provider and name
 * @param facts the facts by name, null for one that does not hold
 */
record FactRule(Pattern models, Map<String, @Nullable String> facts) {

	static FactRule of(String model, Map<String, ?> given, FactNames names) {
		Map<String, @Nullable String> facts = new LinkedHashMap<>();
		given.forEach((name, value) -> facts.put(name, names.value(name, value)));
		try {
			return new FactRule(Pattern.compile(model), facts);
		}
		catch (PatternSyntaxException ex) {
			throw new IllegalArgumentException("the model '" + model + "' is no regular expression at position "
					+ ex.getIndex() + " (" + ex.getDescription() + "): give a name, or mend the expression", ex);
		}
	}

	boolean isMeant(String provider, String model) {
		return this.models.matcher(model).matches() || this.models.matcher(provider + "/" + model).matches();
	}

	ModelFacts over(ModelFacts beneath) {
		Map<String, String> facts = new LinkedHashMap<>(beneath.facts());
		this.facts.forEach((name, value) -> {
			if (value != null) {
				facts.put(name, value);
			}
			else {
				facts.remove(name);
			}
		});
		return new ModelFacts(facts);
	}

}
