package dev.litellm.dialect.gemini;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.json.Json;
import dev.litellm.json.Tokens;

/**
 * A call of a function, or a piece of one.
 *
 * @param id its id, or null
 * @param name the function's name, or null
 * @param arguments the arguments as JSON text
 * @param pieces pieces of the arguments, or null where they do not come in pieces
 * @param more whether more of the call follows
 * @param signature the signature of the thought that led to it, or null
 */
record FunctionCall(@Nullable String id, @Nullable String name, String arguments, @Nullable List<Piece> pieces,
		boolean more, @Nullable String signature) {

	/**
	 * Read a call.
	 * @param parser stands on its start, and after the call on its end
	 * @return the call
	 */
	static FunctionCall read(JsonParser parser) {
		String id = null;
		String name = null;
		String arguments = "{}";
		List<Piece> pieces = null;
		boolean more = false;
		for (String member = Tokens.first(parser); member != null; member = Tokens.next(parser)) {
			boolean given = parser.currentToken() != JsonToken.VALUE_NULL;
			switch (member) {
				case "id" -> id = Tokens.text(parser);
				case "name" -> name = Tokens.text(parser);
				case "args" -> arguments = given ? Tokens.json(parser) : "{}";
				case "partialArgs" -> pieces = given ? pieces(parser) : null;
				case "willContinue" -> more = Boolean.TRUE.equals(Json.read(parser));
				default -> parser.skipChildren();
			}
		}
		return new FunctionCall(id, name, arguments, pieces, more, null);
	}

	private static List<Piece> pieces(JsonParser parser) {
		List<Piece> pieces = new ArrayList<>(1);
		Tokens.items(parser, (item) -> {
			Piece piece = Piece.read(item);
			if (piece != null) {
				pieces.add(piece);
			}
		});
		return pieces;
	}

	FunctionCall signed(@Nullable String signature) {
		return (signature != null)
				? new FunctionCall(this.id, this.name, this.arguments, this.pieces, this.more, signature) : this;
	}

	/**
	 * Return the call in OpenAI's shape.
	 * @param index its place among the calls of a stream, or null outside one
	 * @return the call
	 */
	ToolCall toolCall(@Nullable Integer index) {
		return new ToolCall(index, (this.id != null && !this.id.isEmpty()) ? this.id : ToolCalls.newId(), "function",
				(this.name != null) ? this.name : "", this.arguments,
				(this.signature != null) ? Map.of(Calls.FIELDS, Map.of(Calls.SIGNATURE, this.signature)) : Map.of());
	}

	/**
	 * A piece of the arguments.
	 *
	 * @param path the path of the value that it belongs to
	 * @param value the value, a piece of a text, or null
	 */
	record Piece(String path, @Nullable Object value) {

		private static @Nullable Piece read(JsonParser parser) {
			String path = null;
			Object value = null;
			boolean none = false;
			for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
				switch (name) {
					case "jsonPath" -> path = Tokens.text(parser);
					case "stringValue", "numberValue", "boolValue" -> {
						Object given = parser.currentToken().isScalarValue() ? Json.read(parser) : null;
						value = (value != null) ? value : given;
					}
					case "nullValue" -> none = true;
					default -> {
					}
				}
				parser.skipChildren();
			}
			return (path != null) ? new Piece(path, (value != null || none) ? value : "") : null;
		}

	}

}
