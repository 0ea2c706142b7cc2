package dev.litellm.dialect.openai.responses;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

import dev.litellm.json.Documents;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.SharedTexts;
import dev.litellm.json.Values;

/**
 * Reader of the events of one streamed response; not thread-safe.
 */
final class EventReader {

	private static final Set<String> REST = Set.of("item", "response", "error", "code", "message", "arguments", "input",
			"status");

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
		return this.documents.read(bytes, offset, length);
	}

	private Event read(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			throw new StreamReadException(parser, "Not an object");
		}
		String type = "";
		String delta = "";
		Object place = null;
		Object id = null;
		int summary = 0;
		Members rest = null;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken token = parser.nextToken();
			if (token == JsonToken.VALUE_STRING && name.equals("type")) {
				type = this.texts.read(parser);
			}
			else if (token == JsonToken.VALUE_STRING && name.equals("delta")) {
				delta = parser.getString();
			}
			else if (token == JsonToken.VALUE_STRING && name.equals("item_id")) {
				id = this.texts.read(parser);
			}
			else if (token == JsonToken.VALUE_NUMBER_INT && name.equals("output_index")) {
				place = parser.getValueAsInt();
			}
			else if (token == JsonToken.VALUE_NUMBER_INT && name.equals("summary_index")) {
				summary = parser.getValueAsInt();
			}
			else if (REST.contains(name)) {
				rest = ((rest != null) ? rest : new Members()).add(name, Json.read(parser));
			}
			else {
				parser.skipChildren();
			}
		}
		Map<String, @Nullable Object> members = (rest != null) ? rest.toMap() : Map.of();
		return new Event(type, delta, place(place, id, members), summary, members);
	}

	private static Object place(@Nullable Object place, @Nullable Object id, Map<String, @Nullable Object> members) {
		if (place != null) {
			return place;
		}
		return (id != null) ? id : Values.text(Values.fields(members.get("item")).get("id"), "");
	}

}
