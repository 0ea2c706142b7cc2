package dev.litellm.dialect.bedrock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

import dev.litellm.chat.Tool;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.json.Json;

/**
 * Arguments of a call in a conversation's history, which may be any text.
 */
final class Arguments {

	private Arguments() {
	}

	/**
	 * Read arguments.
	 * @param text the text; models have been seen to write several objects in a row
	 * @return the objects, one of nothing for a blank text, or none where it is no JSON
	 * object
	 */
	static List<Map<?, ?>> read(@Nullable String text) {
		if (text == null || text.isBlank() || text.strip().equals("\"\"") || text.strip().equals("null")) {
			return List.of(Map.of());
		}
		List<Map<?, ?>> objects = new ArrayList<>();
		try (JsonParser parser = Json.parser(text)) {
			while (parser.nextToken() != null) {
				if (!(Json.read(parser) instanceof Map<?, ?> object)) {
					return List.of();
				}
				objects.add(object);
			}
		}
		catch (JacksonException ex) {
			return List.of();
		}
		return objects;
	}

	/**
	 * Read a call that a model has written as its text.
	 * @param text the text
	 * @param tools the tools that it may call
	 * @return the call, or null where the text is none
	 */
	static @Nullable ToolCall call(String text, List<Tool> tools) {
		if (!text.stripLeading().startsWith("{") || tools.isEmpty()) {
			return null;
		}
		List<Map<?, ?>> read = read(text);
		Map<?, ?> told = (read.size() == 1) ? read.get(0) : Map.of();
		boolean known = tools.stream().anyMatch((tool) -> tool.name() != null && tool.name().equals(told.get("name")));
		if (!known || !(told.get("parameters") instanceof Map<?, ?> parameters)) {
			return null;
		}
		return ToolCall.function(ToolCalls.newId(), String.valueOf(told.get("name")), Json.text(parameters));
	}

}
