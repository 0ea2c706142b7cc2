package dev.litellm.chat;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.json.Json;
import dev.litellm.json.Members;

/**
 * Reader of a {@code usage} object from tokens.
 */
final class UsageReader {

	private UsageReader() {
	}

	static @Nullable Usage read(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			parser.skipChildren();
			return null;
		}
		long prompt = 0;
		long completion = 0;
		long total = -1;
		Map<String, @Nullable Object> promptDetails = Map.of();
		Map<String, @Nullable Object> completionDetails = Map.of();
		Members extra = null;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken token = parser.nextToken();
			switch (name) {
				case "prompt_tokens" -> prompt = count(parser, token);
				case "completion_tokens" -> completion = count(parser, token);
				case "total_tokens" -> total = count(parser, token);
				case "prompt_tokens_details" -> promptDetails = details(parser, token);
				case "completion_tokens_details" -> completionDetails = details(parser, token);
				default -> extra = Fields.add(extra, name, Json.read(parser));
			}
		}
		return new Usage(prompt, completion, (total >= 0) ? total : prompt + completion, promptDetails,
				completionDetails, Fields.map(extra));
	}

	/**
	 * Read a count, whatever a server makes of it.
	 * @param parser stands on the value
	 * @param token the value's token
	 * @return the count, zero or more
	 */
	static long count(JsonParser parser, JsonToken token) {
		if (!token.isNumeric()) {
			parser.skipChildren();
			return 0;
		}
		boolean small = token == JsonToken.VALUE_NUMBER_INT && parser.getStringLength() < 19;
		return Math.max(0, small ? parser.getLongValue() : (long) parser.getDoubleValue());
	}

	static int index(JsonParser parser, JsonToken token, int otherwise) {
		long index = count(parser, token);
		return (token.isNumeric() && index <= Integer.MAX_VALUE) ? (int) index : otherwise;
	}

	private static Map<String, @Nullable Object> details(JsonParser parser, JsonToken token) {
		if (token != JsonToken.START_OBJECT) {
			parser.skipChildren();
			return Map.of();
		}
		return Json.readMembers(parser);
	}

}
