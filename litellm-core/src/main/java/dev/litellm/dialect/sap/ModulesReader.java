package dev.litellm.dialect.sap;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

import dev.litellm.call.CallInfo;
import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.openai.ChatReader;
import dev.litellm.json.Members;
import dev.litellm.json.Json;
import dev.litellm.transport.WireReply;

/**
 * Reader of what the last module has left of an answer; what the others have made of it
 * on the way is not read.
 */
final class ModulesReader implements ChatReader {

	@Override
	public ChatResponse response(JsonParser parser, WireReply reply) {
		Members others = new Members();
		ChatResponse result = result(parser, others, ChatResponse::read);
		if (others.get("error") != null) {
			return new ChatResponse(null, 0, null, List.of(), null, null, null, others, CallInfo.empty());
		}
		if (result == null) {
			throw Failures.invalid(reply, "an answer of the orchestration service", "no final_result").asException();
		}
		return result;
	}

	@Override
	public @Nullable ChatChunk chunk(JsonParser parser, @Nullable ChatChunk before) {
		Members others = new Members();
		ChatChunk result = result(parser, others, (inner) -> ChatChunk.read(inner, before));
		boolean told = result != null && (!result.choices().isEmpty() || result.usage() != null);
		if (others.get("error") != null || (!told && others.get("message") != null)) {
			return new ChatChunk(null, 0, null, List.of(), null, others);
		}
		return told ? result : null;
	}

	private static <T> @Nullable T result(JsonParser parser, Members others, Function<JsonParser, T> read) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			throw new StreamReadException(parser, "Expected an object");
		}
		T result = null;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken token = parser.nextToken();
			switch (name) {
				case "request_id", "intermediate_results" -> parser.skipChildren();
				case "final_result" -> {
					if (token == JsonToken.START_OBJECT) {
						result = read.apply(parser);
					}
					else {
						parser.skipChildren();
					}
				}
				default -> others.put(name, Json.read(parser));
			}
		}
		return result;
	}

}
