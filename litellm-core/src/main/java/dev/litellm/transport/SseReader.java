package dev.litellm.transport;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Cuts a body into server-sent events by the rules of the WHATWG's HTML standard, but
 * gives out the last event even where its empty line is missing.
 *
 * @param <T> what is made of the events
 */
final class SseReader<T> extends LineReader<T> {

	private static final int NONE = Integer.MAX_VALUE;

	private final FrameDecoder<T> decoder;

	private final int limit;

	private @Nullable String event;

	/** Where the data of the event's only line begins. */
	private int dataStart = NONE;

	private int dataLength;

	/** The data of an event of several lines. */
	private byte @Nullable [] joined;

	private boolean first = true;

	private byte[] source = new byte[0];

	SseReader(FrameDecoder<T> decoder, int limit) {
		super(limit);
		this.decoder = decoder;
		this.limit = limit;
	}

	@Override
	void line(byte[] source, int start, int length, Consumer<T> out) {
		this.source = source;
		int from = start;
		int count = length;
		if (this.first) {
			this.first = false;
			if (count >= 3 && source[from] == (byte) 0xEF && source[from + 1] == (byte) 0xBB
					&& source[from + 2] == (byte) 0xBF) {
				from += 3;
				count -= 3;
			}
		}
		if (count == 0) {
			dispatch(out);
		}
		else if (is(source, from, count, "data")) {
			data(source, from, count);
		}
		else if (is(source, from, count, "event")) {
			int value = valueStart(source, from, count, "event".length());
			this.event = new String(source, value, from + count - value, StandardCharsets.UTF_8);
		}
	}

	private static boolean is(byte[] source, int start, int length, String field) {
		if (length < field.length() || (length > field.length() && source[start + field.length()] != ':')) {
			return false;
		}
		for (int i = 0; i < field.length(); i++) {
			if (source[start + i] != field.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	private static int valueStart(byte[] source, int start, int length, int name) {
		int value = Math.min(start + name + 1, start + length);
		return (value < start + length && source[value] == ' ') ? value + 1 : value;
	}

	private void data(byte[] source, int start, int length) {
		int value = valueStart(source, start, length, "data".length());
		int count = start + length - value;
		if (this.dataStart == NONE && this.joined == null) {
			this.dataStart = value;
			this.dataLength = count;
			return;
		}
		byte[] before = (this.joined != null) ? this.joined
				: Arrays.copyOfRange(source, this.dataStart, this.dataStart + this.dataLength);
		if (count > this.limit - before.length) {
			throw WholeBody.tooLarge(this.limit).asException();
		}
		byte[] both = Arrays.copyOf(before, before.length + 1 + count);
		both[before.length] = '\n';
		System.arraycopy(source, value, both, before.length + 1, count);
		this.joined = both;
		this.dataStart = NONE;
	}

	private void dispatch(Consumer<T> out) {
		String name = this.event;
		byte[] lines = this.joined;
		int start = this.dataStart;
		this.event = null;
		this.joined = null;
		this.dataStart = NONE;
		if (lines != null) {
			this.decoder.frame(name, lines, 0, lines.length, out);
		}
		else if (start != NONE) {
			this.decoder.frame(name, this.source, start, this.dataLength, out);
		}
	}

	@Override
	void endOfLines(Consumer<T> out) {
		dispatch(out);
		this.decoder.end(out);
	}

	@Override
	int neededFrom() {
		return this.dataStart;
	}

	@Override
	void moved(int by) {
		if (this.dataStart != NONE) {
			this.dataStart -= by;
		}
	}

	@Override
	public boolean isDone() {
		return this.decoder.isDone();
	}

}
