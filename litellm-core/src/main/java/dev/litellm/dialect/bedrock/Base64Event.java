package dev.litellm.dialect.bedrock;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reader of events that are nothing but another event in base64, and a padding that hides
 * its length, as nearly all of a stream are: from bytes, without a text of them. Not
 * thread-safe.
 */
final class Base64Event {

	private static final byte[] BEGIN = ascii("{\"bytes\":\"");

	private static final byte[] PADDING = ascii(",\"p\":\"");

	/** What a letter stands for, or -1. */
	private static final byte[] VALUES = new byte[128];

	static {
		Arrays.fill(VALUES, (byte) -1);
		byte[] letters = ascii("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
		for (byte i = 0; i < letters.length; i++) {
			VALUES[letters[i]] = i;
		}
	}

	/** The event within, whose room serves the next one too. */
	private byte[] event = new byte[512];

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	/**
	 * Return the event that was last opened.
	 * @return an array that begins with it
	 */
	byte[] event() {
		return this.event;
	}

	/**
	 * Open an event.
	 * @param bytes an array that holds it
	 * @param offset where it begins
	 * @param length how long it is
	 * @return how long the event within is, or -1 where this is another kind of event
	 */
	int open(byte[] bytes, int offset, int length) {
		int end = offset + length;
		int begin = offset + BEGIN.length;
		int quote = holds(bytes, offset, end, BEGIN) ? quote(bytes, begin, end) : -1;
		return (quote > begin && isEnd(bytes, quote + 1, end)) ? decode(bytes, begin, quote) : -1;
	}

	private static boolean isEnd(byte[] bytes, int position, int end) {
		int last = position;
		if (holds(bytes, position, end, PADDING)) {
			last = quote(bytes, position + PADDING.length, end) + 1;
		}
		return last == end - 1 && bytes[last] == '}';
	}

	private static boolean holds(byte[] bytes, int position, int end, byte[] text) {
		int behind = position + text.length;
		return behind <= end && Arrays.equals(bytes, position, behind, text, 0, text.length);
	}

	/** Where a text of plain letters ends, or -1 for any other. */
	private static int quote(byte[] bytes, int position, int end) {
		for (int i = position; i < end; i++) {
			if (bytes[i] == '"') {
				return i;
			}
			if (bytes[i] < ' ' || bytes[i] == '\\') {
				return -1;
			}
		}
		return -1;
	}

	private int decode(byte[] bytes, int begin, int end) {
		if ((end - begin) % 4 != 0) {
			return -1;
		}
		int last = (bytes[end - 1] != '=') ? end : (bytes[end - 2] != '=') ? end - 1 : end - 2;
		if (this.event.length < last - begin) {
			this.event = new byte[(last - begin) * 3 / 2];
		}
		int size = 0;
		int bits = 0;
		int count = 0;
		for (int i = begin; i < last; i++) {
			int value = VALUES[bytes[i]];
			if (value < 0) {
				return -1;
			}
			bits = bits << 6 | value;
			count += 6;
			if (count >= 8) {
				count -= 8;
				this.event[size++] = (byte) (bits >> count);
			}
		}
		return size;
	}

}
