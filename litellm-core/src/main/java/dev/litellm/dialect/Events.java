package dev.litellm.dialect;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Documents;
import dev.litellm.json.Json;

/**
 * Reader of the events of a stream, each a JSON object. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class Events {

	private static final byte[] DONE = { '[', 'D', 'O', 'N', 'E', ']' };

	private final Documents<@Nullable Object> documents = new Documents<>(this::value);

	/** Reads the event that is being read, where no tree is wanted. */
	private @Nullable Function<JsonParser, ?> reader;

	private @Nullable Object value(JsonParser parser) {
		return (this.reader != null) ? this.reader.apply(parser) : Json.read(parser);
	}

	/**
	 * Read an event as a piece of text, with the same parser, since to make one costs
	 * more than many events.
	 * @param pieces reads the text, and tells whether there is nothing else
	 * @param bytes an array that holds the event's data
	 * @param offset where the data begins
	 * @param length how long it is
	 * @return whether it is one
	 */
	boolean isPiece(Function<JsonParser, Boolean> pieces, byte[] bytes, int offset, int length) {
		this.reader = pieces;
		try {
			return this.documents.read(bytes, offset, length) == Boolean.TRUE;
		}
		catch (JacksonException ex) {
			// the reader of all other events tells what is wrong
			return false;
		}
		finally {
			this.reader = null;
		}
	}

	/**
	 * Read an event token by token.
	 * @param <T> what is made of it
	 * @param reader reads the object on whose start the parser stands, to its end
	 * @param bytes an array that holds its data
	 * @param offset where the data begins
	 * @param length how long it is
	 * @return what the reader makes of it
	 * @throws dev.litellm.error.FailureException if it is not a JSON object
	 */
	public <T> T read(Function<JsonParser, T> reader, byte[] bytes, int offset, int length) {
		T value = readValue(
				(parser) -> (parser.currentToken() == JsonToken.START_OBJECT) ? reader.apply(parser) : skip(parser),
				bytes, offset, length);
		if (value != null) {
			return value;
		}
		throw invalid(bytes, offset, length).asException();
	}

	/**
	 * Read an event that need not be an object, token by token.
	 * @param <T> what is made of it
	 * @param reader reads the value on whose first token the parser stands, to its end
	 * @param bytes an array that holds its data
	 * @param offset where the data begins
	 * @param length how long it is
	 * @return what the reader makes of it
	 * @throws dev.litellm.error.FailureException if it is not JSON
	 */
	@SuppressWarnings("unchecked")
	public <T> @Nullable T readValue(Function<JsonParser, @Nullable T> reader, byte[] bytes, int offset, int length) {
		this.reader = reader;
		try {
			return (T) readValue(bytes, offset, length);
		}
		finally {
			this.reader = null;
		}
	}

	private static <T> @Nullable T skip(JsonParser parser) {
		parser.skipChildren();
		return null;
	}

	/**
	 * Read an event as a tree, as those are that tell of an error.
	 * @param bytes an array that holds its data
	 * @param offset where the data begins
	 * @param length how long it is
	 * @return its members, immutable
	 * @throws dev.litellm.error.FailureException if it is not a JSON object
	 */
	@SuppressWarnings("unchecked")
	public Map<String, @Nullable Object> read(byte[] bytes, int offset, int length) {
		if (readValue(bytes, offset, length) instanceof Map<?, ?> event) {
			return (Map<String, @Nullable Object>) event;
		}
		throw invalid(bytes, offset, length).asException();
	}

	/**
	 * Read an event that need not be an object as a tree.
	 * @param bytes an array that holds its data
	 * @param offset where the data begins
	 * @param length how long it is
	 * @return its value, immutable
	 * @throws dev.litellm.error.FailureException if it is not JSON
	 */
	public @Nullable Object readValue(byte[] bytes, int offset, int length) {
		try {
			return this.documents.read(bytes, offset, length);
		}
		catch (JacksonException ex) {
			throw invalid(bytes, offset, length).asException();
		}
	}

	/**
	 * Return whether the data of an event only say that the stream is over, as OpenAI
	 * does; gateways say it in other formats too.
	 * @param bytes an array that holds the event's data
	 * @param offset where the data begins
	 * @param length how long it is
	 * @return true for {@code [DONE]}
	 */
	public static boolean isDone(byte[] bytes, int offset, int length) {
		return length == DONE.length && Arrays.equals(bytes, offset, offset + length, DONE, 0, DONE.length);
	}

	/**
	 * Return the failure of a stream with an event that cannot be read.
	 * @param bytes an array that holds the event's data
	 * @param offset where the data begins
	 * @param length how long it is
	 * @return the failure
	 */
	public static Failure invalid(byte[] bytes, int offset, int length) {
		return Failure.of(ErrorKind.INVALID_RESPONSE, "an event of the stream is not a JSON object: "
				+ Failures.excerpt(new String(bytes, offset, length, StandardCharsets.UTF_8)));
	}

}
