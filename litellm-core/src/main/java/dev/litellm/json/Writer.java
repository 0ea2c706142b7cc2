package dev.litellm.json;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writer of plain Java values as JSON.
 */
final class Writer {

	private Writer() {
	}

	static void write(JsonGenerator generator, @Nullable Object value) {
		if (value == null) {
			generator.writeNull();
		}
		else if (value instanceof String text) {
			TextPart.write(generator, text);
		}
		else if (value instanceof Json.Writable writable) {
			writable.writeTo(generator);
		}
		else if (value instanceof Number number) {
			writeNumber(generator, number);
		}
		else if (value instanceof Boolean flag) {
			generator.writeBoolean(flag);
		}
		else if (value instanceof Map<?, ?> map) {
			generator.writeStartObject();
			map.forEach((name, member) -> {
				generator.writeName(String.valueOf(name));
				write(generator, member);
			});
			generator.writeEndObject();
		}
		else if (value instanceof List<?> items) {
			generator.writeStartArray();
			items.forEach((item) -> write(generator, item));
			generator.writeEndArray();
		}
		else {
			write(generator, new Freezer().freeze(value));
		}
	}

	private static void writeNumber(JsonGenerator generator, Number number) {
		if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
			generator.writeNumber(number.intValue());
		}
		else if (number instanceof Long value) {
			generator.writeNumber(value.longValue());
		}
		else if (number instanceof Double value) {
			generator.writeNumber(value.doubleValue());
		}
		else if (number instanceof Float value) {
			generator.writeNumber(value.floatValue());
		}
		else {
			generator.writeNumber(number.toString());
		}
	}

}
