package dev.litellm.transport;

import java.util.Arrays;
import java.util.function.Consumer;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * Cuts a body into lines that end in CR, LF or CRLF, wherever the network cut it.
 *
 * @param <T> what is made of the lines
 */
abstract class LineReader<T> implements BodyReader<T> {

	private static final int FIRST_SIZE = 4096;

	private final int limit;

	/** The bytes that are still needed, from 0 to {@link #end}. */
	private byte[] bytes = new byte[FIRST_SIZE];

	private int end;

	private int lineStart;

	private int scanned;

	private boolean skipLineFeed;

	LineReader(int limit) {
		this.limit = limit;
	}

	@Override
	public final void read(DataBuffer buffer, Consumer<T> out) {
		append(buffer);
		scan(out);
		discard();
	}

	@Override
	public final void end(Consumer<T> out) {
		if (this.lineStart < this.end) {
			line(this.bytes, this.lineStart, this.end - this.lineStart, out);
			this.lineStart = this.end;
		}
		endOfLines(out);
	}

	private void append(DataBuffer buffer) {
		int count = buffer.readableByteCount();
		if (count > this.limit - this.end) {
			throw WholeBody.tooLarge(this.limit).asException();
		}
		if (this.end + count > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(this.end + count, this.bytes.length * 2));
		}
		buffer.read(this.bytes, this.end, count);
		this.end += count;
	}

	private void scan(Consumer<T> out) {
		byte[] source = this.bytes;
		int position = this.scanned;
		while (position < this.end && !isDone()) {
			byte value = source[position++];
			if (value == '\n' && this.skipLineFeed) {
				this.skipLineFeed = false;
				this.lineStart = position;
			}
			else if (value == '\n' || value == '\r') {
				this.skipLineFeed = (value == '\r');
				int start = this.lineStart;
				this.lineStart = position;
				line(source, start, position - 1 - start, out);
			}
			else {
				this.skipLineFeed = false;
			}
		}
		this.scanned = position;
	}

	private void discard() {
		int needless = Math.min(neededFrom(), this.lineStart);
		if (needless > 0) {
			System.arraycopy(this.bytes, needless, this.bytes, 0, this.end - needless);
			this.end -= needless;
			this.lineStart -= needless;
			this.scanned -= needless;
			moved(needless);
		}
	}

	/**
	 * Take a line.
	 * @param source holds the line until the next call of {@link #moved}
	 * @param start where it begins
	 * @param length how long it is, its end left out
	 * @param out takes the values
	 */
	abstract void line(byte[] source, int start, int length, Consumer<T> out);

	abstract void endOfLines(Consumer<T> out);

	/**
	 * Return from where on lines that were given are still needed.
	 * @return a position, or {@link Integer#MAX_VALUE} for none
	 */
	abstract int neededFrom();

	/**
	 * Take note that all positions have become smaller.
	 * @param by how much
	 */
	abstract void moved(int by);

}
