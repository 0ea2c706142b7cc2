package dev.litellm.json;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Views of JSON values that may be of any type: what is of another type than the one
 * asked for is taken for missing.
 *
 * @since 0.1.0
 */
public final class Values {

	private Values() {
	}

	public static Map<?, ?> fields(@Nullable Object value) {
		return (value instanceof Map<?, ?> fields) ? fields : Map.of();
	}

	public static List<?> items(@Nullable Object value) {
		return (value instanceof List<?> items) ? items : List.of();
	}

	public static @Nullable String text(@Nullable Object value) {
		return (value instanceof String text) ? text : null;
	}

	public static String text(@Nullable Object value, String standard) {
		return (value instanceof String text) ? text : standard;
	}

	public static long number(@Nullable Object value) {
		return (value instanceof Number number) ? number.longValue() : 0;
	}

	/**
	 * Return some members of an object.
	 * @param fields the object
	 * @param names the members' names
	 * @return those that are there and not null
	 */
	public static Map<String, @Nullable Object> pick(Map<?, ?> fields, List<String> names) {
		Members picked = null;
		for (int i = 0; i < names.size(); i++) {
			Object value = fields.get(names.get(i));
			if (value != null) {
				picked = ((picked != null) ? picked : new Members()).add(names.get(i), value);
			}
		}
		return (picked != null) ? picked : Map.of();
	}

	/**
	 * Return a copy of an object that may be changed.
	 * @param fields the object
	 * @return its members in their order
	 */
	public static Map<String, @Nullable Object> copy(Map<?, ?> fields) {
		return new Members(fields);
	}

	/**
	 * Return an object of one member, to which others may be added.
	 * @param name the member's name
	 * @param value its value
	 * @return the object
	 */
	public static Map<String, @Nullable Object> object(String name, @Nullable Object value) {
		return new Members().add(name, value);
	}

}
