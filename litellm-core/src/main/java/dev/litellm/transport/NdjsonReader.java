package dev.litellm.transport;

import java.util.function.Consumer;

/**
 * Cuts a body into lines of one JSON document each.
 *
 * @param <T> what is made of the lines
 */
final class NdjsonReader<T> extends LineReader<T> {

	private final FrameDecoder<T> decoder;

	NdjsonReader(FrameDecoder<T> decoder, int limit) {
		super(limit);
		this.decoder = decoder;
	}

	@Override
	void line(byte[] source, int start, int length, Consumer<T> out) {
		for (int i = start; i < start + length; i++) {
			if (source[i] != ' ' && source[i] != '\t') {
				this.decoder.frame(null, source, start, length, out);
				return;
			}
		}
	}

	@Override
	void endOfLines(Consumer<T> out) {
		this.decoder.end(out);
	}

	@Override
	int neededFrom() {
		return Integer.MAX_VALUE;
	}

	@Override
	void moved(int by) {
	}

	@Override
	public boolean isDone() {
		return this.decoder.isDone();
	}

}
