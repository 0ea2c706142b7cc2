package dev.litellm.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.json.Json;

/**
 * The body of a request, sent as often as asked: a small one as a whole, a large one bit
 * by bit as the wire takes it. Long plain texts within JSON, as pictures and files in
 * base64 are, are not copied before.
 *
 * @since 0.1.0
 */
public final class WireBody {

	private static final int SMALL = 64 * 1024;

	private static final WireBody EMPTY = of(new byte[0]);

	private final List<Piece> pieces;

	private final long length;

	WireBody(List<Piece> pieces) {
		this.pieces = pieces;
		long length = 0;
		for (Piece piece : pieces) {
			length += piece.length();
		}
		this.length = length;
	}

	public static WireBody empty() {
		return EMPTY;
	}

	/**
	 * Make a body of bytes.
	 * @param parts the bytes, which are sent one after the other and not changed any more
	 * @return the body
	 */
	public static WireBody of(byte[]... parts) {
		return new WireBody(Arrays.stream(parts).map(Piece::of).toList());
	}

	/**
	 * Write a value as JSON.
	 * @param value what {@link Json#frozen} takes, not changed any more
	 * @return the body
	 * @throws IllegalArgumentException if it cannot be written, for example since it is
	 * nested very deep
	 */
	public static WireBody json(Object value) {
		return json((generator) -> Json.write(generator, value));
	}

	/**
	 * Write JSON through a generator.
	 * @param content writes it
	 * @return the body
	 * @throws IllegalArgumentException if it cannot be written
	 */
	public static WireBody json(Consumer<JsonGenerator> content) {
		BodyWriter writer = new BodyWriter();
		Json.write(writer, content);
		return new WireBody(writer.end(SMALL));
	}

	public long length() {
		return this.length;
	}

	/**
	 * Open the body, anew with each call.
	 * @return its bytes
	 */
	public InputStream open() {
		return (this.pieces.size() == 1) ? this.pieces.get(0).open()
				: new SequenceInputStream(Collections.enumeration(this.pieces.stream().map(Piece::open).toList()));
	}

	/**
	 * Return the whole body, as a copy where it is large.
	 * @return its bytes, which are not to be changed
	 */
	public byte[] bytes() {
		byte[] whole = whole();
		if (whole != null) {
			return whole;
		}
		try (InputStream stream = open()) {
			byte[] bytes = new byte[Math.toIntExact(this.length)];
			stream.readNBytes(bytes, 0, bytes.length);
			return bytes;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the bytes of a body that is in one piece.
	 * @return the bytes, or null where it is to be opened
	 */
	byte @Nullable [] whole() {
		return (this.pieces.size() == 1) ? this.pieces.get(0).bytes() : null;
	}

	/**
	 * Return the body's digest.
	 * @return its SHA-256
	 */
	public byte[] sha256() {
		try (DigestInputStream stream = new DigestInputStream(open(), MessageDigest.getInstance("SHA-256"))) {
			stream.transferTo(OutputStream.nullOutputStream());
			return stream.getMessageDigest().digest();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

	@Override
	public String toString() {
		return this.length + " bytes";
	}

	/**
	 * A piece of a body.
	 *
	 * @param length how many bytes it is of
	 * @param bytes the bytes, or null where they are made when it is opened
	 * @param stream opens it
	 */
	record Piece(long length, byte @Nullable [] bytes, Supplier<InputStream> stream) {

		Piece(long length, Supplier<InputStream> stream) {
			this(length, null, stream);
		}

		static Piece of(byte[] bytes) {
			return new Piece(bytes.length, bytes, () -> new ByteArrayInputStream(bytes));
		}

		InputStream open() {
			return this.stream.get();
		}

	}

}
