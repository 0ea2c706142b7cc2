package dev.litellm.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

import dev.litellm.json.Json;

/**
 * Reader of a {@code chat.completion.chunk} from tokens: the hot path of a stream.
 */
final class ChunkReader {

	private ChunkReader() {
	}

	static ChatChunk read(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			throw new StreamReadException(parser, "Expected an object");
		}
		String id = null;
		long created = 0;
		String model = null;
		List<ChunkChoice> choices = List.of();
		Usage usage = null;
		Map<String, @Nullable Object> extra = Map.of();
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken token = parser.nextToken();
			switch (name) {
				case "object" -> parser.skipChildren();
				case "id" -> id = Fields.textOrNull(parser);
				case "created" -> created = parser.getValueAsLong();
				case "model" -> model = parser.getValueAsString();
				case "choices" -> choices = choices(parser, token);
				case "usage" -> usage = UsageReader.read(parser);
				default -> {
					if (token != JsonToken.VALUE_NULL) {
						extra = Fields.add(extra, name, Json.read(parser));
					}
				}
			}
		}
		return new ChatChunk(id, created, model, choices, usage, extra);
	}

	private static List<ChunkChoice> choices(JsonParser parser, JsonToken token) {
		if (token != JsonToken.START_ARRAY || parser.nextToken() == JsonToken.END_ARRAY) {
			parser.skipChildren();
			return List.of();
		}
		ChunkChoice first = choice(parser);
		if (parser.nextToken() == JsonToken.END_ARRAY) {
			return List.of(first);
		}
		List<ChunkChoice> choices = new ArrayList<>();
		choices.add(first);
		do {
			choices.add(choice(parser));
		}
		while (parser.nextToken() != JsonToken.END_ARRAY);
		return List.copyOf(choices);
	}

	private static ChunkChoice choice(JsonParser parser) {
		int index = 0;
		Delta delta = Delta.empty();
		String reason = null;
		Map<String, @Nullable Object> extra = Map.of();
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken token = parser.nextToken();
			switch (name) {
				case "index" -> index = parser.getValueAsInt();
				case "delta" -> delta = MessageReader.delta(parser);
				case "message" -> parser.skipChildren();
				case "finish_reason" -> reason = parser.getValueAsString();
				default -> {
					if (token != JsonToken.VALUE_NULL) {
						extra = Fields.add(extra, name, Json.read(parser));
					}
				}
			}
		}
		return new ChunkChoice(index, delta, FinishReason.unify(reason), reason, extra);
	}

}
