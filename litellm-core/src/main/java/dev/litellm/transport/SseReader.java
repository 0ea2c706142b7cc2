package dev.litellm.transport;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Cuts a body into server-sent events by the rules of the WHATWG's HTML standard, but
 * gives out the last event even where its empty line is missing, and leaves out events
 * without data, which some servers send to keep the connection.
 *
 * @param <T> what is made of the events
 */
final class SseReader<T> extends LineReader<T> {

	private static final int NONE = Integer.MAX_VALUE;

	private final FrameDecoder<T> decoder;

	private @Nullable String event;

	private String lastEvent = "";

	/** Where the data of the event's only line begins. */
	private int dataStart = NONE;

	private int dataLength;

	/** The data of an event of several lines, or null while it has one. */
	private byte @Nullable [] joined;

	private int joinedLength;

	private byte[] source = new byte[0];

	SseReader(FrameDecoder<T> decoder, int limit) {
		super(limit);
		this.decoder = decoder;
	}

	@Override
	void line(byte[] source, int start, int length, Consumer<T> out) {
		this.source = source;
		if (length == 0) {
			dispatch(out);
		}
		else if (is(source, start, length, "data")) {
			int value = valueStart(source, start, length, "data".length());
			data(source, value, start + length - value);
		}
		else if (is(source, start, length, "event")) {
			int value = valueStart(source, start, length, "event".length());
			this.event = text(source, value, start + length - value);
		}
	}

	private static boolean is(byte[] source, int start, int length, String field) {
		if (length < field.length() || (length > field.length() && source[start + field.length()] != ':')) {
			return false;
		}
		return matches(source, start, field);
	}

	private static boolean matches(byte[] source, int start, String text) {
		for (int i = 0; i < text.length(); i++) {
			if (source[start + i] != text.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	private static int valueStart(byte[] source, int start, int length, int name) {
		int value = Math.min(start + name + 1, start + length);
		return (value < start + length && source[value] == ' ') ? value + 1 : value;
	}

	private String text(byte[] source, int start, int length) {
		if (length != this.lastEvent.length() || !matches(source, start, this.lastEvent)) {
			this.lastEvent = new String(source, start, length, StandardCharsets.UTF_8);
		}
		return this.lastEvent;
	}

	private void data(byte[] source, int start, int length) {
		if (this.dataStart == NONE && this.joined == null) {
			this.dataStart = start;
			this.dataLength = length;
			return;
		}
		if (this.joined == null) {
			this.joinedLength = 0;
			join(source, this.dataStart, this.dataLength);
			this.dataStart = NONE;
		}
		join(source, start, length);
	}

	private void join(byte[] source, int start, int length) {
		byte[] lines = (this.joined != null) ? this.joined : new byte[Math.max(length * 2, 256)];
		int at = (this.joined != null) ? this.joinedLength + 1 : 0;
		check(at + length);
		if (at + length > lines.length) {
			lines = Arrays.copyOf(lines, Math.max(at + length, lines.length * 2));
		}
		if (at > 0) {
			lines[at - 1] = '\n';
		}
		System.arraycopy(source, start, lines, at, length);
		this.joined = lines;
		this.joinedLength = at + length;
	}

	private void dispatch(Consumer<T> out) {
		String name = this.event;
		byte[] lines = this.joined;
		int start = this.dataStart;
		this.event = null;
		this.joined = null;
		this.dataStart = NONE;
		if (lines != null) {
			this.decoder.frame(name, lines, 0, this.joinedLength, out);
		}
		else if (start != NONE && this.dataLength > 0) {
			this.decoder.frame(name, this.source, start, this.dataLength, out);
		}
	}

	@Override
	void endOfLines(Consumer<T> out) {
		if (!isDone()) {
			dispatch(out);
		}
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
