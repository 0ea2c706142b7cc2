package dev.litellm.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Tokens;

/**
 * Reader of a {@code chat.completion.chunk} from tokens: the hot path of a stream.
 */
final class ChunkReader {

	private ChunkReader() {
	}

	/**
	 * Read a chunk.
	 * @param parser stands on the object's start
	 * @param before the chunk before it, whose equal texts are used again, or null
	 * @return the chunk
	 */
	static ChatChunk read(JsonParser parser, @Nullable ChatChunk before) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			throw new StreamReadException(parser, "Expected an object");
		}
		String id = null;
		long created = 0;
		String model = null;
		List<ChunkChoice> choices = List.of();
		Usage usage = null;
		Members extra = null;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken token = parser.nextToken();
			switch (name) {
				case "object" -> parser.skipChildren();
				case "id" -> id = Fields.textOrNull(Fields.shared(parser, (before != null) ? before.id() : null));
				case "created" -> created = UsageReader.count(parser, token);
				case "model" -> model = Fields.shared(parser, (before != null) ? before.model() : null);
				case "choices" -> choices = choices(parser, token);
				case "usage" -> usage = UsageReader.read(parser);
				default -> {
					if (token != JsonToken.VALUE_NULL) {
						extra = Fields.add(extra, name, extra(parser, token, name, before));
					}
				}
			}
		}
		return new ChatChunk(id, created, model, choices, usage, Fields.map(extra));
	}

	private static @Nullable Object extra(JsonParser parser, JsonToken token, String name, @Nullable ChatChunk before) {
		return (token == JsonToken.VALUE_STRING && before != null && before.extra().get(name) instanceof String text)
				? Fields.shared(parser, text) : Json.read(parser);
	}

	private static List<ChunkChoice> choices(JsonParser parser, JsonToken token) {
		if (token != JsonToken.START_ARRAY) {
			parser.skipChildren();
			return List.of();
		}
		List<ChunkChoice> several = List.of();
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			if (parser.currentToken() != JsonToken.START_OBJECT) {
				parser.skipChildren();
			}
			else if (several.isEmpty()) {
				several = List.of(choice(parser));
			}
			else {
				several = (several instanceof ArrayList) ? several : new ArrayList<>(several);
				several.add(choice(parser));
			}
		}
		return several;
	}

	/** Of completions of one prompt the text stands in the choice itself. */
	private static ChunkChoice choice(JsonParser parser) {
		int index = 0;
		Delta delta = null;
		String text = null;
		String reason = null;
		Members extra = null;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken token = parser.nextToken();
			switch (name) {
				case "index" -> index = UsageReader.index(parser, token, 0);
				case "delta" -> delta = MessageReader.delta(parser);
				case "message" -> parser.skipChildren();
				case "finish_reason" -> reason = Tokens.scalar(parser);
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
		if (delta == null) {
			delta = (text != null) ? new Delta("assistant", text, null, List.of(), List.of(), Map.of()) : Delta.empty();
		}
		else if (text != null) {
			extra = Fields.add(extra, "text", text);
		}
		return new ChunkChoice(index, delta, FinishReason.unify(reason), reason, Fields.map(extra));
	}

}
