package dev.litellm.dialect.gemini;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.dialect.Events;
import dev.litellm.dialect.TextPieces;

/**
 * Reader of the events that tell nothing but a piece of text and the tokens so far.
 */
final class TextEvents extends TextPieces {

	private @Nullable String id;

	private @Nullable String model;

	TextEvents(Events events) {
		super(events);
	}

	/**
	 * Take what all events of the stream tell alike.
	 * @param id the answer's id, or null
	 * @param model the model, or null
	 */
	void about(@Nullable String id, @Nullable String model) {
		this.id = id;
		this.model = model;
	}

	@Override
	protected boolean isPiece(JsonParser parser) {
		boolean plain = true;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			parser.nextToken();
			plain &= switch (name) {
				case "candidates" -> isOnly(parser, this::isCandidate);
				case "usageMetadata" -> skip(parser);
				case "modelVersion" -> isSame(parser, this.model);
				case "responseId" -> isSame(parser, this.id);
				default -> !skip(parser);
			};
		}
		return plain;
	}

	private boolean isCandidate(JsonParser parser) {
		boolean plain = true;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken token = parser.nextToken();
			plain &= switch (name) {
				case "content" -> token == JsonToken.START_OBJECT ? isContent(parser) : !skip(parser);
				case "index" -> (token == JsonToken.VALUE_NUMBER_INT) ? parser.getIntValue() == 0 : !skip(parser);
				default -> !skip(parser);
			};
		}
		return plain;
	}

	private boolean isContent(JsonParser parser) {
		boolean plain = true;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			parser.nextToken();
			plain &= switch (name) {
				case "role" -> skip(parser);
				case "parts" -> isOnly(parser, this::isText);
				default -> !skip(parser);
			};
		}
		return plain;
	}

	private boolean isText(JsonParser parser) {
		boolean plain = true;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken token = parser.nextToken();
			if (plain && name.equals("text") && token == JsonToken.VALUE_STRING) {
				take(parser);
			}
			else {
				plain = !skip(parser);
			}
		}
		return plain;
	}

	/** Whether the value is a list of one object that is as it should be. */
	private static boolean isOnly(JsonParser parser, Check item) {
		if (parser.currentToken() != JsonToken.START_ARRAY) {
			return !skip(parser);
		}
		boolean plain = true;
		int count = 0;
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			count++;
			plain &= (parser.currentToken() == JsonToken.START_OBJECT) ? item.isPlain(parser) : !skip(parser);
		}
		return plain && count == 1;
	}

	private static boolean isSame(JsonParser parser, @Nullable String known) {
		return is(parser, known) || !skip(parser);
	}

	/** Skip a value, which is always possible. */
	private static boolean skip(JsonParser parser) {
		parser.skipChildren();
		return true;
	}

	/**
	 * A look at the object that the parser stands on, up to its end.
	 */
	@FunctionalInterface
	private interface Check {

		boolean isPlain(JsonParser parser);

	}

}
