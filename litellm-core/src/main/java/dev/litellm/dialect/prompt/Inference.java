package dev.litellm.dialect.prompt;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.json.Tokens;

/**
 * What a Triton server's answer says: a text by itself, or among tensors.
 *
 * @param text the text, or null where there is none
 * @param model the model, or null
 */
record Inference(@Nullable String text, @Nullable String model) {

	/**
	 * Read an answer.
	 * @param parser stands on its start, and after the call on its end
	 * @return what it says
	 */
	static Inference read(JsonParser parser) {
		String text = null;
		String tensor = null;
		String model = null;
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "text_output" -> text = Tokens.text(parser);
				case "outputs" -> tensor = readTensors(parser);
				case "model_name" -> model = Tokens.text(parser);
				default -> parser.skipChildren();
			}
		}
		return new Inference((text != null) ? text : tensor, model);
	}

	/** The first text that is the first item of a tensor's data. */
	private static @Nullable String readTensors(JsonParser parser) {
		String text = null;
		if (parser.currentToken() != JsonToken.START_ARRAY) {
			parser.skipChildren();
			return null;
		}
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
				String first = name.equals("data") ? readFirst(parser) : null;
				text = (text != null) ? text : first;
				parser.skipChildren();
			}
		}
		return text;
	}

	private static @Nullable String readFirst(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_ARRAY || parser.nextToken() == JsonToken.END_ARRAY) {
			return null;
		}
		String text = Tokens.text(parser);
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			parser.skipChildren();
		}
		return text;
	}

}
