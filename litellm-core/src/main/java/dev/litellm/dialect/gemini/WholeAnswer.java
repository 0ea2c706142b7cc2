package dev.litellm.dialect.gemini;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Tokens;

/**
 * A whole answer, of which the contents of the candidates are read from tokens.
 *
 * @param told the answer's members, its candidates without their contents
 * @param contents what the candidates' contents come to, in their order
 */
record WholeAnswer(Map<String, @Nullable Object> told, List<Pieces> contents) {

	/** Members that tell anything, besides the candidates. */
	private static final Set<String> MEMBERS = Set.of("error", "modelVersion", "promptFeedback", "responseId",
			"usageMetadata");

	/**
	 * Read an answer.
	 * @param parser stands on its start, and after the call on its end
	 * @return the answer
	 */
	static WholeAnswer read(JsonParser parser) {
		WholeAnswer answer = new WholeAnswer(new Members(4), new ArrayList<>(1));
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			if (name.equals("candidates") && parser.currentToken() == JsonToken.START_ARRAY) {
				answer.told.put(name, answer.readCandidates(parser));
			}
			else if (MEMBERS.contains(name)) {
				answer.told.put(name, Json.read(parser));
			}
			else {
				parser.skipChildren();
			}
		}
		return answer;
	}

	private List<Map<String, @Nullable Object>> readCandidates(JsonParser parser) {
		List<Map<String, @Nullable Object>> candidates = new ArrayList<>(1);
		this.contents.clear();
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			Map<String, @Nullable Object> candidate = new Members();
			Pieces pieces = new Pieces(false, 0, 0);
			for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
				if (name.equals("content")) {
					readContent(parser, pieces);
				}
				else {
					candidate.put(name, Json.read(parser));
				}
			}
			candidates.add(candidate);
			this.contents.add(pieces);
		}
		return candidates;
	}

	private static void readContent(JsonParser parser, Pieces pieces) {
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			if (name.equals("parts") && parser.currentToken() == JsonToken.START_ARRAY) {
				while (parser.nextToken() != JsonToken.END_ARRAY) {
					readPart(parser, pieces);
				}
			}
			else {
				parser.skipChildren();
			}
		}
	}

	/** Most parts are a text and nothing else. */
	private static void readPart(JsonParser parser, Pieces pieces) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			parser.skipChildren();
			return;
		}
		String name = Tokens.first(parser);
		if (name == null) {
			return;
		}
		Object value = Json.read(parser);
		String next = Tokens.next(parser);
		if (next == null && name.equals("text") && value instanceof String text) {
			pieces.addText(text);
			return;
		}
		Map<String, @Nullable Object> part = new Members().add(name, value);
		for (; next != null; next = Tokens.next(parser)) {
			part.put(next, Json.read(parser));
		}
		pieces.add(part);
	}

}
