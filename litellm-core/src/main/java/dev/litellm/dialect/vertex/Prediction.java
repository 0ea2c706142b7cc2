package dev.litellm.dialect.vertex;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.openai.ChatEnvelope;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * A chat as an instance to predict, and the answer as the first of the predictions, or as
 * the one that stands in their place.
 */
final class Prediction implements ChatEnvelope {

	@Override
	public WireRequest put(ChatRequest asked, Map<String, @Nullable Object> body, Map<String, String> headers,
			Target target, boolean stream) {
		body.remove("model");
		body.remove("stream");
		body.put("@requestFormat", "chatCompletions");
		return ChatEnvelope.super.put(asked, Values.object("instances", List.of(body)), headers, target, stream);
	}

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
