package dev.litellm.dialect.ollama;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.json.Tokens;

/**
 * What a model says: all of it, or in a line of a stream.
 */
final class Said {

	private static final String NO_ARGUMENTS = "{}";

	private final String textMember;

	private @Nullable String text;

	private @Nullable String thinking;

	private List<ToolCall> calls = List.of();

	private List<String> images = List.of();

	/**
	 * Create an empty one.
	 * @param textMember the name of the member that holds the text
	 */
	Said(String textMember) {
		this.textMember = textMember;
	}

	/**
	 * Read a member.
	 * @param name its name
	 * @param parser stands on its value, and after the call on the value's end
	 */
	void read(String name, JsonParser parser) {
		if (name.equals(this.textMember)) {
			this.text = Tokens.text(parser);
			return;
		}
		switch (name) {
			case "thinking" -> this.thinking = Tokens.text(parser);
			case "tool_calls" -> {
				this.calls = new ArrayList<>(1);
				Tokens.items(parser, this::readCall);
			}
			case "images" -> {
				this.images = new ArrayList<>(1);
				Tokens.items(parser, (item) -> this.images.add(Tokens.text(item, "")));
			}
			default -> parser.skipChildren();
		}
	}

	private void readCall(JsonParser parser) {
		String id = null;
		ToolCall function = null;
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "id" -> id = Tokens.text(parser);
				case "function" -> function = readFunction(parser);
				default -> parser.skipChildren();
			}
		}
		if (function != null) {
			this.calls.add(new ToolCall(null, (id == null || id.isEmpty()) ? ToolCalls.newId() : id, "function",
					function.name(), function.arguments(), Map.of()));
		}
	}

	private static @Nullable ToolCall readFunction(JsonParser parser) {
		boolean isFunction = parser.currentToken() == JsonToken.START_OBJECT;
		String function = "";
		String arguments = NO_ARGUMENTS;
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "name" -> function = Tokens.text(parser, "");
				case "arguments" -> arguments = switch (parser.currentToken()) {
					case VALUE_NULL -> NO_ARGUMENTS;
					case VALUE_STRING -> parser.getString();
					default -> Tokens.json(parser);
				};
				default -> parser.skipChildren();
			}
		}
		return isFunction ? new ToolCall(null, null, "function", function, arguments, Map.of()) : null;
	}

	@Nullable String text() {
		return this.text;
	}

	@Nullable String thinking() {
		return (this.thinking == null || this.thinking.isEmpty()) ? null : this.thinking;
	}

	List<ToolCall> calls() {
		return this.calls;
	}

	/**
	 * Return the calls of tools as pieces of a stream.
	 * @param from the place of the first among all calls of the stream
	 * @return the calls
	 */
	List<ToolCall> calls(int from) {
		List<ToolCall> placed = new ArrayList<>(this.calls.size());
		for (ToolCall call : this.calls) {
			placed.add(new ToolCall(from + placed.size(), call.id(), call.type(), call.name(), call.arguments(),
					call.extra()));
		}
		return placed;
	}

	/**
	 * Return what OpenAI's shape has no members of its own for.
	 * @return further members of the message
	 */
	Map<String, @Nullable Object> images() {
		if (this.images.isEmpty()) {
			return Map.of();
		}
		List<Object> urls = new ArrayList<>(this.images.size());
		for (String image : this.images) {
			urls.add(Map.of("type", "image_url", "index", urls.size(), "image_url",
					Map.of("url", "data:image/png;base64," + image, "detail", "auto")));
		}
		return Map.of("images", urls);
	}

}
