package dev.litellm.transport;

import java.util.Arrays;
import java.util.function.Consumer;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * Cuts a body into lines that end in CR, LF or CRLF, wherever the network cut it. A byte
 * order mark before the first line is left out.
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

	private boolean firstLine = true;

	private boolean afterReturn;

	LineReader(int limit) {
		this.limit = limit;
	}

	@Override
	public final void read(DataBuffer buffer, Consumer<T> out) {
		if (isDone()) {
			return;
		}
		int count = buffer.readableByteCount();
		makeRoom(count);
		buffer.read(this.bytes, this.end, count);
		appended(count, out);
	}

	@Override
	public final void read(byte[] bytes, int offset, int length, Consumer<T> out) {
		if (isDone()) {
			return;
		}
		makeRoom(length);
		System.arraycopy(bytes, offset, this.bytes, this.end, length);
		appended(length, out);
	}

	private void appended(int count, Consumer<T> out) {
		this.end += count;
		scan(out);
		check(this.end - this.lineStart);
		discard();
	}

	@Override
	public final void end(Consumer<T> out) {
		if (!isDone() && this.lineStart < this.end) {
			take(this.lineStart, this.end, out);
		}
		endOfLines(out);
	}

	private void makeRoom(int count) {
		if (this.end + count > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(this.end + count, this.bytes.length * 2));
		}
	}

	private void scan(Consumer<T> out) {
		byte[] source = this.bytes;
		int position = this.scanned;
		while (position < this.end) {
			byte value = source[position++];
			if (value != '\n' && value != '\r') {
				continue;
			}
			int start = this.lineStart;
			this.lineStart = position;
			if (value == '\n' && this.afterReturn && start == position - 1) {
				this.afterReturn = false;
				continue;
			}
			this.afterReturn = (value == '\r');
			take(start, position - 1, out);
			if (isDone()) {
				break;
			}
		}
		this.scanned = position;
	}

	private void take(int start, int until, Consumer<T> out) {
		int from = start;
		if (this.firstLine) {
			this.firstLine = false;
			if (until - from >= 3 && this.bytes[from] == (byte) 0xEF && this.bytes[from + 1] == (byte) 0xBB
					&& this.bytes[from + 2] == (byte) 0xBF) {
				from += 3;
			}
		}
		check(until - from);
		line(this.bytes, from, until - from, out);
	}

	final void check(int length) {
		if (length > this.limit) {
			throw WholeBody.tooLarge(this.limit).asException();
		}
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
