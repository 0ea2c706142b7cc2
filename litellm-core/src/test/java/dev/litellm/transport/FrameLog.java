package dev.litellm.transport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

/**
 * Decoder that writes down what frames a body was cut into.
 */
final class FrameLog implements FrameDecoder<String> {

	private static final DataBufferFactory BUFFERS = new DefaultDataBufferFactory();

	private boolean done;

	@Override
	public void frame(@Nullable String event, byte[] bytes, int offset, int length, Consumer<String> out) {
		String data = new String(bytes, offset, length, StandardCharsets.UTF_8);
		this.done = data.equals("[DONE]");
		out.accept((event != null) ? event + "|" + data : data);
	}

	@Override
	public void failure(String type, byte[] bytes, int offset, int length, Consumer<String> out) {
		frame("failure " + type, bytes, offset, length, out);
	}

	@Override
	public void end(Consumer<String> out) {
		out.accept("end");
	}

	@Override
	public void whole(WireReply reply, Consumer<String> out) {
		out.accept("whole " + reply.text());
	}

	@Override
	public boolean isDone() {
		return this.done;
	}

	static List<String> frames(Framing framing, String body) {
		return frames(framing, 1 << 20, body.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Feed a body in pieces.
	 * @param framing how it is cut into frames
	 * @param limit the most bytes of a frame
	 * @param body the body
	 * @param cuts where the pieces end, in order
	 * @return the frames
	 */
	static List<String> frames(Framing framing, int limit, byte[] body, int... cuts) {
		List<String> frames = new ArrayList<>();
		BodyReader<String> reader = framing.reader(new FrameLog(), limit);
		int from = 0;
		for (int cut : cuts) {
			reader.read(BUFFERS.wrap(Arrays.copyOfRange(body, from, cut)), frames::add);
			from = cut;
		}
		reader.read(BUFFERS.wrap(Arrays.copyOfRange(body, from, body.length)), frames::add);
		reader.end(frames::add);
		return frames;
	}

}
