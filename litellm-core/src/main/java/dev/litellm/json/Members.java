package dev.litellm.json;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A JSON object in the making: members in the order they came in; of two with one name,
 * the later one counts.
 *
 * @since 0.1.0
 */
public final class Members extends Pairs {

	public Members() {
		super(NONE, 0, null);
	}

	/**
	 * Create an empty object.
	 * @param room how many members it has room for at once, above 0
	 */
	public Members(int room) {
		super(new @Nullable Object[Math.min(MOST, 2 * room)], 0, null);
	}

	/**
	 * Create an object with another one's members.
	 * @param members the other one, of any kind
	 */
	public Members(Map<?, ?> members) {
		super(new @Nullable Object[Math.min(MOST, 2 * members.size() + 2)], 0, null);
		members.forEach((name, value) -> add(String.valueOf(name), value));
	}

	/**
	 * Put a member in.
	 * @param name its name
	 * @param value its value
	 * @return this object
	 */
	public Members add(String name, @Nullable Object value) {
		put(name, value);
		return this;
	}

	@Override
	public @Nullable Object put(String name, @Nullable Object value) {
		if (this.large != null) {
			return this.large.put(name, value);
		}
		int found = find(name);
		if (found >= 0) {
			Object before = this.pairs[found + 1];
			this.pairs[found + 1] = value;
			return before;
		}
		if (this.length == MOST) {
			this.large = new LinkedHashMap<>(this);
			return this.large.put(name, value);
		}
		if (this.length == this.pairs.length) {
			this.pairs = Arrays.copyOf(this.pairs, Math.max(4, this.length * 2));
		}
		this.pairs[this.length++] = name;
		this.pairs[this.length++] = value;
		return null;
	}

	@Override
	public @Nullable Object remove(@Nullable Object name) {
		if (this.large != null) {
			return this.large.remove(name);
		}
		int found = find(name);
		if (found < 0) {
			return null;
		}
		Object value = this.pairs[found + 1];
		removeAt(found);
		return value;
	}

	/**
	 * Return whether all values are immutable and good as they are.
	 */
	boolean isFrozen() {
		for (int i = 1; i < this.length; i += 2) {
			if (!Freezer.isFrozen(this.pairs[i])) {
				return false;
			}
		}
		return this.large == null;
	}

	@Override
	void removeAt(int index) {
		this.length -= 2;
		System.arraycopy(this.pairs, index + 2, this.pairs, index, this.length - index);
		Arrays.fill(this.pairs, this.length, this.length + 2, null);
	}

	/**
	 * Return the members, after which no more may be put in; all values are immutable.
	 * @return the members in their order, immutable
	 */
	public Map<String, @Nullable Object> end() {
		return (this.large != null) ? new FrozenMap(this.large)
				: (this.length == this.pairs.length) ? new FrozenMap(this.pairs) : toMap();
	}

	/**
	 * Return the members as they are now, if all their values are immutable.
	 * @return the members in their order, immutable
	 */
	public Map<String, @Nullable Object> toMap() {
		if (this.large != null) {
			return new FrozenMap(new LinkedHashMap<>(this.large));
		}
		return (this.length == 0) ? Map.of() : new FrozenMap(Arrays.copyOf(this.pairs, this.length));
	}

}
