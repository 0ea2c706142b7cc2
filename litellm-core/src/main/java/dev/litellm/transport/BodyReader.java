package dev.litellm.transport;

import java.util.Arrays;
import java.util.function.Consumer;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

/**
 * Makes values of the bytes of an answer's body, as they come; used by one thread at a
 * time.
 *
 * @param <T> the values
 * @since 0.1.0
 */
public interface BodyReader<T> {

	/**
	 * Take the next bytes.
	 * @param buffer the bytes; released by the caller
	 * @param out takes the values that they complete
	 */
	void read(DataBuffer buffer, Consumer<T> out);

	/**
	 * Take the next bytes.
	 * @param bytes an array that holds them, good only during this call
	 * @param offset where they begin
	 * @param length how many they are
	 * @param out takes the values that they complete
	 */
	default void read(byte[] bytes, int offset, int length, Consumer<T> out) {
		read(DefaultDataBufferFactory.sharedInstance.wrap(Arrays.copyOfRange(bytes, offset, offset + length)), out);
	}

	/**
	 * Take the end of the body.
	 * @param out takes the values that it completes
	 */
	void end(Consumer<T> out);

	/**
	 * Return whether all that matters has been read, so that the rest of the body need
	 * not be waited for.
	 * @return true after an end mark
	 */
	default boolean isDone() {
		return false;
	}

}
