package dev.litellm.dialect.vertex;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.openai.ChatReader;
import dev.litellm.transport.WireReply;

/**
 * Reader of the first of an answer's predictions, or of the one that stands in their
 * place.
 */
final class PredictionReader implements ChatReader {

	@Override
	public ChatResponse response(JsonParser parser, WireReply reply) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			throw new StreamReadException(parser, "Expected an object");
		}
		ChatResponse prediction = null;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			boolean wanted = parser.currentName().equals("predictions");
			parser.nextToken();
			if (wanted) {
				prediction = first(parser);
			}
			else {
				parser.skipChildren();
			}
		}
		if (prediction == null) {
			throw Failures.invalid(reply, "a prediction", "no predictions").asException();
		}
		return prediction;
	}

	private static @Nullable ChatResponse first(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_ARRAY) {
			return one(parser);
		}
		if (parser.nextToken() == JsonToken.END_ARRAY) {
			return null;
		}
		ChatResponse first = one(parser);
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			parser.skipChildren();
		}
		return first;
	}

	private static @Nullable ChatResponse one(JsonParser parser) {
		if (parser.currentToken() == JsonToken.START_OBJECT) {
			return ChatResponse.read(parser);
		}
		parser.skipChildren();
		return null;
	}

}
