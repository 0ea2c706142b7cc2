package dev.litellm.json;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.async.ByteArrayFeeder;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.util.JsonParserDelegate;

/**
 * Reader of many small documents one after the other, as a stream brings them: they share
 * one parser, since to make one costs more than to read a chunk. Not thread-safe.
 *
 * @param <T> what is made of a document
 * @since 0.1.0
 */
public final class Documents<T extends @Nullable Object> {

	private final Function<JsonParser, T> reader;

	private @Nullable Fed parser;

	/**
	 * Create a reader.
	 * @param reader makes a value of a document; the parser stands on its first token
	 */
	public Documents(Function<JsonParser, T> reader) {
		this.reader = reader;
	}

	/**
	 * Read a document.
	 * @param bytes holds the document in UTF-8, and may be changed afterwards
	 * @param offset where it begins
	 * @param length how long it is
	 * @return what the reader makes of it
	 * @throws tools.jackson.core.JacksonException if it is not one whole document
	 */
	public T read(byte[] bytes, int offset, int length) {
		Fed fed = this.parser;
		this.parser = null;
		if (fed == null) {
			fed = new Fed(Json.feedable());
		}
		fed.feed(bytes, offset, length);
		fed.nextToken();
		T value = this.reader.apply(fed);
		fed.end();
		this.parser = fed;
		return value;
	}

	/**
	 * Parser that is fed whole documents, so that one that wants more has a broken one.
	 */
	private static final class Fed extends JsonParserDelegate {

		Fed(JsonParser parser) {
			super(parser);
		}

		void feed(byte[] bytes, int offset, int length) {
			((ByteArrayFeeder) this.delegate.nonBlockingInputFeeder()).feedInput(bytes, offset, offset + length);
		}

		@Override
		public @Nullable JsonToken nextToken() {
			JsonToken token = this.delegate.nextToken();
			if (token == JsonToken.NOT_AVAILABLE) {
				throw new StreamReadException(this, "Unexpected end of the document");
			}
			return token;
		}

		@Override
		public JsonParser skipChildren() {
			int depth = 0;
			for (JsonToken token = currentToken(); token != null; token = nextToken()) {
				depth += token.isStructStart() ? 1 : (token.isStructEnd() && depth > 0) ? -1 : 0;
				if (depth == 0) {
					break;
				}
			}
			return this;
		}

		void end() {
			if (!this.delegate.streamReadContext().inRoot() || this.delegate.nextToken() != JsonToken.NOT_AVAILABLE) {
				throw new StreamReadException(this, "Unexpected text after the document");
			}
		}

	}

}
