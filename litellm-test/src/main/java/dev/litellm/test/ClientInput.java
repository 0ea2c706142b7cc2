package dev.litellm.test;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What a client sends, and whether it is still there: the server waits by reading, so it
 * sees the client go at once.
 */
final class ClientInput {

	private static final Duration FOREVER = Duration.ofDays(365);

	private final Socket socket;

	private final InputStream in;

	private byte[] buffer = new byte[2048];

	private int start;

	private int end;

	ClientInput(Socket socket) throws IOException {
		this.socket = socket;
		this.in = socket.getInputStream();
	}

	/**
	 * Reads up to a line's end, or returns {@code null} when the client has closed.
	 */
	@Nullable String readLine() throws IOException {
		int from = this.start;
		while (true) {
			for (int i = from; i < this.end; i++) {
				if (this.buffer[i] == '\n') {
					int length = i - this.start - ((i > this.start && this.buffer[i - 1] == '\r') ? 1 : 0);
					String line = new String(this.buffer, this.start, length, StandardCharsets.ISO_8859_1);
					this.start = i + 1;
					return line;
				}
			}
			int searched = this.end - this.start;
			if (!fill()) {
				return null;
			}
			from = this.start + searched;
		}
	}

	byte[] readBytes(int length) throws IOException {
		byte[] bytes = new byte[length];
		int ready = Math.min(length, this.end - this.start);
		System.arraycopy(this.buffer, this.start, bytes, 0, ready);
		this.start += ready;
		if (ready < length && this.in.readNBytes(bytes, ready, length - ready) < length - ready) {
			throw new EOFException("The client closed the connection within its request");
		}
		return bytes;
	}

	/**
	 * Waits, or returns {@code false} as soon as the client has closed.
	 */
	boolean pause(Duration duration) {
		if (duration.isZero()) {
			return true;
		}
		long until = System.nanoTime() + duration.toNanos();
		try {
			for (long left = duration.toNanos(); left > 0; left = until - System.nanoTime()) {
				this.socket.setSoTimeout((int) Math.min(Integer.MAX_VALUE, (left + 999_999) / 1_000_000));
				try {
					if (!fill()) {
						return false;
					}
				}
				catch (SocketTimeoutException ex) {
					continue;
				}
			}
			this.socket.setSoTimeout(0);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	void awaitClose() {
		while (pause(FOREVER)) {
			continue;
		}
	}

	private boolean fill() throws IOException {
		if (this.start == this.end) {
			this.start = 0;
			this.end = 0;
		}
		else if (this.end == this.buffer.length) {
			byte[] larger = (this.start > this.buffer.length / 2) ? this.buffer : new byte[this.buffer.length * 2];
			System.arraycopy(this.buffer, this.start, larger, 0, this.end - this.start);
			this.end -= this.start;
			this.start = 0;
			this.buffer = larger;
		}
		int count = this.in.read(this.buffer, this.end, this.buffer.length - this.end);
		if (count < 0) {
			return false;
		}
		this.end += count;
		return true;
	}

}
