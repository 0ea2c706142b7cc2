package dev.litellm.dialect.cohere;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.Usage;
import dev.litellm.json.Json;
import dev.litellm.json.Tokens;
import dev.litellm.json.Values;

/**
 * Reader of Cohere's tokens: what went through the model, and what is billed.
 */
final class UsageReader {

	private UsageReader() {
	}

	/**
	 * Read a {@code usage}.
	 * @param parser stands on it, and after the call on its end
	 * @return the tokens in OpenAI's shape, or null where there are none
	 */
	static @Nullable Usage read(JsonParser parser) {
		Map<?, ?> billed = Map.of();
		boolean counted = false;
		Object input = null;
		Object output = null;
		Map<String, @Nullable Object> prompt = Map.of();
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "billed_units" -> billed = Values.fields(Json.read(parser));
				case "tokens" -> {
					counted = parser.currentToken() == JsonToken.START_OBJECT;
					for (String kind = Tokens.first(parser); kind != null; kind = Tokens.next(parser)) {
						switch (kind) {
							case "input_tokens" -> input = Json.read(parser);
							case "output_tokens" -> output = Json.read(parser);
							default -> parser.skipChildren();
						}
					}
				}
				case "cached_tokens" ->
					prompt = parser.currentToken().isNumeric() ? Map.of(name, Tokens.number(parser)) : none(parser);
				default -> parser.skipChildren();
			}
		}
		if (!counted) {
			input = billed.get("input_tokens");
			output = billed.get("output_tokens");
		}
		if (input == null && output == null) {
			return null;
		}
		long prompted = Values.number(input);
		long answered = Values.number(output);
		return new Usage(prompted, answered, prompted + answered, prompt, Map.of(),
				billed.isEmpty() ? Map.of() : Map.of("billed_units", billed));
	}

	private static Map<String, @Nullable Object> none(JsonParser parser) {
		parser.skipChildren();
		return Map.of();
	}

}
