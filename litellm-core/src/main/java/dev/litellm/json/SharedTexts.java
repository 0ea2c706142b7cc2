package dev.litellm.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * The short texts that the documents of a stream tell again and again, as their types and
 * ids: each is made once. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class SharedTexts {

	private static final int LONGEST = 64;

	private static final int ROOM = 256;

	private final @Nullable String[] texts = new @Nullable String[ROOM];

	/**
	 * Read the text at the parser's current token.
	 * @param parser stands on a text
	 * @return the text, the same object where an equal one was read shortly before
	 */
	public String read(JsonParser parser) {
		int length = parser.getStringLength();
		if (length > LONGEST) {
			return parser.getString();
		}
		char[] characters = parser.getStringCharacters();
		int offset = parser.getStringOffset();
		int hash = length;
		for (int i = 0; i < length; i++) {
			hash = hash * 31 + characters[offset + i];
		}
		int place = (hash ^ (hash >>> 16)) & (ROOM - 1);
		String known = this.texts[place];
		if (known == null || !equal(known, characters, offset, length)) {
			known = new String(characters, offset, length);
			this.texts[place] = known;
		}
		return known;
	}

	/**
	 * Return whether the text at the parser's current token is another one, without
	 * making it.
	 * @param text the other one
	 * @param parser stands on a text
	 * @return true if they are equal
	 */
	public static boolean isRead(String text, JsonParser parser) {
		return text.length() == parser.getStringLength()
				&& equal(text, parser.getStringCharacters(), parser.getStringOffset(), text.length());
	}

	private static boolean equal(String text, char[] characters, int offset, int length) {
		if (text.length() != length) {
			return false;
		}
		for (int i = 0; i < length; i++) {
			if (text.charAt(i) != characters[offset + i]) {
				return false;
			}
		}
		return true;
	}

}
