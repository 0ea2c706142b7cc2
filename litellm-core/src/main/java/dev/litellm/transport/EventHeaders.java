package dev.litellm.transport;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The headers of a message in AWS's event stream, as far as they say what it is.
 */
final class EventHeaders {

	private static final String[] NAMES = { ":message-type", ":event-type", ":exception-type", ":error-code",
			":error-message" };

	private static final int SHORT = 2;

	/** Sizes of values by type, true to UUID; -1 where the size is written. */
	private static final int[] SIZES = { 0, 0, 1, 2, 4, 8, -1, -1, 8, 16 };

	private static final int TEXT = 7;

	/**
	 * The values by name, kept from message to message since they mostly are the same.
	 */
	private final String[] values = { "", "", "", "", "" };

	private final boolean[] given = new boolean[NAMES.length];

	/**
	 * Read the headers of the next message.
	 * @param bytes hold them
	 * @param start where they begin
	 * @param end where they end
	 */
	void read(byte[] bytes, int start, int end) {
		Arrays.fill(this.given, false);
		int position = start;
		while (position < end) {
			int name = position + 1;
			int nameLength = bytes[position] & 0xff;
			position = ahead(name, nameLength + 1, end);
			int type = bytes[position - 1];
			if (type < 0 || type >= SIZES.length) {
				throw EventStreamReader.spoiled("a header within the stream is of no known type");
			}
			int size = SIZES[type];
			if (size < 0) {
				position = ahead(position, SHORT, end);
				size = (bytes[position - 2] & 0xff) << 8 | (bytes[position - 1] & 0xff);
			}
			position = ahead(position, size, end);
			if (type == TEXT) {
				keep(bytes, name, nameLength, position - size, size);
			}
		}
	}

	private static int ahead(int position, int count, int end) {
		if (count > end - position) {
			throw EventStreamReader.spoiled("a header within the stream is cut off");
		}
		return position + count;
	}

	private void keep(byte[] bytes, int name, int nameLength, int start, int length) {
		for (int i = 0; i < NAMES.length; i++) {
			if (is(NAMES[i], bytes, name, nameLength)) {
				this.given[i] = true;
				if (!is(this.values[i], bytes, start, length)) {
					this.values[i] = new String(bytes, start, length, StandardCharsets.UTF_8);
				}
				return;
			}
		}
	}

	private static boolean is(String text, byte[] bytes, int start, int length) {
		if (text.length() != length) {
			return false;
		}
		for (int i = 0; i < length; i++) {
			if (bytes[start + i] != text.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	private String value(int index) {
		return this.given[index] ? this.values[index] : "";
	}

	String messageType() {
		return value(0);
	}

	String eventType() {
		return value(1);
	}

	String exceptionType() {
		return value(2);
	}

	String errorCode() {
		return value(3);
	}

	String errorMessage() {
		return value(4);
	}

}
