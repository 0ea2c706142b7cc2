package dev.litellm.json;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/**
 * Reader of JSON as plain Java values.
 */
final class Reader {

	private Reader() {
	}

	static @Nullable Object document(JsonParser source) {
		try (JsonParser parser = source) {
			if (parser.nextToken() == null) {
				throw new StreamReadException(parser, "Empty document");
			}
			Object value = read(parser);
			parser.nextToken();
			return value;
		}
	}

	static @Nullable Object read(JsonParser parser) {
		return switch (parser.currentToken()) {
			case START_OBJECT -> members(parser);
			case START_ARRAY -> array(parser);
			case VALUE_STRING -> parser.getString();
			case VALUE_NUMBER_INT -> parser.getNumberValue();
			case VALUE_NUMBER_FLOAT -> decimal(parser);
			case VALUE_TRUE -> Boolean.TRUE;
			case VALUE_FALSE -> Boolean.FALSE;
			case VALUE_NULL -> null;
			default -> throw new StreamReadException(parser, "Unexpected " + parser.currentToken());
		};
	}

	private static Number decimal(JsonParser parser) {
		double value = parser.getDoubleValue();
		return (parser.getStringLength() > 17 || Double.isInfinite(value)) ? exact(parser, value) : value;
	}

	private static Number exact(JsonParser parser, double value) {
		BigDecimal exact = parser.getDecimalValue();
		return (!Double.isInfinite(value) && BigDecimal.valueOf(value).compareTo(exact) == 0) ? value : exact;
	}

	static Map<String, @Nullable Object> object(JsonParser parser) {
		Members members = new Members();
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			parser.nextToken();
			members.put(name, read(parser));
		}
		return members;
	}

	static Map<String, @Nullable Object> members(JsonParser parser) {
		Members members = new Members(4);
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			parser.nextToken();
			members.add(name, read(parser));
		}
		return members.end();
	}

	static @Nullable Map<String, @Nullable Object> members(JsonParser source, Set<String> names) {
		try (JsonParser parser = source) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				return null;
			}
			Members members = new Members(4);
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				String name = parser.currentName();
				parser.nextToken();
				if (names.contains(name)) {
					members.add(name, read(parser));
				}
				else {
					parser.skipChildren();
				}
			}
			parser.nextToken();
			return members.end();
		}
	}

	private static List<@Nullable Object> array(JsonParser parser) {
		@Nullable Object[] items = new @Nullable Object[1];
		int count = 0;
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			if (count == items.length) {
				items = Arrays.copyOf(items, 4 * count);
			}
			items[count++] = read(parser);
		}
		return (count == 0) ? List.of() : new FrozenList((count == items.length) ? items : Arrays.copyOf(items, count));
	}

}
