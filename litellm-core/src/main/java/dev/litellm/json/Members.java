package dev.litellm.json;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Collector of a JSON object's members; of two with one name, the later one counts.
 *
 * @since 0.1.0
 */
public final class Members {

	private static final int SMALL = 16;

	private @Nullable Object[] pairs = new @Nullable Object[4];

	private int length;

	private @Nullable LinkedHashMap<String, @Nullable Object> large;

	public Members add(String name, @Nullable Object value) {
		if (this.large != null) {
			this.large.put(name, value);
			return this;
		}
		for (int i = 0; i < this.length; i += 2) {
			if (name.equals(this.pairs[i])) {
				this.pairs[i + 1] = value;
				return this;
			}
		}
		if (this.length == SMALL) {
			LinkedHashMap<String, @Nullable Object> all = new LinkedHashMap<>(new FrozenMap(this.pairs));
			all.put(name, value);
			this.large = all;
			return this;
		}
		if (this.length == this.pairs.length) {
			this.pairs = Arrays.copyOf(this.pairs, this.length * 2);
		}
		this.pairs[this.length++] = name;
		this.pairs[this.length++] = value;
		return this;
	}

	/**
	 * Return the members, after which no more may be added.
	 * @return the members in their order, immutable
	 */
	public Map<String, @Nullable Object> toMap() {
		if (this.large != null) {
			return new FrozenMap(this.large);
		}
		if (this.length == 0) {
			return Map.of();
		}
		return new FrozenMap((this.length == this.pairs.length) ? this.pairs : Arrays.copyOf(this.pairs, this.length));
	}

}
