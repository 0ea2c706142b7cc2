package dev.litellm.json;

import java.io.ByteArrayOutputStream;
import java.util.Base64;

/**
 * Bytes in base64 that come in pieces: pieces of one text, or texts each with an end of
 * its own.
 *
 * @since 0.1.0
 */
public final class Base64Pieces {

	private static final char PADDING = '=';

	private Base64Pieces() {
	}

	/**
	 * Return the bytes of all pieces as one text.
	 * @param pieces the pieces one after the other; where one ends in padding, the next
	 * one begins anew
	 * @return the bytes in base64, or the pieces as they are where they are no base64
	 */
	public static String join(String pieces) {
		int padding = pieces.indexOf(PADDING);
		if (padding < 0 || end(pieces, padding) == pieces.length()) {
			return pieces;
		}
		try {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream(pieces.length());
			for (int begin = 0; begin < pieces.length();) {
				int end = end(pieces, begin);
				bytes.writeBytes(Base64.getDecoder().decode(pieces.substring(begin, end)));
				begin = end;
			}
			return Base64.getEncoder().encodeToString(bytes.toByteArray());
		}
		catch (IllegalArgumentException ex) {
			return pieces;
		}
	}

	/** Where the padding ends that comes next. */
	private static int end(String text, int from) {
		int end = text.indexOf(PADDING, from);
		while (end >= 0 && end < text.length() && text.charAt(end) == PADDING) {
			end++;
		}
		return (end >= 0) ? end : text.length();
	}

}
