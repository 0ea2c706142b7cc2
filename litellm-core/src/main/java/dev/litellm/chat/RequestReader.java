package dev.litellm.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.call.CallOptions;
import dev.litellm.json.Json;
import dev.litellm.json.Members;

/**
 * Reader of a chat request in OpenAI's format.
 */
final class RequestReader {

	private RequestReader() {
	}

	static ChatRequest read(String json) {
		try (JsonParser parser = Json.parser(json)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				throw new IllegalArgumentException("A chat request is a JSON object with 'model' and 'messages'");
			}
			return read(parser);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("A chat request is not valid JSON: " + ex.getOriginalMessage(), ex);
		}
	}

	private static ChatRequest read(JsonParser parser) {
		String model = "";
		List<Message> messages = new ArrayList<>();
		Map<String, @Nullable Object> parameters = new Members();
		Set<String> names = new HashSet<>();
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken token = parser.nextToken();
			if (!names.add(name)) {
				throw new IllegalArgumentException("A chat request has '" + name + "' twice: leave one out");
			}
			if (name.equals("model") && token == JsonToken.VALUE_STRING) {
				model = parser.getString();
			}
			else if (name.equals("messages") && token == JsonToken.START_ARRAY) {
				while (parser.nextToken() != JsonToken.END_ARRAY) {
					if (parser.currentToken() != JsonToken.START_OBJECT) {
						throw new IllegalArgumentException(
								"'messages[" + messages.size() + "]' is not an object: give 'role' and 'content'");
					}
					messages.add(MessageReader.message(parser));
				}
			}
			else {
				Object value = Json.read(parser);
				parameters.put(name, name.equals("tools") ? tools(value) : value);
			}
		}
		return new ChatRequest(model, messages, parameters, CallOptions.none());
	}

	@SuppressWarnings("unchecked")
	static @Nullable Object tools(@Nullable Object value) {
		if (!(value instanceof List<?> items)) {
			return value;
		}
		List<Tool> tools = new ArrayList<>(items.size());
		for (Object item : items) {
			if (item instanceof Tool tool) {
				tools.add(tool);
				continue;
			}
			if (!(item instanceof Map<?, ?> fields)) {
				throw new IllegalArgumentException("'tools[" + tools.size() + "]' is not an object");
			}
			tools.add(tool(new LinkedHashMap<>((Map<String, @Nullable Object>) fields)));
		}
		return tools;
	}

	@SuppressWarnings("unchecked")
	private static Tool tool(Map<String, @Nullable Object> fields) {
		String type = (fields.remove("type") instanceof String text) ? text : "";
		if (!type.isEmpty() && !type.equals("function")) {
			return Tool.of(type, fields);
		}
		if (!(fields.get("function") instanceof Map<?, ?> map)) {
			return (type.isEmpty() && !fields.containsKey("name")) ? Tool.of("", fields) : flat(fields);
		}
		fields.remove("function");
		Map<String, @Nullable Object> function = new Members(map);
		return function(function, fields);
	}

	private static Tool flat(Map<String, @Nullable Object> fields) {
		return function(fields, Map.of());
	}

	@SuppressWarnings("unchecked")
	private static Tool function(Map<String, @Nullable Object> function, Map<String, @Nullable Object> extra) {
		String name = (function.remove("name") instanceof String text) ? text : null;
		String description = (function.remove("description") instanceof String text) ? text : null;
		Map<String, @Nullable Object> parameters = (function.remove("parameters") instanceof Map<?, ?> schema)
				? (Map<String, @Nullable Object>) schema : null;
		Boolean strict = (function.remove("strict") instanceof Boolean flag) ? flag : null;
		return new Tool("function", name, description, parameters, strict, function, extra);
	}

}
