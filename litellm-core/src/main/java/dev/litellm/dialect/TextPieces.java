package dev.litellm.dialect;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.json.SharedTexts;

/**
 * Reader of the events that tell nothing but a piece of text, as most do: from tokens,
 * without a tree. Not thread-safe.
 *
 * @since 0.1.0
 */
public abstract class TextPieces {

	/** After so many others in a row only one in as many is looked at. */
	private static final int PATIENCE = 8;

	private final Events events;

	private final Function<JsonParser, Boolean> reader = this::isRead;

	private @Nullable String text;

	private int others;

	/**
	 * Create a reader.
	 * @param events reads the events that tell anything else
	 */
	protected TextPieces(Events events) {
		this.events = events;
	}

	/**
	 * Return the text of an event.
	 * @param bytes an array that holds its data
	 * @param offset where the data begins
	 * @param length how long it is
	 * @return the text, or null where the event tells anything else, or is none
	 */
	public final @Nullable String read(byte[] bytes, int offset, int length) {
		if (this.others >= PATIENCE && ++this.others % PATIENCE != 0) {
			return null;
		}
		this.text = null;
		if (this.events.isPiece(this.reader, bytes, offset, length) && this.text != null) {
			this.others = 0;
			return this.text;
		}
		this.others++;
		return null;
	}

	private boolean isRead(JsonParser parser) {
		return parser.currentToken().isStructStart() && isPiece(parser);
	}

	/**
	 * Read an event to its end, and its {@linkplain #take text}.
	 * @param parser stands on the start of the event, an object or a list
	 * @return whether it tells nothing else
	 */
	protected abstract boolean isPiece(JsonParser parser);

	/**
	 * Take the text of the event.
	 * @param parser stands on a text
	 */
	protected final void take(JsonParser parser) {
		this.text = parser.getString();
	}

	/**
	 * Return whether a value is a text, without making one of it.
	 * @param parser stands on the value
	 * @param expected the text, or null for none
	 * @return true if it is this text
	 */
	public static boolean is(JsonParser parser, @Nullable String expected) {
		return expected != null && parser.currentToken() == JsonToken.VALUE_STRING
				&& SharedTexts.isRead(expected, parser);
	}

}
