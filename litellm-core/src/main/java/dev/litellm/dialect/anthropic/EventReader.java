package dev.litellm.dialect.anthropic;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

import dev.litellm.dialect.ChunkWriter;
import dev.litellm.dialect.Events;
import dev.litellm.json.Documents;
import dev.litellm.json.Json;
import dev.litellm.json.SharedTexts;
import dev.litellm.json.Tokens;

/**
 * Reader of the events of a stream; tells what the last one held. Not thread-safe.
 */
final class EventReader {

	private final Documents<String> documents = new Documents<>(this::readEvent);

	private final SharedTexts texts = new SharedTexts();

	private final Usages usage = new Usages();

	private final ChunkWriter chunks;

	private String type = "";

	private int index;

	private @Nullable AnswerBlock block;

	private String piece = "";

	private String kind = "";

	private @Nullable Object citation;

	private @Nullable String sealed;

	private @Nullable String stopReason;

	/**
	 * Create a reader.
	 * @param chunks is told what the stream is about
	 */
	EventReader(ChunkWriter chunks) {
		this.chunks = chunks;
	}

	/**
	 * Read an event.
	 * @param name the event's name, or null
	 * @param bytes an array that holds its data
	 * @param offset where the data begins
	 * @param length how long it is
	 * @return its type
	 * @throws dev.litellm.error.FailureException if it is not a JSON object
	 */
	String read(@Nullable String name, byte[] bytes, int offset, int length) {
		this.type = (name != null) ? name : "";
		this.index = -1;
		this.block = null;
		this.piece = "";
		this.kind = "";
		this.citation = null;
		this.sealed = null;
		this.stopReason = null;
		try {
			return this.documents.read(bytes, offset, length);
		}
		catch (JacksonException ex) {
			throw Events.invalid(bytes, offset, length).asException();
		}
	}

	private String readEvent(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			throw new StreamReadException(parser, "Not an object");
		}
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "type" -> this.type = text(parser, this.type);
				case "index" -> this.index = index(parser);
				case "delta" -> readDelta(parser);
				case "content_block" -> this.block = AnswerBlock.read(parser);
				case "message" -> readMessage(parser);
				case "usage" -> this.usage.read(parser);
				default -> parser.skipChildren();
			}
		}
		return this.type;
	}

	private String text(JsonParser parser, String standard) {
		if (parser.currentToken() == JsonToken.VALUE_STRING) {
			return this.texts.read(parser);
		}
		parser.skipChildren();
		return standard;
	}

	private static int index(JsonParser parser) {
		if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getStringLength() < 9) {
			return parser.getIntValue();
		}
		parser.skipChildren();
		return -1;
	}

	private void readDelta(JsonParser parser) {
		String member = null;
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			if (name.equals("type")) {
				this.kind = text(parser, "");
				member = member(this.kind);
			}
			else if (name.equals("citation")) {
				this.citation = Json.read(parser);
			}
			else if (name.equals("encrypted_content")) {
				this.sealed = Tokens.text(parser);
			}
			else if (name.equals("stop_reason")) {
				this.stopReason = Tokens.text(parser);
			}
			else if (parser.currentToken() == JsonToken.VALUE_STRING && (member == null || name.equals(member))) {
				this.piece = parser.getString();
			}
			else {
				parser.skipChildren();
			}
		}
	}

	/** Where a piece stands. */
	private static @Nullable String member(String kind) {
		return switch (kind) {
			case "text_delta" -> "text";
			case "thinking_delta" -> "thinking";
			case "signature_delta" -> "signature";
			case "input_json_delta" -> "partial_json";
			case "compaction_delta" -> "content";
			default -> null;
		};
	}

	private void readMessage(JsonParser parser) {
		String id = null;
		String model = null;
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "id" -> id = Tokens.text(parser);
				case "model" -> model = Tokens.text(parser);
				case "usage" -> this.usage.read(parser);
				default -> parser.skipChildren();
			}
		}
		this.chunks.about(id, model);
	}

	int index() {
		return this.index;
	}

	/**
	 * Return the block that begins.
	 * @return the block, empty where none was told
	 */
	AnswerBlock block() {
		return Objects.requireNonNullElseGet(this.block, AnswerBlock::new);
	}

	/**
	 * Return of which kind a block's piece is.
	 * @return the type of the delta
	 */
	String kind() {
		return this.kind;
	}

	String piece() {
		return this.piece;
	}

	@Nullable Object citation() {
		return this.citation;
	}

	/**
	 * Return what goes back with a summary unread.
	 * @return the text, or null where none was told
	 */
	@Nullable String sealed() {
		return this.sealed;
	}

	@Nullable String stopReason() {
		return this.stopReason;
	}

	/**
	 * Return what all events have told of the tokens.
	 * @return the tokens so far
	 */
	Usages usage() {
		return this.usage;
	}

}
