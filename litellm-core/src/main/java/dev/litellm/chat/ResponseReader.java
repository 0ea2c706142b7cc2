package dev.litellm.chat;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

import dev.litellm.call.CallInfo;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Tokens;

/**
 * Reader of a {@code chat.completion} from tokens.
 */
final class ResponseReader {

	private ResponseReader() {
	}

	static ChatResponse read(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			throw new StreamReadException(parser, "Expected an object");
		}
		String id = null;
		long created = 0;
		String model = null;
		List<Choice> choices = List.of();
		Usage usage = null;
		String fingerprint = null;
		String tier = null;
		Members extra = null;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken token = parser.nextToken();
			switch (name) {
				case "object" -> parser.skipChildren();
				case "id" -> id = Fields.textOrNull(Tokens.scalar(parser));
				case "created" -> created = UsageReader.count(parser, token);
				case "model" -> model = Tokens.scalar(parser);
				case "choices" -> choices = choices(parser, token);
				case "usage" -> usage = UsageReader.read(parser);
				case "system_fingerprint" -> fingerprint = Tokens.scalar(parser);
				case "service_tier" -> tier = Tokens.scalar(parser);
				default -> {
					if (token != JsonToken.VALUE_NULL) {
						extra = Fields.add(extra, name, Json.read(parser));
					}
				}
			}
		}
		return new ChatResponse(id, created, model, choices, usage, fingerprint, tier, Fields.map(extra),
				CallInfo.empty());
	}

	private static List<Choice> choices(JsonParser parser, JsonToken token) {
		if (token != JsonToken.START_ARRAY) {
			parser.skipChildren();
			return List.of();
		}
		List<Choice> choices = new ArrayList<>(1);
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			if (parser.currentToken() == JsonToken.START_OBJECT) {
				choices.add(choice(parser, choices.size()));
			}
			else {
				parser.skipChildren();
			}
		}
		return choices;
	}

	/** Of completions of one prompt the text stands in the choice itself. */
	private static Choice choice(JsonParser parser, int place) {
		int index = place;
		Message message = null;
		String text = null;
		String reason = null;
		Members extra = null;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken token = parser.nextToken();
			switch (name) {
				case "index" -> index = UsageReader.index(parser, token, place);
				case "finish_reason" -> reason = Tokens.scalar(parser);
				case "delta" -> parser.skipChildren();
				case "message" -> {
					if (token == JsonToken.START_OBJECT) {
						message = MessageReader.answer(parser);
					}
					else {
						parser.skipChildren();
					}
				}
				default -> {
					if (token == JsonToken.VALUE_STRING && name.equals("text")) {
						text = parser.getString();
					}
					else if (token != JsonToken.VALUE_NULL) {
						extra = Fields.add(extra, name, Json.read(parser));
					}
				}
			}
		}
		if (message == null) {
			message = Message.of("assistant", text);
		}
		else if (text != null) {
			extra = Fields.add(extra, "text", text);
		}
		return new Choice(index, message, FinishReason.unify(reason), reason, Fields.map(extra));
	}

}
