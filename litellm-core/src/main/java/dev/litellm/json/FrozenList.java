package dev.litellm.json;

import java.util.AbstractList;
import java.util.RandomAccess;

import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON array of immutable values.
 */
final class FrozenList extends AbstractList<@Nullable Object> implements RandomAccess {

	private final @Nullable Object[] items;

	/**
	 * Create an array.
	 * @param items the items, never changed again
	 */
	FrozenList(@Nullable Object[] items) {
		this.items = items;
	}

	@Override
	public @Nullable Object get(int index) {
		return this.items[index];
	}

	@Override
	public int size() {
		return this.items.length;
	}

}
