package dev.litellm.transport;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Makes values of the frames of a streamed answer, one by one.
 *
 * @param <T> the values
 * @since 0.1.0
 */
public interface FrameDecoder<T> {

	/**
	 * Take the next frame.
	 * @param event the name that the frame gives itself, or null
	 * @param bytes an array that holds the frame's data, good only during this call
	 * @param offset where the data begins
	 * @param length how long it is
	 * @param out takes the values
	 */
	void frame(@Nullable String event, byte[] bytes, int offset, int length, Consumer<T> out);

	/**
	 * Take a frame that tells a failure by its kind; only AWS's event stream has such.
	 * @param type the type of the failure
	 * @param bytes an array that holds what is told, good only during this call
	 * @param offset where it begins
	 * @param length how long it is
	 * @param out takes the values that come before the failure
	 */
	default void failure(String type, byte[] bytes, int offset, int length, Consumer<T> out) {
		frame(type, bytes, offset, length, out);
	}

	/**
	 * Take the end of the stream.
	 * @param out takes the values that are still to come
	 */
	void end(Consumer<T> out);

	/**
	 * Take an answer that came whole though a stream was asked for.
	 * @param reply the answer
	 * @param out takes the values
	 */
	void whole(WireReply reply, Consumer<T> out);

	/**
	 * Return whether the stream has told its end.
	 * @return true after an end mark
	 */
	boolean isDone();

}
