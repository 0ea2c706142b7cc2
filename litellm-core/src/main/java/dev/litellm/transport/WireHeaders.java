package dev.litellm.transport;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * Headers of a request in the order they came in, their names the same in any case. They
 * are few, and made anew for each request: so they stand in one array.
 *
 * @since 0.1.0
 */
public final class WireHeaders extends AbstractMap<String, String> {

	/** Names and values in turn. */
	private String[] pairs;

	private int length;

	public WireHeaders() {
		this.pairs = new String[12];
	}

	/**
	 * Create headers from others.
	 * @param others the others, of which later ones replace those of the same name
	 */
	public WireHeaders(Map<String, String> others) {
		if (others instanceof WireHeaders headers) {
			this.pairs = Arrays.copyOf(headers.pairs, headers.length + 4);
			this.length = headers.length;
		}
		else {
			this.pairs = new String[2 * others.size() + 4];
			others.forEach(this::put);
		}
	}

	@Override
	public @Nullable String put(String name, String value) {
		int found = find(name);
		if (found >= 0) {
			String before = this.pairs[found + 1];
			this.pairs[found + 1] = value;
			return before;
		}
		if (this.length == this.pairs.length) {
			this.pairs = Arrays.copyOf(this.pairs, 2 * this.length);
		}
		this.pairs[this.length++] = name;
		this.pairs[this.length++] = value;
		return null;
	}

	@Override
	public @Nullable String get(@Nullable Object name) {
		int found = find(name);
		return (found >= 0) ? this.pairs[found + 1] : null;
	}

	@Override
	public boolean containsKey(@Nullable Object name) {
		return find(name) >= 0;
	}

	@Override
	public @Nullable String remove(@Nullable Object name) {
		int found = find(name);
		if (found < 0) {
			return null;
		}
		String value = this.pairs[found + 1];
		removeAt(found);
		return value;
	}

	private void removeAt(int index) {
		this.length -= 2;
		System.arraycopy(this.pairs, index + 2, this.pairs, index, this.length - index);
	}

	private int find(@Nullable Object name) {
		for (int i = 0; i < this.length; i += 2) {
			if (name instanceof String text && this.pairs[i].equalsIgnoreCase(text)) {
				return i;
			}
		}
		return -1;
	}

	@Override
	public int size() {
		return this.length / 2;
	}

	@Override
	public void forEach(BiConsumer<? super String, ? super String> action) {
		for (int i = 0; i < this.length; i += 2) {
			action.accept(this.pairs[i], this.pairs[i + 1]);
		}
	}

	@Override
	public Set<Entry<String, String>> entrySet() {
		return new AbstractSet<>() {

			@Override
			public Iterator<Entry<String, String>> iterator() {
				return new Entries();
			}

			@Override
			public int size() {
				return WireHeaders.this.size();
			}

		};
	}

	/**
	 * Iterator of the headers.
	 */
	private final class Entries implements Iterator<Entry<String, String>> {

		private int next;

		@Override
		public boolean hasNext() {
			return this.next < WireHeaders.this.length;
		}

		@Override
		public Entry<String, String> next() {
			if (!hasNext()) {
				throw new NoSuchElementException();
			}
			this.next += 2;
			return Map.entry(WireHeaders.this.pairs[this.next - 2], WireHeaders.this.pairs[this.next - 1]);
		}

		@Override
		public void remove() {
			this.next -= 2;
			removeAt(this.next);
		}

	}

}
