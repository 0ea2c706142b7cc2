package dev.litellm.dialect.anthropic;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.json.Documents;

/**
 * Reader of the events that tell a piece of text, as most do: from tokens, without a
 * tree. Not thread-safe.
 */
final class TextDeltas {

	/** After so many others in a row the stream is one of another kind. */
	private static final int PATIENCE = 8;

	private final Documents<Boolean> documents = new Documents<>(this::isText);

	private @Nullable String text;

	private int index;

	private int others;

	/**
	 * Return the text of an event.
	 * @param bytes an array that holds its data
	 * @param offset where the data begins
	 * @param length how long it is
	 * @return the text, or null where the event tells anything else, or is none
	 */
	@Nullable String read(byte[] bytes, int offset, int length) {
		if (this.others >= PATIENCE) {
			return null;
		}
		this.text = null;
		this.index = -1;
		try {
			if (this.documents.read(bytes, offset, length) && this.text != null && this.index >= 0) {
				this.others = 0;
				return this.text;
			}
		}
		catch (JacksonException ex) {
			// the reader of all other events tells what is wrong
		}
		this.others++;
		return null;
	}

	/**
	 * Return the place of the block that the text belongs to.
	 * @return the index of the event last read
	 */
	int index() {
		return this.index;
	}

	private boolean isText(JsonParser parser) {
		boolean text = false;
		boolean piece = false;
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			parser.skipChildren();
			return false;
		}
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken token = parser.nextToken();
			if (name.equals("delta") && token == JsonToken.START_OBJECT) {
				text = isDelta(parser);
				continue;
			}
			switch (name) {
				case "type" -> piece = is(parser, "content_block_delta");
				case "index" -> this.index = index(parser, token);
				default -> {
				}
			}
			parser.skipChildren();
		}
		return text && piece;
	}

	private static int index(JsonParser parser, JsonToken token) {
		return (token == JsonToken.VALUE_NUMBER_INT && parser.getStringLength() < 9) ? parser.getIntValue() : -1;
	}

	/** Reads the object to its end. */
	private boolean isDelta(JsonParser parser) {
		boolean text = false;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken token = parser.nextToken();
			if (name.equals("type")) {
				text = is(parser, "text_delta");
			}
			else if (name.equals("text") && token == JsonToken.VALUE_STRING) {
				this.text = parser.getString();
			}
			parser.skipChildren();
		}
		return text;
	}

	private static boolean is(JsonParser parser, String expected) {
		if (parser.currentToken() != JsonToken.VALUE_STRING || parser.getStringLength() != expected.length()) {
			return false;
		}
		char[] characters = parser.getStringCharacters();
		int offset = parser.getStringOffset();
		for (int i = 0; i < expected.length(); i++) {
			if (characters[offset + i] != expected.charAt(i)) {
				return false;
			}
		}
		return true;
	}

}
