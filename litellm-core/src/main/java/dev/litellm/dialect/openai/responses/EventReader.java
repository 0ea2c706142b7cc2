package dev.litellm.dialect.openai.responses;

import java.util.Arrays;
import java.util.Set;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

import dev.litellm.json.Documents;
import dev.litellm.json.Json;
import dev.litellm.json.SharedTexts;
import dev.litellm.json.Values;

/**
 * Reader of the events of one streamed response; not thread-safe.
 */
final class EventReader {

	private final SharedTexts texts = new SharedTexts();

	private final Documents<Event> documents = new Documents<>(this::read);

	/**
	 * Read an event.
	 * @param bytes an array that holds its data
	 * @param offset where the data begins
	 * @param length how long it is
	 * @return the event
	 * @throws tools.jackson.core.JacksonException if it is not a JSON object
	 */
	Event read(byte[] bytes, int offset, int length) {
		Event event = this.documents.read(bytes, offset, length);
		Output output = (event.response() != null) ? event.response().output() : null;
		if (output != null && output.keeps()) {
			byte[] again = Arrays.copyOfRange(bytes, offset, offset + length);
			Object response = Values.fields(Json.read(again, Set.of("response"))).get("response");
			output.keep(Values.items(Values.fields(response).get("output")));
		}
		return event;
	}

	private Event read(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			throw new StreamReadException(parser, "Not an object");
		}
		return new Event(parser, this.texts);
	}

}
