package dev.litellm.transport;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import dev.litellm.json.TextPart;

/**
 * Writer of a body: keeps what is written, and of long texts where they stand.
 */
final class BodyWriter extends OutputStream implements TextPart.Taker {

	private final List<WireBody.Piece> pieces = new ArrayList<>(1);

	private int written;

	private boolean taken;

	@Override
	public void write(int value) {
		write(new byte[] { (byte) value }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) {
		if (length > 0) {
			this.pieces.add(WireBody.Piece.of(Arrays.copyOfRange(bytes, offset, offset + length)));
			this.written += length;
		}
	}

	@Override
	public void take(TextPart part) {
		this.pieces.add(new WireBody.Piece(part.length(), part::open));
		this.taken = true;
	}

	/**
	 * Return what was written.
	 * @param small up to which size it is to be in one piece
	 * @return its pieces
	 */
	List<WireBody.Piece> end(int small) {
		return (this.pieces.size() > 1 && !this.taken && this.written <= small) ? List.of(joined()) : this.pieces;
	}

	private WireBody.Piece joined() {
		ByteBuffer whole = ByteBuffer.allocate(this.written);
		this.pieces.forEach((piece) -> whole.put(Objects.requireNonNull(piece.bytes())));
		return WireBody.Piece.of(whole.array());
	}

}
