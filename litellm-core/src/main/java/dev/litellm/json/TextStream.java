package dev.litellm.json;

import java.io.InputStream;
import java.util.Objects;

/**
 * Bytes of a text, one for each of its characters.
 */
final class TextStream extends InputStream {

	private final String text;

	private final int end;

	private int next;

	TextStream(String text, int from, int to) {
		this.text = text;
		this.next = from;
		this.end = to;
	}

	@Override
	public int read() {
		return (this.next < this.end) ? this.text.charAt(this.next++) & 0xff : -1;
	}

	@Override
	@SuppressWarnings("deprecation") // takes the low bytes, as is meant here
	public int read(byte[] target, int offset, int length) {
		Objects.checkFromIndexSize(offset, length, target.length);
		int count = Math.min(length, this.end - this.next);
		if (count <= 0) {
			return (length == 0) ? 0 : -1;
		}
		this.text.getBytes(this.next, this.next + count, target, offset);
		this.next += count;
		return count;
	}

	@Override
	public int available() {
		return this.end - this.next;
	}

}
