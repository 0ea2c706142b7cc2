package dev.litellm.dialect.bedrock;

import java.util.Base64;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

import dev.litellm.chat.ChatChunk;
import dev.litellm.dialect.Events;
import dev.litellm.dialect.aws.AwsErrors;
import dev.litellm.dialect.aws.EventOpener;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Documents;
import dev.litellm.transport.FrameDecoder;

/**
 * Opener of InvokeModel's events, each of which holds an event of the model's own format.
 */
class ChunkOpener extends EventOpener {

	private final Documents<Integer> documents = new Documents<>(this::open);

	/** The event within, whose room serves the next one too. */
	private byte[] event = new byte[512];

	/**
	 * Create an opener.
	 * @param inner decodes the model's own events
	 * @param errors tells exceptions
	 */
	ChunkOpener(FrameDecoder<ChatChunk> inner, AwsErrors errors) {
		super(inner, errors);
	}

	@Override
	public final void frame(@Nullable String type, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		int opened;
		try {
			opened = this.documents.read(bytes, offset, length);
		}
		catch (JacksonException ex) {
			throw Events.invalid(bytes, offset, length).asException();
		}
		if (opened >= 0) {
			event(this.event, opened, out);
		}
	}

	/**
	 * Hand an event of the model's own format over.
	 * @param event an array that begins with the event
	 * @param length how long the event is
	 * @param out takes the chunks
	 */
	void event(byte[] event, int length, Consumer<ChatChunk> out) {
		inner().frame(null, event, 0, length, out);
	}

	/** Returns how long the event within is, or -1 where there is none. */
	private int open(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			throw new StreamReadException(parser, "Not an object");
		}
		int length = -1;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			boolean wanted = parser.currentName().equals("bytes");
			if (parser.nextToken() == JsonToken.VALUE_STRING && wanted) {
				length = decode(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
			}
			else {
				parser.skipChildren();
			}
		}
		return length;
	}

	private int decode(char[] characters, int offset, int length) {
		byte[] text = new byte[length];
		for (int i = 0; i < length; i++) {
			char character = characters[offset + i];
			text[i] = (character < 0x80) ? (byte) character : (byte) '?';
		}
		if (this.event.length < length) {
			this.event = new byte[length + length / 2];
		}
		try {
			return Base64.getDecoder().decode(text, this.event);
		}
		catch (IllegalArgumentException ex) {
			throw Failure.of(ErrorKind.INVALID_RESPONSE, "an event of the stream is not base64", ex).asException();
		}
	}

}
