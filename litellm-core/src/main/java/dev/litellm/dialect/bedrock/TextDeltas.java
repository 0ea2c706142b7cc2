package dev.litellm.dialect.bedrock;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.dialect.Events;
import dev.litellm.dialect.TextPieces;

/**
 * Reader of the events that tell nothing but a piece of a block's text.
 */
final class TextDeltas extends TextPieces {

	TextDeltas(Events events) {
		super(events);
	}

	@Override
	protected boolean isPiece(JsonParser parser) {
		boolean text = false;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			boolean delta = parser.currentName().equals("delta");
			if (parser.nextToken() == JsonToken.START_OBJECT && delta) {
				text = isText(parser);
			}
			else {
				parser.skipChildren();
			}
		}
		return text;
	}

	/** Reads the object to its end. */
	private boolean isText(JsonParser parser) {
		boolean text = false;
		boolean others = false;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			boolean named = parser.currentName().equals("text");
			if (parser.nextToken() == JsonToken.VALUE_STRING && named) {
				take(parser);
				text = true;
			}
			else {
				others = true;
				parser.skipChildren();
			}
		}
		return text && !others;
	}

}
