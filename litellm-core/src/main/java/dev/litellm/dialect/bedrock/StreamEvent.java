package dev.litellm.dialect.bedrock;

import java.util.function.Function;

import tools.jackson.core.JsonParser;

import dev.litellm.dialect.Events;
import dev.litellm.json.Tokens;

/**
 * The event of a stream that was read last, and what was told by those before. Not
 * thread-safe.
 */
final class StreamEvent {

	private final Events events = new Events();

	private final Function<JsonParser, StreamEvent> reader = this::read;

	private final Piece piece = new Piece();

	private final Told told = new Told();

	private long index;

	/**
	 * Read an event.
	 * @param bytes an array that holds it
	 * @param offset where it begins
	 * @param length how long it is
	 */
	void read(byte[] bytes, int offset, int length) {
		this.events.read(this.reader, bytes, offset, length);
	}

	private StreamEvent read(JsonParser parser) {
		this.piece.clear();
		this.index = -1;
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "contentBlockIndex" -> this.index = Tokens.number(parser);
				case "start", "delta" -> this.piece.read(parser);
				default -> this.told.read(name, parser);
			}
		}
		return this;
	}

	/** What the event starts or adds. */
	Piece piece() {
		return this.piece;
	}

	/** The place of the block that it belongs to. */
	long index() {
		return this.index;
	}

	Told told() {
		return this.told;
	}

}
