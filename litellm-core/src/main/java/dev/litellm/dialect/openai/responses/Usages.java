package dev.litellm.dialect.openai.responses;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.Usage;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Tokens;

/**
 * Reader of the tokens of a response.
 */
final class Usages {

	private Usages() {
	}

	static @Nullable Usage read(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			parser.skipChildren();
			return null;
		}
		long input = 0;
		long output = 0;
		long total = 0;
		Map<String, @Nullable Object> inputDetails = Map.of();
		Map<String, @Nullable Object> outputDetails = Map.of();
		Members extra = new Members();
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "input_tokens" -> input = Tokens.number(parser);
				case "output_tokens" -> output = Tokens.number(parser);
				case "total_tokens" -> total = Tokens.number(parser);
				case "input_tokens_details" -> inputDetails = details(parser);
				case "output_tokens_details" -> outputDetails = details(parser);
				default -> extra.add(name, Json.read(parser));
			}
		}
		return new Usage(input, output, (total > 0) ? total : input + output, inputDetails, outputDetails, extra);
	}

	private static Map<String, @Nullable Object> details(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			parser.skipChildren();
			return Map.of();
		}
		return Json.readMembers(parser);
	}

}
