package dev.litellm.dialect.bedrock;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.ThinkingBlock;
import dev.litellm.dialect.JoinedText;
import dev.litellm.json.Json;
import dev.litellm.json.Tokens;
import dev.litellm.json.Values;

/**
 * A piece of what a model says: a content block of a whole answer, or what an event of a
 * stream starts or adds to one. Not thread-safe.
 */
final class Piece {

	private @Nullable String text;

	private @Nullable Use use;

	private @Nullable ThinkingBlock thought;

	private List<?> citations = List.of();

	@Nullable String text() {
		return this.text;
	}

	@Nullable Use use() {
		return this.use;
	}

	@Nullable ThinkingBlock thought() {
		return this.thought;
	}

	/** The sources of the text, or of that before. */
	List<?> citations() {
		return this.citations;
	}

	void clear() {
		this.text = null;
		this.use = null;
		this.thought = null;
		this.citations = List.of();
	}

	/**
	 * Read a piece, in place of the one before.
	 * @param parser stands on it, and after the call on its end
	 */
	void read(JsonParser parser) {
		clear();
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "text" -> this.text = Tokens.text(parser);
				case "toolUse" -> this.use = isObject(parser) ? Use.read(parser) : null;
				case "reasoningContent" -> this.thought = isObject(parser) ? new Thought().read(parser) : null;
				case "citation" -> this.citations = isObject(parser) ? List.of(Json.readMembers(parser)) : List.of();
				case "citationsContent" -> readCited(parser);
				default -> parser.skipChildren();
			}
		}
	}

	private static boolean isObject(JsonParser parser) {
		if (parser.currentToken() == JsonToken.START_OBJECT) {
			return true;
		}
		parser.skipChildren();
		return false;
	}

	private void readCited(JsonParser parser) {
		JoinedText said = new JoinedText();
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "content" -> Tokens.items(parser, (item) -> readText(item, said));
				case "citations" -> this.citations = Values.items(Json.read(parser));
				default -> parser.skipChildren();
			}
		}
		this.text = said.toString();
	}

	private static void readText(JsonParser parser, JoinedText said) {
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			if (name.equals("text")) {
				said.add(Tokens.text(parser, ""));
			}
			else {
				parser.skipChildren();
			}
		}
	}

	/**
	 * A call of a tool, or a piece of one.
	 *
	 * @param id its id, or null
	 * @param name the tool's name, or null
	 * @param input its input as JSON, empty where there is none
	 */
	record Use(@Nullable String id, @Nullable String name, String input) {

		private static Use read(JsonParser parser) {
			String id = null;
			String tool = null;
			String input = "";
			for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
				switch (name) {
					case "toolUseId" -> id = Tokens.text(parser);
					case "name" -> tool = Tokens.text(parser);
					case "input" -> input = input(parser);
					default -> parser.skipChildren();
				}
			}
			return new Use(id, tool, input);
		}

		/** In streams it comes as pieces of its text. */
		private static String input(JsonParser parser) {
			return switch (parser.currentToken()) {
				case VALUE_STRING -> parser.getString();
				case VALUE_NULL -> "";
				default -> Tokens.json(parser);
			};
		}

	}

	/**
	 * A thought, whose text stands by itself in streams.
	 */
	private static final class Thought {

		private String text = "";

		private @Nullable String signature;

		private @Nullable Object redacted;

		ThinkingBlock read(JsonParser parser) {
			for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
				switch (name) {
					case "reasoningText" -> read(parser);
					case "text" -> this.text = Tokens.text(parser, "");
					case "signature" -> this.signature = Tokens.text(parser);
					case "redactedContent" -> this.redacted = Json.read(parser);
					default -> parser.skipChildren();
				}
			}
			return (this.redacted != null)
					? new ThinkingBlock("redacted_thinking", null, null, Values.object("data", this.redacted))
					: new ThinkingBlock("thinking", this.text, this.signature, Map.of());
		}

	}

}
