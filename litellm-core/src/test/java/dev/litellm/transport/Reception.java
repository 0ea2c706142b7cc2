package dev.litellm.transport;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

/**
 * An answer as it was received, which can be read again and again: as it came, cut
 * elsewhere, or with other bytes.
 */
public final class Reception {

	private static final DataBufferFactory BUFFERS = new DefaultDataBufferFactory();

	private final WireRequest request;

	private final WireHead head;

	private final Function<WireHead, ? extends BodyReader<?>> reader;

	private final ByteArrayOutputStream body = new ByteArrayOutputStream();

	Reception(WireRequest request, WireHead head, Function<WireHead, ? extends BodyReader<?>> reader) {
		this.request = request;
		this.head = head;
		this.reader = reader;
	}

	void add(byte[] bytes) {
		this.body.writeBytes(bytes);
	}

	public WireRequest request() {
		return this.request;
	}

	public WireHead head() {
		return this.head;
	}

	public boolean isStream() {
		return !this.head.isError() && !this.head.isJson()
				&& !"application/json".equals(this.request.headers().get("Accept"));
	}

	public byte[] body() {
		return this.body.toByteArray();
	}

	/**
	 * Read an answer.
	 * @param bytes its body
	 * @param cuts where the network cuts it, in order
	 * @return what was made of it
	 */
	public List<Object> read(byte[] bytes, int... cuts) {
		List<Object> values = new ArrayList<>();
		read(this.head, bytes, values::add, cuts);
		return values;
	}

	/**
	 * Read an answer.
	 * @param head its head
	 * @param bytes its body
	 * @param out takes what is made of it
	 * @param cuts where the network cuts it, in order
	 */
	public void read(WireHead head, byte[] bytes, Consumer<Object> out, int... cuts) {
		read(this.reader.apply(head), bytes, out, cuts);
	}

	private static <T> void read(BodyReader<T> reader, byte[] bytes, Consumer<Object> out, int... cuts) {
		int from = 0;
		for (int i = 0; i <= cuts.length && !reader.isDone(); i++) {
			int to = (i < cuts.length) ? cuts[i] : bytes.length;
			reader.read(BUFFERS.wrap(Arrays.copyOfRange(bytes, from, to)), out::accept);
			from = to;
		}
		reader.end(out::accept);
	}

}
