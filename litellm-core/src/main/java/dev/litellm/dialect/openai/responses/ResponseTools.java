package dev.litellm.dialect.openai.responses;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.chat.Tool;
import dev.litellm.json.Json;
import dev.litellm.json.Values;

/**
 * Tools as the Responses API takes them: their members stand beside their type.
 */
final class ResponseTools {

	private static final String TYPE = "type";

	private static final Map<String, Object> NOTHING = Map.of(TYPE, "object", "properties", Map.of());

	private ResponseTools() {
	}

	static Object of(@Nullable Object given) {
		if (given instanceof Tool tool) {
			return (tool.name() != null) ? new Function(tool) : flat(tool.type(), tool.extra());
		}
		Map<?, ?> fields = Values.fields(given);
		return flat(Values.text(fields.get(TYPE), ""), fields);
	}

	private static Map<String, @Nullable Object> flat(String type, Map<?, ?> fields) {
		Map<String, @Nullable Object> flat = Values.object(TYPE, type);
		fields.forEach((name, value) -> {
			if (name.equals(type) && value instanceof Map<?, ?> own) {
				own.forEach((key, member) -> flat.put(String.valueOf(key), member));
			}
			else {
				flat.put(String.valueOf(name), value);
			}
		});
		if (type.equals("function")) {
			flat.putIfAbsent("strict", false);
		}
		return flat;
	}

	static Map<String, @Nullable Object> webSearch(Map<?, ?> options) {
		Map<String, @Nullable Object> tool = Values.object(TYPE, "web_search");
		options.forEach((name, value) -> tool.put(String.valueOf(name), value));
		Map<?, ?> location = Values.fields(options.get("user_location"));
		if (location.get("approximate") instanceof Map<?, ?> place) {
			Map<String, @Nullable Object> flat = Values.object(TYPE, "approximate");
			place.forEach((name, value) -> flat.put(String.valueOf(name), value));
			tool.put("user_location", flat);
		}
		return tool;
	}

	static Object choice(Object given) {
		if (!(given instanceof Map<?, ?> fields)) {
			return given;
		}
		String type = Values.text(fields.get(TYPE), "");
		Map<String, @Nullable Object> choice = flat(type, fields);
		choice.remove("strict");
		if (choice.get("tools") instanceof List<?> tools) {
			choice.put("tools", tools.stream().map(ResponseTools::choice).toList());
		}
		return choice;
	}

	/**
	 * A function. Here tools are strict where nothing is said, while in chats they are
	 * not.
	 *
	 * @param tool the function
	 */
	private record Function(Tool tool) implements Json.Writable {

		@Override
		public void writeTo(JsonGenerator generator) {
			generator.writeStartObject();
			generator.writeStringProperty(TYPE, "function");
			generator.writeStringProperty("name", this.tool.name());
			Json.writeGiven(generator, "description", this.tool.description());
			Json.write(generator, "parameters", (this.tool.parameters() != null) ? this.tool.parameters() : NOTHING);
			if (!this.tool.extra().containsKey("strict")) {
				generator.writeBooleanProperty("strict", Boolean.TRUE.equals(this.tool.strict()));
			}
			this.tool.functionExtra().forEach((name, value) -> Json.write(generator, name, value));
			this.tool.extra().forEach((name, value) -> Json.write(generator, name, value));
			generator.writeEndObject();
		}

	}

}
