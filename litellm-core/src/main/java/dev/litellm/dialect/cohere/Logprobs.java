package dev.litellm.dialect.cohere;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.json.Members;
import dev.litellm.json.Tokens;

/**
 * Reader of how likely the pieces of a text were.
 */
final class Logprobs {

	private Logprobs() {
	}

	/**
	 * Read Cohere's pieces, each of one or more tokens.
	 * @param parser stands on one piece or a list of them, and after the call on its end
	 * @return members of the choice; a piece of several tokens is as likely as all of
	 * them together
	 */
	static Map<String, @Nullable Object> read(JsonParser parser) {
		List<Object> content = new ArrayList<>(1);
		if (parser.currentToken() == JsonToken.START_OBJECT) {
			readPiece(parser, content);
		}
		else {
			Tokens.items(parser, (item) -> readPiece(item, content));
		}
		return content.isEmpty() ? Map.of() : Map.of("logprobs", Map.of("content", content));
	}

	private static void readPiece(JsonParser parser, List<Object> content) {
		String text = null;
		double sum = 0;
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "text" -> text = Tokens.text(parser);
				case "logprobs" -> sum = sum(parser);
				default -> parser.skipChildren();
			}
		}
		if (text != null && Double.isFinite(sum)) {
			content.add(new Members().add("token", text).add("logprob", sum).add("top_logprobs", List.of()));
		}
	}

	private static double sum(JsonParser parser) {
		double[] sum = new double[1];
		Tokens.items(parser, (item) -> {
			if (item.currentToken().isNumeric()) {
				sum[0] += item.getDoubleValue();
			}
			item.skipChildren();
		});
		return sum[0];
	}

}
