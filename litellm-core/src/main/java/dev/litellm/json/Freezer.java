package dev.litellm.json;

import java.lang.reflect.Array;
import java.net.URI;
import java.net.URL;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Maker of immutable JSON values from what a caller gives, which refuses what is none.
 */
final class Freezer {

	private static final int DEEPEST = 300;

	private static final List<Class<?>> TEXTS = List.of(CharSequence.class, Character.class, UUID.class, URI.class,
			URL.class, TemporalAccessor.class, TemporalAmount.class);

	/** Where the value is, from the outside in. */
	private final Deque<String> path = new ArrayDeque<>(4);

	/**
	 * Return whether a value is immutable and good as it is.
	 * @param value the value
	 * @return false where it has to be looked at
	 */
	static boolean isFrozen(@Nullable Object value) {
		return value == null || value instanceof String || value instanceof Boolean || value instanceof Long
				|| value instanceof Integer || value instanceof Json.Writable || value instanceof FrozenMap
				|| value instanceof FrozenList;
	}

	@Nullable Object freeze(@Nullable Object value) {
		if (value == null || isFrozen(value)) {
			return value;
		}
		if (value instanceof Number number) {
			return finite(number);
		}
		if (value instanceof Enum<?> constant) {
			return constant.name();
		}
		if (value instanceof JsonNode node) {
			return Json.read(node.toString());
		}
		return isText(value) ? value.toString() : nested(value);
	}

	private static boolean isText(Object value) {
		for (Class<?> type : TEXTS) {
			if (type.isInstance(value)) {
				return true;
			}
		}
		return false;
	}

	private Number finite(Number number) {
		if (!Double.isFinite(number.doubleValue()) && (number instanceof Double || number instanceof Float)) {
			throw refused("is " + number + ", which is not a JSON number: give a finite one");
		}
		return number;
	}

	private Object nested(Object value) {
		if (this.path.size() >= DEEPEST) {
			throw refused("is nested deeper than " + DEEPEST + " levels: does it hold itself?");
		}
		if (value instanceof Map<?, ?> map) {
			Members members = new Members();
			map.forEach((name, member) -> members.add(String.valueOf(name), inside(String.valueOf(name), member)));
			return members.end();
		}
		if (value instanceof Iterable<?> items) {
			return list(items.iterator());
		}
		if (value instanceof byte[] bytes) {
			return Base64.getEncoder().encodeToString(bytes);
		}
		if (value.getClass().isArray()) {
			List<@Nullable Object> items = new ArrayList<>();
			for (int i = 0; i < Array.getLength(value); i++) {
				items.add(Array.get(value, i));
			}
			return list(items.iterator());
		}
		throw refused("is a " + value.getClass().getName() + ": give a map, list, text, number or boolean");
	}

	private FrozenList list(Iterator<?> items) {
		List<@Nullable Object> frozen = new ArrayList<>();
		while (items.hasNext()) {
			frozen.add(inside(Integer.toString(frozen.size()), items.next()));
		}
		return new FrozenList(frozen.toArray());
	}

	private @Nullable Object inside(String name, @Nullable Object value) {
		this.path.addLast(name);
		Object frozen = freeze(value);
		this.path.removeLast();
		return frozen;
	}

	private IllegalArgumentException refused(String problem) {
		List<String> names = new ArrayList<>(this.path);
		String where = String.join(".", names.subList(0, Math.min(names.size(), 5)));
		return new IllegalArgumentException("'" + where + ((names.size() > 5) ? "…" : "") + "' " + problem);
	}

}
