package dev.litellm.dialect.oci;

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.Usage;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Tokens;

/**
 * Reader of the tokens of an answer.
 */
final class Usages {

	private Usages() {
	}

	static @Nullable Usage read(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			parser.skipChildren();
			return null;
		}
		long prompt = 0;
		long completion = 0;
		long total = 0;
		Map<String, @Nullable Object> promptDetails = Map.of();
		Map<String, @Nullable Object> completionDetails = Map.of();
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "promptTokens" -> prompt = Tokens.number(parser);
				case "completionTokens" -> completion = Tokens.number(parser);
				case "totalTokens" -> total = Tokens.number(parser);
				case "promptTokensDetails" -> promptDetails = details(parser);
				case "completionTokensDetails" -> completionDetails = details(parser);
				default -> parser.skipChildren();
			}
		}
		return new Usage(prompt, completion, (total > 0) ? total : prompt + completion, promptDetails,
				completionDetails, Map.of());
	}

	private static Map<String, @Nullable Object> details(JsonParser parser) {
		Members details = new Members();
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			if (parser.currentToken().isNumeric()) {
				details.add(name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT), Json.read(parser));
			}
			else {
				parser.skipChildren();
			}
		}
		return details;
	}

}
