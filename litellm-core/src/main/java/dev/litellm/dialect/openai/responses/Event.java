package dev.litellm.dialect.openai.responses;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * An event of a streamed response, as far as it matters.
 *
 * @param type its type
 * @param delta the text that it adds, or an empty one
 * @param place which item it is about: its place in the output, else its id
 * @param summary the place of its part in a summary
 * @param rest the other members that matter
 */
record Event(String type, String delta, String place, int summary, Map<String, @Nullable Object> rest) {

	private static final Set<String> REST = Set.of("item", "response", "error", "code", "message", "arguments", "input",
			"status");

	/**
	 * Read an event.
	 * @param parser stands on the document's first token
	 * @return the event
	 */
	static Event read(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			throw new StreamReadException(parser, "Not an object");
		}
		String type = "";
		String delta = "";
		String place = "";
		String id = "";
		int summary = 0;
		Members rest = new Members();
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken token = parser.nextToken();
			if (token == JsonToken.VALUE_STRING && name.equals("type")) {
				type = parser.getString();
			}
			else if (token == JsonToken.VALUE_STRING && name.equals("delta")) {
				delta = parser.getString();
			}
			else if (token == JsonToken.VALUE_NUMBER_INT && name.equals("output_index")) {
				place = parser.getString();
			}
			else if (token == JsonToken.VALUE_STRING && name.equals("item_id")) {
				id = parser.getString();
			}
			else if (token == JsonToken.VALUE_NUMBER_INT && name.equals("summary_index")) {
				summary = parser.getValueAsInt();
			}
			else if (REST.contains(name)) {
				rest.add(name, Json.read(parser));
			}
			else {
				parser.skipChildren();
			}
		}
		Map<String, @Nullable Object> members = rest.toMap();
		String told = !id.isEmpty() ? id : Values.text(Values.fields(members.get("item")).get("id"), "");
		return new Event(type, delta, !place.isEmpty() ? place : told, summary, members);
	}

}
