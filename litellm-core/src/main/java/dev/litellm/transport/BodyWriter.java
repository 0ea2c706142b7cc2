package dev.litellm.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

import org.springframework.util.FastByteArrayOutputStream;

import dev.litellm.json.TextPart;

/**
 * Writer of a body: keeps what is written, and of long texts where they stand.
 */
final class BodyWriter extends OutputStream implements TextPart.Taker {

	private final List<WireBody.Piece> pieces = new ArrayList<>(0);

	private FastByteArrayOutputStream run = new FastByteArrayOutputStream(512);

	@Override
	public void write(int value) throws IOException {
		this.run.write(value);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		this.run.write(bytes, offset, length);
	}

	@Override
	public void take(TextPart part) {
		endRun();
		this.run = new FastByteArrayOutputStream(512);
		this.pieces.add(new WireBody.Piece(part.length(), part::open));
	}

	/**
	 * Return what was written.
	 * @param small up to which size it is to be in one piece
	 * @return its pieces
	 */
	List<WireBody.Piece> end(int small) {
		if (this.pieces.isEmpty() && this.run.size() <= small) {
			return List.of(WireBody.Piece.of(this.run.toByteArrayUnsafe()));
		}
		endRun();
		return this.pieces;
	}

	private void endRun() {
		FastByteArrayOutputStream ended = this.run;
		if (ended.size() > 0) {
			this.pieces.add(new WireBody.Piece(ended.size(), ended::getInputStream));
		}
	}

}
