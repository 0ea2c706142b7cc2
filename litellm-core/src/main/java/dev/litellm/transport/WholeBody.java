package dev.litellm.transport;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;

import org.springframework.core.io.buffer.DataBuffer;

import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;

/**
 * Reader of a body as a whole.
 *
 * @param <T> what is made of it
 * @since 0.1.0
 */
public final class WholeBody<T> implements BodyReader<T> {

	/** The least room for an answer that comes in more than one piece. */
	private static final int ROOM = 2048;

	/** The most bytes that are set aside because a server announces them. */
	private static final int BELIEVED = 1024 * 1024;

	private final WireHead head;

	private final int limit;

	private final Function<WireReply, T> then;

	private byte[] bytes = new byte[0];

	private int length;

	/**
	 * Create a reader.
	 * @param head the answer's head
	 * @param limit the most bytes that are read
	 * @param then makes the value of the whole answer
	 */
	public WholeBody(WireHead head, int limit, Function<WireReply, T> then) {
		this.head = head;
		this.limit = limit;
		this.then = then;
	}

	@Override
	public void read(DataBuffer buffer, Consumer<T> out) {
		int count = buffer.readableByteCount();
		if (count > this.limit - this.length) {
			throw tooLarge(this.limit).asException();
		}
		int needed = this.length + count;
		if (needed > this.bytes.length) {
			int room = Math.min(Math.max(expected(needed), this.length * 2), this.limit);
			this.bytes = Arrays.copyOf(this.bytes, Math.max(room, needed));
		}
		buffer.read(this.bytes, this.length, count);
		this.length = needed;
	}

	private int expected(int needed) {
		long announced = this.head.headers().getContentLength();
		return (announced >= needed) ? (int) Math.min(announced, BELIEVED)
				: (this.length == 0) ? needed : Math.max(needed, ROOM);
	}

	@Override
	public void end(Consumer<T> out) {
		byte[] body = (this.length == this.bytes.length) ? this.bytes : Arrays.copyOf(this.bytes, this.length);
		out.accept(this.then.apply(new WireReply(this.head.status(), this.head.headers(), body)));
	}

	static Failure tooLarge(int limit) {
		return Failure.of(ErrorKind.INVALID_RESPONSE, "the answer, or one event of it, is larger than " + limit
				+ " bytes; raise litellm.http.max-response-size if that is expected");
	}

}
