package dev.litellm.dialect.oci;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.json.Tokens;

/**
 * A call of a tool, or a piece of one; Cohere's have parameters and no id.
 *
 * @param id its id, or null where none is told
 * @param name the tool's name, or an empty text
 * @param arguments the arguments as JSON, or null
 * @param parameters the same where the format calls them parameters, or null
 */
record Called(@Nullable String id, String name, @Nullable String arguments, @Nullable String parameters) {

	static Called read(JsonParser parser) {
		String id = null;
		String called = "";
		String arguments = null;
		String parameters = null;
		Called function = null;
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "id" -> id = Tokens.text(parser);
				case "name" -> called = Tokens.text(parser, "");
				case "arguments" -> arguments = json(parser);
				case "parameters" -> parameters = json(parser);
				case "function" -> {
					boolean told = parser.currentToken() == JsonToken.START_OBJECT;
					Called inner = read(parser);
					function = told ? inner : null;
				}
				default -> parser.skipChildren();
			}
		}
		return (function != null) ? new Called(id, function.name, function.arguments, function.parameters)
				: new Called(id, called, arguments, parameters);
	}

	private static @Nullable String json(JsonParser parser) {
		return switch (parser.currentToken()) {
			case VALUE_STRING -> parser.getString();
			case VALUE_NULL -> null;
			default -> Tokens.json(parser);
		};
	}

	/**
	 * Return the call in OpenAI's shape.
	 * @param index its place among the calls of a stream, or null
	 * @return the call
	 */
	ToolCall whole(@Nullable Integer index) {
		String given = (this.arguments != null) ? this.arguments : this.parameters;
		return new ToolCall(index, (this.id != null) ? this.id : ToolCalls.newId(), "function", this.name,
				(given != null) ? given : "{}", Map.of());
	}

}
