package dev.litellm.routing;

import java.util.List;
import java.util.Set;

import dev.litellm.error.ErrorKind;

/**
 * Where a call goes when a model fails.
 *
 * @param model the failing model's name as callers write it, or {@code *} for every model
 * without a rule of its own
 * @param to the models to go to, in order
 * @param on the kinds of failure that this holds for; empty for all that another model
 * may mend
 * @since 0.1.0
 */
public record FallbackRule(String model, List<String> to, Set<ErrorKind> on) {

	/** Stands for every model without a rule of its own. */
	public static final String ANY = "*";

	public FallbackRule {
		to = List.copyOf(to);
		on = Set.copyOf(on);
	}

	public static FallbackRule of(String model, String... to) {
		return new FallbackRule(model, List.of(to), Set.of());
	}

}
