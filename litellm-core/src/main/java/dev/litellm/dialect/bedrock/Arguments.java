package dev.litellm.dialect.bedrock;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.Tool;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.json.Json;
import dev.litellm.json.Tokens;

/**
 * Arguments of a call in a conversation's history, which may be any text.
 */
final class Arguments {

	/** What stands for no arguments. */
	static final List<String> NONE = List.of("{}");

	private Arguments() {
	}

	/**
	 * Read arguments.
	 * @param text the text; models have been seen to write several objects in a row
	 * @return the objects as they stand there, one of nothing for a blank text, or none
	 * where it is no JSON object
	 */
	static List<String> read(@Nullable String text) {
		if (text == null || text.isBlank() || text.strip().equals("\"\"") || text.strip().equals("null")) {
			return NONE;
		}
		List<String> objects = new ArrayList<>(1);
		try (JsonParser parser = Json.parser(text)) {
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				if (token != JsonToken.START_OBJECT) {
					return List.of();
				}
				long begin = parser.currentTokenLocation().getCharOffset();
				parser.skipChildren();
				objects.add(text.substring((int) begin, (int) parser.currentLocation().getCharOffset()));
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
		String called = null;
		String input = null;
		try (JsonParser parser = Json.parser(text)) {
			parser.nextToken();
			for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
				switch (name) {
					case "name" -> called = Tokens.text(parser);
					case "parameters" -> input = object(parser);
					default -> parser.skipChildren();
				}
			}
			if (input == null || parser.nextToken() != null) {
				return null;
			}
		}
		catch (JacksonException ex) {
			return null;
		}
		for (Tool tool : tools) {
			if (tool.name() != null && tool.name().equals(called)) {
				return ToolCall.function(ToolCalls.newId(), tool.name(), input);
			}
		}
		return null;
	}

	/**
	 * Read an object.
	 * @param parser stands on any value, and after the call on its end
	 * @return its JSON, or null where the value is something else
	 */
	static @Nullable String object(JsonParser parser) {
		if (parser.currentToken() == JsonToken.START_OBJECT) {
			return Tokens.json(parser);
		}
		parser.skipChildren();
		return null;
	}

}
