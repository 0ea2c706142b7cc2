package dev.litellm.dialect.gigachat;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.json.Json;
import dev.litellm.json.Tokens;

/**
 * One of an answer's choices, or a piece of one. Not thread-safe.
 */
final class Said {

	int index;

	@Nullable String content;

	@Nullable String reasoning;

	/** The call of a function. */
	@Nullable ToolCall call;

	/** Why the answer ended. */
	@Nullable String reason;

	private @Nullable Object state;

	static Said readChoice(JsonParser parser) {
		Said said = new Said();
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "index" -> said.index = (int) Tokens.number(parser);
				case "message", "delta" -> said.readMessage(parser);
				case "finish_reason" -> said.reason = Tokens.text(parser);
				default -> parser.skipChildren();
			}
		}
		return said;
	}

	private void readMessage(JsonParser parser) {
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "content" -> this.content = Tokens.text(parser);
				case "reasoning_content" -> this.reasoning = Tokens.text(parser);
				case "function_call" -> this.call = call(parser);
				case Turns.STATE -> this.state = Json.read(parser);
				default -> parser.skipChildren();
			}
		}
	}

	private static @Nullable ToolCall call(JsonParser parser) {
		boolean told = parser.currentToken() == JsonToken.START_OBJECT;
		String called = "";
		String arguments = "{}";
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "name" -> called = Tokens.text(parser, "");
				case "arguments" -> arguments = switch (parser.currentToken()) {
					case VALUE_STRING -> parser.getString();
					case VALUE_NULL -> "{}";
					default -> Tokens.json(parser);
				};
				default -> parser.skipChildren();
			}
		}
		return told ? new ToolCall(null, ToolCalls.newId(), "function", called, arguments, Map.of()) : null;
	}

	/**
	 * Return what has to go back to GigaChat with the message.
	 * @return further members of the message
	 */
	Map<String, @Nullable Object> extra() {
		return (this.state != null) ? Map.of(Turns.FIELDS, Map.of(Turns.STATE, this.state)) : Map.of();
	}

}
