package dev.litellm.dialect.bedrock;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.ThinkingBlock;
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

	/** The sources of the text, or of that before. */
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

	List<?> citations() {
		return this.citations;
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
				case "toolUse" -> this.use = Use.read(parser);
				case "reasoningContent" -> this.thought = thought(parser);
				case "citation" -> this.citations = List.of(Values.fields(Json.read(parser)));
				case "citationsContent" -> readCited(parser);
				default -> parser.skipChildren();
			}
		}
	}

	void clear() {
		this.text = null;
		this.use = null;
		this.thought = null;
		this.citations = List.of();
	}

	private void readCited(JsonParser parser) {
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			if (name.equals("content") && parser.currentToken() == JsonToken.START_ARRAY) {
				JoinedText
			}
			else if (name.equals("citations")) {
				this.citations = Values.items(Json.read(parser));
			}
			else {
				parser.skipChildren();
			}
		}
	}

}
