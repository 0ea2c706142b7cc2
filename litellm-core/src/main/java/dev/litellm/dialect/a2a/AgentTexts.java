package dev.litellm.dialect.a2a;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.dialect.JoinedText;
import dev.litellm.json.Tokens;

/**
 * Reader of the texts of messages and artifacts: those of their parts, and data as JSON.
 */
final class AgentTexts {

	private AgentTexts() {
	}

	/**
	 * Read the artifacts of a task.
	 * @param parser stands on their list, and after the call on its end
	 * @return their texts on lines of their own
	 */
	static String artifacts(JsonParser parser) {
		JoinedText text = new JoinedText();
		Tokens.items(parser, (artifact) -> {
			text.add(text.isEmpty() ? "" : "\n");
			text.add(said(artifact));
		});
		return text.toString();
	}

	/**
	 * Read a message or an artifact.
	 * @param parser stands on its start, and after the call on its end
	 * @return the text of its parts
	 */
	static String said(JsonParser parser) {
		String text = null;
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			if (name.equals("parts")) {
				text = parts(parser);
			}
			else {
				parser.skipChildren();
			}
		}
		return (text != null) ? text : "";
	}

	/**
	 * Read the parts of a message or an artifact.
	 * @param parser stands on their list, and after the call on its end
	 * @return their text, or null where there is no list
	 */
	static @Nullable String parts(JsonParser parser) {
		boolean told = parser.currentToken() == JsonToken.START_ARRAY;
		JoinedText text = new JoinedText();
		Tokens.items(parser, (part) -> text.add(part(part)));
		return told ? text.toString() : null;
	}

	private static String part(JsonParser parser) {
		String text = "";
		String data = null;
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "text" -> text = Tokens.text(parser, "");
				case "data" -> data = (parser.currentToken() != JsonToken.VALUE_NULL) ? Tokens.json(parser) : null;
				default -> parser.skipChildren();
			}
		}
		return (data != null) ? data : text;
	}

}
