package dev.litellm.dialect.openai.responses;

import java.util.List;

import tools.jackson.core.JsonParser;

import dev.litellm.json.Json;
import dev.litellm.json.Tokens;
import dev.litellm.json.Values;

/**
 * A part of what an item of the output says.
 *
 * @param type its type
 * @param text its text, or why the model refuses
 * @param annotations what it says about places of the text
 * @param logprobs the probabilities of the text's tokens
 */
record OutputPart(String type, String text, List<?> annotations, List<?> logprobs) {

	static OutputPart read(JsonParser parser) {
		String type = "";
		String text = "";
		String refusal = "";
		List<?> annotations = List.of();
		List<?> logprobs = List.of();
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "type" -> type = Tokens.text(parser, "");
				case "text" -> text = Tokens.text(parser, "");
				case "refusal" -> refusal = Tokens.text(parser, "");
				case "annotations" -> annotations = Values.items(Json.read(parser));
				case "logprobs" -> logprobs = Values.items(Json.read(parser));
				default -> parser.skipChildren();
			}
		}
		return new OutputPart(type, type.equals("refusal") ? refusal : text, annotations, logprobs);
	}

}
