package dev.litellm.dialect;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reader of the pieces of text that stand at one place of an event. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class TextPath extends TextPieces {

	/** The only item of a list, in a path. */
	public static final String ONLY = "[]";

	/** The first item of a list, in a path; the others tell nothing. */
	public static final String FIRST = "[0]";

	private final Beside beside;

	private final String[] path;

	/**
	 * Create a reader.
	 * @param events reads the events that tell anything else
	 * @param beside tells which other members need not be read
	 * @param path the members that lead to the text, {@link #ONLY} or {@link #FIRST}
	 * where one is a list
	 */
	public TextPath(Events events, Beside beside, String... path) {
		super(events);
		this.beside = beside;
		this.path = path;
	}

	@Override
	protected boolean isPiece(JsonParser parser) {
		return isPiece(parser, 0);
	}

	/** Reads the value to its end. */
	private boolean isPiece(JsonParser parser, int step) {
		JsonToken token = parser.currentToken();
		boolean last = step == this.path.length;
		if (last && token == JsonToken.VALUE_STRING) {
			take(parser);
			return true;
		}
		if (!last && token == JsonToken.START_ARRAY) {
			return isList(parser, step);
		}
		if (!last && token == JsonToken.START_OBJECT) {
			return isObject(parser, step);
		}
		parser.skipChildren();
		return false;
	}

	private boolean isList(JsonParser parser, int step) {
		boolean first = this.path[step].equals(FIRST);
		boolean piece = first || this.path[step].equals(ONLY);
		int count = 0;
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			if (count++ == 0) {
				piece &= isPiece(parser, step + 1);
			}
			else {
				parser.skipChildren();
			}
		}
		return piece && (count == 1 || (first && count > 1));
	}

	private boolean isObject(JsonParser parser, int step) {
		boolean piece = true;
		int count = 0;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken token = parser.nextToken();
			if (name.equals(this.path[step])) {
				count++;
				piece &= isPiece(parser, step + 1);
				continue;
			}
			piece &= token == JsonToken.VALUE_NULL || this.beside.isNothing(name, parser);
			if (parser.currentToken().isStructStart()) {
				parser.skipChildren();
			}
		}
		return piece && count == 1;
	}

	/**
	 * Judge of the members beside those that lead to the text.
	 */
	@FunctionalInterface
	public interface Beside {

		/**
		 * Return whether a member tells nothing that has to be read; where it is null, it
		 * is not asked for.
		 * @param name its name
		 * @param parser stands on its value, and may be led to the value's end
		 * @return false where it is not known
		 */
		boolean isNothing(String name, JsonParser parser);

	}

}
