package dev.litellm.dialect.cohere;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.Message;
import dev.litellm.chat.ThinkingBlock;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.JoinedText;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Tokens;
import dev.litellm.json.Values;

/**
 * Reader of what a model has said in a whole answer. Not thread-safe.
 */
final class MessageReader {

	private final JoinedText text = new JoinedText();

	private final JoinedText reasoning = new JoinedText();

	private final List<ThinkingBlock> thinking = new ArrayList<>(0);

	private final List<ToolCall> calls = new ArrayList<>(0);

	/** Where in the whole text each part of the content begins. */
	private final List<Integer> starts = new ArrayList<>(1);

	private @Nullable String plan;

	private @Nullable Object citations;

	/**
	 * Read a message.
	 * @param parser stands on its start, and after the call on its end
	 */
	void read(JsonParser parser) {
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "content" -> readContent(parser);
				case "tool_calls" -> Tokens.items(parser, (item) -> this.calls.add(whole(readCall(item))));
				case "tool_plan" -> this.plan = Tokens.text(parser);
				case "citations" -> this.citations = Json.read(parser);
				default -> parser.skipChildren();
			}
		}
	}

	private void readContent(JsonParser parser) {
		if (parser.currentToken() == JsonToken.VALUE_STRING) {
			this.text.add(parser.getString());
		}
		else {
			Tokens.items(parser, this::readPart);
		}
	}

	private void readPart(JsonParser parser) {
		this.starts.add(this.text.length());
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "text" -> this.text.add(Tokens.text(parser, ""));
				case "thinking" -> addThought(Tokens.text(parser));
				default -> parser.skipChildren();
			}
		}
	}

	private void addThought(@Nullable String thought) {
		if (thought != null) {
			this.reasoning.add(thought);
			this.thinking.add(new ThinkingBlock("thinking", thought, null, Map.of()));
		}
	}

	/**
	 * Read a call, or a piece of one.
	 * @param parser stands on its start, and after the call on its end
	 * @return what is told of it in OpenAI's shape
	 */
	static ToolCall readCall(JsonParser parser) {
		String id = null;
		String name = null;
		String arguments = null;
		for (String member = Tokens.first(parser); member != null; member = Tokens.next(parser)) {
			switch (member) {
				case "id" -> id = Tokens.text(parser);
				case "function" -> {
					for (String part = Tokens.first(parser); part != null; part = Tokens.next(parser)) {
						switch (part) {
							case "name" -> name = Tokens.text(parser);
							case "arguments" -> arguments = Tokens.text(parser);
							default -> parser.skipChildren();
						}
					}
				}
				default -> parser.skipChildren();
			}
		}
		return new ToolCall(null, id, "function", name, arguments, Map.of());
	}

	private static ToolCall whole(ToolCall told) {
		String arguments = told.arguments();
		return begun(null, told, (arguments == null || arguments.isBlank()) ? "{}" : arguments);
	}

	/**
	 * Return a call with what every call has.
	 * @param index its place among the calls, or null in a whole answer
	 * @param told what is told of it
	 * @param arguments its arguments, or the first piece of them
	 * @return the call
	 */
	static ToolCall begun(@Nullable Integer index, ToolCall told, String arguments) {
		return new ToolCall(index, (told.id() != null) ? told.id() : ToolCalls.newId(), "function",
				(told.name() != null) ? told.name() : "", arguments, Map.of());
	}

	/**
	 * Return the message that all of it comes to.
	 * @return the message
	 */
	Message message() {
		Map<String, @Nullable Object> extra = new Members();
		if (this.plan != null && !this.plan.isEmpty()) {
			extra.put("tool_plan", this.plan);
		}
		extra.putAll(Citations.of(Values.items(this.citations), this.starts));
		return new Message("assistant", (this.text.isEmpty() && !this.calls.isEmpty()) ? null : this.text.toString(),
				List.of(), this.thinking.isEmpty() ? null : this.reasoning.toString(), this.thinking, this.calls, null,
				null, extra);
	}

}
