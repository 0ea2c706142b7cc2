package dev.litellm.dialect.openai.responses;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.Tool;
import dev.litellm.json.Members;
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
			return (tool.name() != null) ? function(tool) : flat(tool.type(), tool.extra());
		}
		Map<?, ?> fields = Values.fields(given);
		return flat(Values.text(fields.get(TYPE), ""), fields);
	}

	/**
	 * A function. Here tools are strict where nothing is said, while in chats they are
	 * not; what a caller gives beside replaces what is given within.
	 */
	private static Members function(Tool tool) {
		Members function = new Members(6).add(TYPE, "function").add("name", tool.name());
		if (tool.description() != null) {
			function.add("description", tool.description());
		}
		function.add("parameters", (tool.parameters() != null) ? tool.parameters() : NOTHING);
		function.add("strict", Boolean.TRUE.equals(tool.strict()));
		function.putAll(tool.functionExtra());
		function.putAll(tool.extra());
		return function;
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

}
