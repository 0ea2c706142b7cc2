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
 * A JSON object that takes little room where it has few members: their names and values
 * stand in turn in an array.
 */
abstract class Pairs extends AbstractMap<String, @Nullable Object> {

	/** The longest array; objects with more members are looked up by hash. */
	static final int MOST = 16;

	static final @Nullable Object[] NONE = {};

	/** Names and values in turn, where there is no map. */
	@Nullable Object[] pairs;

	int length;

	@Nullable Map<String, @Nullable Object> large;

	Pairs(@Nullable Object[] pairs, int length, @Nullable Map<String, @Nullable Object> large) {
		this.pairs = pairs;
		this.length = length;
		this.large = large;
	}

	@Override
	public final int size() {
		return (this.large != null) ? this.large.size() : this.length / 2;
	}

	@Override
	public final boolean containsKey(@Nullable Object name) {
		return (this.large != null) ? this.large.containsKey(name) : find(name) >= 0;
	}

	@Override
	public final @Nullable Object get(@Nullable Object name) {
		if (this.large != null) {
			return this.large.get(name);
		}
		int found = find(name);
		return (found >= 0) ? this.pairs[found + 1] : null;
	}

	final int find(@Nullable Object name) {
		for (int i = 0; i < this.length; i += 2) {
			if (String.valueOf(this.pairs[i]).equals(name)) {
				return i;
			}
		}
		return -1;
	}

	@Override
	public final void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
		if (this.large != null) {
			this.large.forEach(action);
			return;
		}
		for (int i = 0; i < this.length; i += 2) {
			action.accept(String.valueOf(this.pairs[i]), this.pairs[i + 1]);
		}
	}

	@Override
	public final Set<Entry<String, @Nullable Object>> entrySet() {
		return new AbstractSet<>() {

			@Override
			public Iterator<Entry<String, @Nullable Object>> iterator() {
				return new Entries((Pairs.this.large != null) ? Pairs.this.large.keySet().iterator() : null);
			}

			@Override
			public int size() {
				return Pairs.this.size();
			}

		};
	}

	/**
	 * Iterator of the members.
	 */
	private final class Entries implements Iterator<Entry<String, @Nullable Object>> {

		private final @Nullable Iterator<String> names;

		private int next;

		Entries(@Nullable Iterator<String> names) {
			this.names = names;
		}

		@Override
		public boolean hasNext() {
			return (this.names != null) ? this.names.hasNext() : this.next < Pairs.this.length;
		}

		@Override
		public Entry<String, @Nullable Object> next() {
			if (!hasNext()) {
				throw new NoSuchElementException();
			}
			this.next += 2;
			return new Member(
					(this.names != null) ? this.names.next() : String.valueOf(Pairs.this.pairs[this.next - 2]));
		}

		@Override
		public void remove() {
			if (this.names != null) {
				this.names.remove();
				return;
			}
			this.next -= 2;
			removeAt(this.next);
		}

	}

	/**
	 * One member, which can be set where the object can be changed.
	 */
	private final class Member extends SimpleEntry<String, @Nullable Object> {

		private static final long serialVersionUID = 1;

		Member(String name) {
			super(name, Pairs.this.get(name));
		}

		@Override
		public @Nullable Object setValue(@Nullable Object value) {
			put(getKey(), value);
			return super.setValue(value);
		}

	}

	/**
	 * Take a member out.
	 * @param index where its name stands
	 */
	void removeAt(int index) {
		throw new UnsupportedOperationException();
	}

}
