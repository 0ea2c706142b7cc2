package dev.litellm.json;

import java.util.Collections;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON object of immutable values.
 */
final class FrozenMap extends Pairs {

	/**
	 * Create an object of few members.
	 * @param pairs names and values in turn, never changed again
	 */
	FrozenMap(@Nullable Object[] pairs) {
		super(pairs, pairs.length, null);
	}

	/**
	 * Create an object of many members.
	 * @param large the members, never changed again
	 */
	FrozenMap(Map<String, @Nullable Object> large) {
		super(NONE, 0, Collections.unmodifiableMap(large));
	}

}
