package dev.litellm.json;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reader of the many like documents of a stream as plain Java values: what it needs on
 * the way it uses again, and short texts that come again are the same object. Not
 * thread-safe.
 *
 * @since 0.1.0
 */
public final class TreeReader {

	private final SharedTexts texts = new SharedTexts();

	private @Nullable Object[] stack = new @Nullable Object[32];

	private int top;

	/**
	 * Read the object at the parser's current token.
	 * @param parser stands on the object's start, and after the call on its end
	 * @return its members in their order, immutable
	 */
	public Map<String, @Nullable Object> readObject(JsonParser parser) {
		this.top = 0;
		return object(parser);
	}

	/**
	 * Read the text at the parser's current token.
	 * @param parser stands on a text
	 * @return the text, the same object where an equal short one was read before
	 */
	public String readText(JsonParser parser) {
		return this.texts.read(parser);
	}

	/**
	 * Read the value at the parser's current token.
	 * @param parser stands on the value's first token, and after the call on its last
	 * @return the value, immutable
	 */
	public @Nullable Object readValue(JsonParser parser) {
		this.top = 0;
		return value(parser);
	}

	private @Nullable Object value(JsonParser parser) {
		return switch (parser.currentToken()) {
			case START_OBJECT -> object(parser);
			case START_ARRAY -> array(parser);
			case VALUE_STRING -> this.texts.read(parser);
			default -> Json.read(parser);
		};
	}

	private Map<String, @Nullable Object> object(JsonParser parser) {
		int begin = this.top;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			parser.nextToken();
			Object value = value(parser);
			int same = find(name, begin);
			if (same >= 0) {
				this.stack[same + 1] = value;
			}
			else {
				push(name);
				push(value);
			}
		}
		return map(begin);
	}

	private int find(String name, int begin) {
		for (int i = begin; i < this.top && this.top - begin <= Pairs.MOST; i += 2) {
			if (name.equals(this.stack[i])) {
				return i;
			}
		}
		return -1;
	}

	private Map<String, @Nullable Object> map(int begin) {
		@Nullable Object[] pairs = pop(begin);
		if (pairs.length == 0) {
			return Map.of();
		}
		if (pairs.length <= Pairs.MOST) {
			return new FrozenMap(pairs);
		}
		Map<String, @Nullable Object> large = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			large.put(String.valueOf(pairs[i]), pairs[i + 1]);
		}
		return new FrozenMap(large);
	}

	private List<@Nullable Object> array(JsonParser parser) {
		int begin = this.top;
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			push(value(parser));
		}
		@Nullable Object[] items = pop(begin);
		return (items.length == 0) ? List.of() : new FrozenList(items);
	}

	private void push(@Nullable Object value) {
		if (this.top == this.stack.length) {
			this.stack = Arrays.copyOf(this.stack, this.top * 2);
		}
		this.stack[this.top++] = value;
	}

	private @Nullable Object[] pop(int begin) {
		@Nullable Object[] values = Arrays.copyOfRange(this.stack, begin, this.top);
		this.top = begin;
		return values;
	}

}
