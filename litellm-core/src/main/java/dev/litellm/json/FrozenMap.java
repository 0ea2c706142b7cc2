package dev.litellm.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON object of immutable values that takes little room where it has few
 * members.
 */
final class FrozenMap extends AbstractMap<String, @Nullable Object> {

	/** Names and values in turn, where there is no map. */
	private final @Nullable Object[] pairs;

	private final @Nullable Map<String, @Nullable Object> large;

	/**
	 * Create an object of few members.
	 * @param pairs names and values in turn, never changed again
	 */
	FrozenMap(@Nullable Object[] pairs) {
		this.pairs = pairs;
		this.large = null;
	}

	/**
	 * Create an object of many members.
	 * @param large the members, never changed again
	 */
	FrozenMap(Map<String, @Nullable Object> large) {
		this.pairs = new @Nullable Object[0];
		this.large = large;
	}

	@Override
	public int size() {
		return (this.large != null) ? this.large.size() : this.pairs.length / 2;
	}

	@Override
	public boolean containsKey(@Nullable Object name) {
		return (this.large != null) ? this.large.containsKey(name) : find(name) >= 0;
	}

	@Override
	public @Nullable Object get(@Nullable Object name) {
		if (this.large != null) {
			return this.large.get(name);
		}
		int found = find(name);
		return (found >= 0) ? this.pairs[found + 1] : null;
	}

	private int find(@Nullable Object name) {
		for (int i = 0; i < this.pairs.length; i += 2) {
			if (String.valueOf(this.pairs[i]).equals(name)) {
				return i;
			}
		}
		return -1;
	}

	@Override
	public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
		if (this.large != null) {
			this.large.forEach(action);
			return;
		}
		for (int i = 0; i < this.pairs.length; i += 2) {
			action.accept(String.valueOf(this.pairs[i]), this.pairs[i + 1]);
		}
	}

	@Override
	public Set<Entry<String, @Nullable Object>> entrySet() {
		return new AbstractSet<>() {

			@Override
			public Iterator<Entry<String, @Nullable Object>> iterator() {
				return entries();
			}

			@Override
			public int size() {
				return FrozenMap.this.size();
			}

		};
	}

	private Iterator<Entry<String, @Nullable Object>> entries() {
		if (this.large != null) {
			Iterator<Entry<String, @Nullable Object>> all = this.large.entrySet().iterator();
			return new Entries() {

				@Override
				public boolean hasNext() {
					return all.hasNext();
				}

				@Override
				public Entry<String, @Nullable Object> next() {
					return new SimpleImmutableEntry<>(all.next());
				}

			};
		}
		return new Entries() {

			private int next;

			@Override
			public boolean hasNext() {
				return this.next < FrozenMap.this.pairs.length;
			}

			@Override
			public Entry<String, @Nullable Object> next() {
				if (!hasNext()) {
					throw new NoSuchElementException();
				}
				this.next += 2;
				return new SimpleImmutableEntry<>(String.valueOf(FrozenMap.this.pairs[this.next - 2]),
						FrozenMap.this.pairs[this.next - 1]);
			}

		};
	}

	/**
	 * Iterator that removes nothing.
	 */
	private interface Entries extends Iterator<Entry<String, @Nullable Object>> {

	}

}
