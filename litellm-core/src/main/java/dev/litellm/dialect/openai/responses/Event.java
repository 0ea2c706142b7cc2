package dev.litellm.dialect.openai.responses;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.SharedTexts;
import dev.litellm.json.Tokens;

/**
 * An event of a streamed response, as far as it matters. Not thread-safe.
 */
final class Event {

	String type = "";

	/** The text that it adds. */
	String delta = "";

	private @Nullable Object place;

	private @Nullable String itemId;

	/** What a call is given, where it is told at once. */
	@Nullable String given;

	@Nullable OutputItem item;

	@Nullable Response response;

	private @Nullable Members problem;

	/**
	 * Read an event.
	 * @param parser stands on the event's start, and after the call on its end
	 * @param texts holds its type and ids
	 */
	Event(JsonParser parser, SharedTexts texts) {
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "type" -> this.type = text(parser, texts, this.type);
				case "delta" -> this.delta = Tokens.text(parser, "");
				case "item_id" -> this.itemId = text(parser, texts, "");
				case "output_index" -> this.place = place(parser);
				case "arguments", "input" -> this.given = Tokens.text(parser);
				case "item" -> this.item = OutputItem.read(parser);
				case "response" -> this.response = Response.read(parser);
				case "error", "code", "message", "status" ->
					this.problem = ((this.problem != null) ? this.problem : new Members()).add(name, Json.read(parser));
				default -> parser.skipChildren();
			}
		}
	}

	private static String text(JsonParser parser, SharedTexts texts, String standard) {
		if (parser.currentToken() == JsonToken.VALUE_STRING) {
			return texts.read(parser);
		}
		parser.skipChildren();
		return standard;
	}

	private static @Nullable Object place(JsonParser parser) {
		boolean told = parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
		int place = (int) Tokens.number(parser);
		return told ? place : null;
	}

	/**
	 * Return which item the event is about.
	 * @return its place in the output, else its id
	 */
	Object place() {
		if (this.place != null) {
			return this.place;
		}
		String id = (this.itemId != null || this.item == null) ? this.itemId : this.item.id;
		return (id != null) ? id : "";
	}

	/**
	 * Return the error that the event tells.
	 * @return the error's object or text; empty members where it tells none
	 */
	Object error() {
		Object error = (this.response != null) ? this.response.error() : null;
		Map<String, @Nullable Object> told = (this.problem != null) ? this.problem : Map.of();
		return (error != null) ? error : (told.get("error") != null) ? told.get("error") : told;
	}

	boolean hasError() {
		return this.problem != null && this.problem.get("error") != null;
	}

}
