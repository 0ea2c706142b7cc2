package dev.litellm.dialect.anthropic;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.dialect.Events;
import dev.litellm.dialect.TextPieces;

/**
 * Reader of the events that tell a piece of a block's text.
 */
final class TextDeltas extends TextPieces {

	private int index;

	TextDeltas(Events events) {
		super(events);
	}

	/**
	 * Return the place of the block that the text belongs to.
	 * @return the index of the event last read
	 */
	int index() {
		return this.index;
	}

	@Override
	protected boolean isPiece(JsonParser parser) {
		this.index = -1;
		boolean text = false;
		boolean piece = false;
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
		return text && piece && this.index >= 0;
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
				take(parser);
			}
			parser.skipChildren();
		}
		return text;
	}

}
