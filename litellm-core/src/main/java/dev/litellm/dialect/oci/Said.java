package dev.litellm.dialect.oci;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.JoinedText;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Tokens;

/**
 * A message of the model's, or a piece of one. Not thread-safe.
 */
final class Said {

	/** What Cohere's messages call the plan of how to use tools, here as at Cohere. */
	static final String TOOL_PLAN = "tool_plan";

	private @Nullable String text;

	private @Nullable String reasoning;

	private @Nullable String thoughts;

	private List<Called> calls = List.of();

	private @Nullable Members more;

	static Said read(JsonParser parser) {
		Said said = new Said();
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			said.take(name, parser);
		}
		return said;
	}

	/**
	 * Take a member.
	 * @param name its name
	 * @param parser stands on its value, and after the call on the value's end
	 */
	void take(String name, JsonParser parser) {
		switch (name) {
			case "content" -> readContent(parser);
			case "reasoningContent" -> this.reasoning = Tokens.text(parser);
			case "toolCalls" -> readCalls(parser);
			case "toolPlan" -> add(TOOL_PLAN, parser);
			case "refusal", "annotations", "citations" -> add(name, parser);
			default -> parser.skipChildren();
		}
	}

	/**
	 * Take the text of a message whose members stand among others, where it is plain.
	 * @param parser stands on the text
	 */
	void readText(JsonParser parser) {
		this.text = Tokens.text(parser);
	}

	/**
	 * Return the message as OpenAI's models say it.
	 * @return the message; where it is nothing but calls, without an empty text
	 */
	Said orSilent() {
		if (!this.calls.isEmpty() && "".equals(this.text)) {
			this.text = null;
		}
		return this;
	}

	private void readContent(JsonParser parser) {
		JoinedText text = new JoinedText();
		JoinedText thoughts = new JoinedText();
		this.text = null;
		Tokens.items(parser, (part) -> {
			for (String name = Tokens.first(part); name != null; name = Tokens.next(part)) {
				switch (name) {
					case "text" -> text.add(Tokens.text(part, ""));
					case "thinking" -> thoughts.add(Tokens.text(part, ""));
					default -> part.skipChildren();
				}
			}
			this.text = "";
		});
		this.text = (this.text != null) ? text.toString() : null;
		this.thoughts = thoughts.orNull();
	}

	private void readCalls(JsonParser parser) {
		List<Called> calls = new ArrayList<>(1);
		Tokens.items(parser, (call) -> calls.add(Called.read(call)));
		this.calls = calls;
	}

	private void add(String name, JsonParser parser) {
		if (parser.currentToken() != JsonToken.VALUE_NULL) {
			this.more = ((this.more != null) ? this.more : new Members()).add(name, Json.read(parser));
		}
	}

	boolean isTold() {
		return this.text != null || !this.calls.isEmpty();
	}

	/**
	 * Return the text of the message.
	 * @return the text, or null where there is none
	 */
	@Nullable String text() {
		return this.text;
	}

	/**
	 * Return what the model thought.
	 * @return the text, or null where there is none
	 */
	@Nullable String reasoning() {
		return (this.reasoning != null) ? this.reasoning : this.thoughts;
	}

	List<Called> calls() {
		return this.calls;
	}

	/**
	 * Return what OpenAI's messages have beside text and calls.
	 * @return further members
	 */
	Map<String, @Nullable Object> more() {
		return (this.more != null) ? this.more : Map.of();
	}

	Message message() {
		List<ToolCall> calls = new ArrayList<>(this.calls.size());
		this.calls.forEach((call) -> calls.add(call.whole(null)));
		return new Message("assistant", this.text, List.of(), reasoning(), List.of(), calls, null, null, more());
	}

}
