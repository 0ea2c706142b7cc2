package dev.litellm.transport;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.CRC32;

import org.springframework.core.io.buffer.DataBuffer;

import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;

/**
 * Cuts a body into the messages of AWS's event stream, wherever the network cut it, and
 * checks their checksums.
 *
 * @param <T> what is made of the messages
 * @see <a href=
 * "https://docs.aws.amazon.com/AmazonS3/latest/API/RESTSelectObjectAppendix.html">The
 * encoding</a>
 */
final class EventStreamReader<T> implements BodyReader<T> {

	/** Two lengths and their checksum. */
	private static final int PRELUDE = 12;

	private static final int CHECKSUM = 4;

	private static final int FIRST_SIZE = 4096;

	private final FrameDecoder<T> decoder;

	private final int limit;

	private final CRC32 crc = new CRC32();

	private final EventHeaders headers = new EventHeaders();

	/** The bytes that are still needed, from 0 to {@link #end}. */
	private byte[] bytes = new byte[FIRST_SIZE];

	private int end;

	EventStreamReader(FrameDecoder<T> decoder, int limit) {
		this.decoder = decoder;
		this.limit = limit;
	}

	@Override
	public void read(DataBuffer buffer, Consumer<T> out) {
		if (isDone()) {
			return;
		}
		append(buffer);
		int start = 0;
		while (!isDone() && this.end - start >= PRELUDE) {
			int length = length(start);
			if (this.end - start < length) {
				break;
			}
			message(start, length, out);
			start += length;
		}
		if (start > 0) {
			System.arraycopy(this.bytes, start, this.bytes, 0, this.end - start);
			this.end -= start;
		}
	}

	private void append(DataBuffer buffer) {
		int count = buffer.readableByteCount();
		if (this.end + count > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(this.end + count, this.bytes.length * 2));
		}
		buffer.read(this.bytes, this.end, count);
		this.end += count;
	}

	private int length(int start) {
		this.crc.reset();
		this.crc.update(this.bytes, start, PRELUDE - CHECKSUM);
		check(start + PRELUDE - CHECKSUM);
		int length = number(start);
		int headersLength = number(start + Integer.BYTES);
		if (headersLength < 0 || length < 0 || headersLength > length - PRELUDE - CHECKSUM) {
			throw spoiled("an event of the stream has lengths that cannot be");
		}
		if (length > this.limit) {
			throw WholeBody.tooLarge(this.limit).asException();
		}
		return length;
	}

	private void message(int start, int length, Consumer<T> out) {
		int last = start + length - CHECKSUM;
		this.crc.reset();
		this.crc.update(this.bytes, start, length - CHECKSUM);
		check(last);
		int payload = start + PRELUDE + number(start + Integer.BYTES);
		this.headers.read(this.bytes, start + PRELUDE, payload);
		String kind = this.headers.messageType();
		if (kind.equals("exception")) {
			this.decoder.failure(this.headers.exceptionType(), this.bytes, payload, last - payload, out);
		}
		else if (kind.equals("error")) {
			byte[] message = this.headers.errorMessage().getBytes(StandardCharsets.UTF_8);
			this.decoder.failure(this.headers.errorCode(), message, 0, message.length, out);
		}
		else {
			this.decoder.frame(this.headers.eventType(), this.bytes, payload, last - payload, out);
		}
	}

	private void check(int position) {
		if ((int) this.crc.getValue() != number(position)) {
			throw spoiled("a checksum within the stream is wrong");
		}
	}

	private int number(int position) {
		return (this.bytes[position] & 0xff) << 24 | (this.bytes[position + 1] & 0xff) << 16
				| (this.bytes[position + 2] & 0xff) << 8 | (this.bytes[position + 3] & 0xff);
	}

	/**
	 * Return the failure of a stream that was spoiled on its way.
	 * @param problem what is wrong
	 * @return the failure
	 */
	static RuntimeException spoiled(String problem) {
		return Failure.of(ErrorKind.CONNECTION, problem + ": it was spoiled on its way, or is no AWS event stream")
			.asException();
	}

	@Override
	public void end(Consumer<T> out) {
		if (!isDone() && this.end > 0) {
			throw Failure.of(ErrorKind.CONNECTION, "the stream ended within an event").asException();
		}
		this.decoder.end(out);
	}

	@Override
	public boolean isDone() {
		return this.decoder.isDone();
	}

}
