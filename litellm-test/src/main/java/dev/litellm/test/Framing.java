package dev.litellm.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * How a body is cut into chunks and announced.
 *
 * @param splitEvery the size of a chunk in bytes, 0 to leave the pieces as they are
 * @param missing how many bytes fewer are sent than announced
 * @param gzip whether the body is compressed
 * @param chunked whether the length is never announced
 */
record Framing(int splitEvery, int missing, boolean gzip, boolean chunked) {

	static final Framing PLAIN = new Framing(0, 0, false, false);

	Framing withSplitEvery(int bytes) {
		return new Framing(bytes, this.missing, this.gzip, this.chunked);
	}

	Framing withMissing(int bytes) {
		return new Framing(this.splitEvery, bytes, this.gzip, this.chunked);
	}

	Framing withGzip() {
		return new Framing(this.splitEvery, this.missing, true, this.chunked);
	}

	Framing withChunked() {
		return new Framing(this.splitEvery, this.missing, this.gzip, true);
	}

	List<byte[]> apply(List<byte[]> pieces) {
		List<byte[]> result = this.gzip ? gzip(pieces) : pieces;
		return (this.splitEvery > 0) ? split(join(result)) : result;
	}

	private List<byte[]> split(byte[] body) {
		List<byte[]> result = new ArrayList<>();
		for (int from = 0; from < body.length; from += this.splitEvery) {
			result.add(Arrays.copyOfRange(body, from, Math.min(body.length, from + this.splitEvery)));
		}
		return result;
	}

	private static List<byte[]> gzip(List<byte[]> pieces) {
		List<byte[]> result = new ArrayList<>();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes, true)) {
			for (int i = 0; i < pieces.size(); i++) {
				gzip.write(pieces.get(i));
				if (i < pieces.size() - 1) {
					gzip.flush();
					result.add(bytes.toByteArray());
					bytes.reset();
				}
			}
			gzip.finish();
			result.add(bytes.toByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return result;
	}

	static byte[] join(List<byte[]> pieces) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		pieces.forEach(bytes::writeBytes);
		return bytes.toByteArray();
	}

}
