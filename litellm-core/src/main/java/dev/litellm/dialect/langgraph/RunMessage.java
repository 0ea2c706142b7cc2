package dev.litellm.dialect.langgraph;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.Usage;
import dev.litellm.dialect.JoinedText;
import dev.litellm.json.Json;
import dev.litellm.json.Leaves;
import dev.litellm.json.Members;
import dev.litellm.json.Tokens;
import dev.litellm.json.Values;

/**
 * A message of a state, or a piece of one in a stream.
 *
 * @param text its text
 * @param told what else is read of it, by its path
 */
record RunMessage(String text, Map<String, @Nullable Object> told) {

	private static final Leaves METADATA = Leaves.of("model_name", "finish_reason", "stop_reason");

	private static final Leaves USAGE = Leaves.of("input_tokens", "output_tokens");

	private static final String USAGE_METADATA = "usage_metadata";

	/**
	 * Read a message.
	 * @param parser stands on its start, and after the call on its end
	 * @return the message; of something else nothing is told
	 */
	static RunMessage read(JsonParser parser) {
		JoinedText text = new JoinedText();
		Members told = new Members(4);
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "id", "type", "role" -> told.put(name, Tokens.text(parser));
				case "content" -> readContent(parser, text);
				case "response_metadata" -> told.putAll(METADATA.read(parser));
				case USAGE_METADATA -> {
					told.put(name, parser.currentToken() == JsonToken.START_OBJECT);
					told.putAll(USAGE.read(parser));
				}
				default -> parser.skipChildren();
			}
		}
		return new RunMessage(text.toString(), told);
	}

	/** A content is a text, or a list of texts and of parts. */
	private static void readContent(JsonParser parser, JoinedText text) {
		if (parser.currentToken() != JsonToken.START_ARRAY) {
			String plain = Tokens.text(parser);
			text.add((plain != null) ? plain : "");
			return;
		}
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			if (parser.currentToken() == JsonToken.VALUE_STRING) {
				text.add(parser.getString());
			}
			for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
				text.add(Values.text(name.equals("text") ? Json.read(parser) : null, ""));
				parser.skipChildren();
			}
		}
	}

	boolean isAnswer() {
		String type = Values.text(this.told.get("type"), Values.text(this.told.get("role"), ""));
		return type.equals("ai") || type.equals("AIMessageChunk") || type.equals("assistant");
	}

	@Nullable String id() {
		return Values.text(this.told.get("id"));
	}

	/**
	 * Return the model that has answered.
	 * @param standard what stands for it where it is not told
	 * @return the model
	 */
	String model(String standard) {
		return Values.text(this.told.get("model_name"), standard);
	}

	@Nullable String reason() {
		String reason = Values.text(this.told.get("finish_reason"));
		return (reason != null) ? reason : Values.text(this.told.get("stop_reason"));
	}

	@Nullable Usage usage() {
		return Boolean.TRUE.equals(this.told.get(USAGE_METADATA))
				? Usage.of(Values.number(this.told.get("input_tokens")), Values.number(this.told.get("output_tokens")))
				: null;
	}

}
