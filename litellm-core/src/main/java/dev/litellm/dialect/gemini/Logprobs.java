package dev.litellm.dialect.gemini;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Tokens;

/**
 * Reader of Gemini's log probabilities into OpenAI's shape.
 */
final class Logprobs {

	private Logprobs() {
	}

	/**
	 * Read a {@code logprobsResult}.
	 * @param parser stands on it, and after the call on its end
	 * @return the object, or null where no tokens are told
	 */
	static @Nullable Object read(JsonParser parser) {
		List<Members> chosen = null;
		List<List<Members>> tops = new ArrayList<>(0);
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "chosenCandidates" ->
					chosen = (parser.currentToken() == JsonToken.START_ARRAY) ? tokens(parser) : skip(parser);
				case "topCandidates" -> Tokens.items(parser, (item) -> tops.add(top(item)));
				default -> parser.skipChildren();
			}
		}
		if (chosen == null) {
			return null;
		}
		for (int i = 0; i < chosen.size(); i++) {
			chosen.get(i).put("top_logprobs", (i < tops.size()) ? tops.get(i) : List.of());
		}
		return Map.of("content", chosen);
	}

	private static @Nullable List<Members> skip(JsonParser parser) {
		parser.skipChildren();
		return null;
	}

	private static List<Members> top(JsonParser parser) {
		List<Members> tokens = List.of();
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			if (name.equals("candidates")) {
				tokens = tokens(parser);
			}
			else {
				parser.skipChildren();
			}
		}
		return tokens;
	}

	private static List<Members> tokens(JsonParser parser) {
		List<Members> tokens = new ArrayList<>();
		Tokens.items(parser, (item) -> tokens.add(token(item)));
		return tokens;
	}

	private static Members token(JsonParser parser) {
		Members token = new Members().add("token", null).add("logprob", null);
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "token" -> token.add(name, Json.read(parser));
				case "logProbability" -> token.add("logprob", Json.read(parser));
				default -> parser.skipChildren();
			}
		}
		return token;
	}

}
