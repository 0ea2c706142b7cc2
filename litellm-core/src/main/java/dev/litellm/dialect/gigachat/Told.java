package dev.litellm.dialect.gigachat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.Usage;
import dev.litellm.json.Tokens;
import dev.litellm.json.Values;

/**
 * What an answer or an event tells. Not thread-safe.
 */
final class Told {

	@Nullable String id;

	@Nullable String model;

	long created;

	List<Said> choices = List.of();

	@Nullable Usage usage;

	/** The status of an error. */
	long status;

	private boolean failed;

	private boolean refused;

	private boolean explained;

	static Told read(JsonParser parser) {
		Told told = new Told();
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			told.take(name, parser);
		}
		return told;
	}

	private void take(String name, JsonParser parser) {
		switch (name) {
			case "id" -> this.id = Tokens.text(parser);
			case "model" -> this.model = Tokens.text(parser);
			case "created" -> this.created = Tokens.number(parser);
			case "choices" -> {
				List<Said> choices = new ArrayList<>(1);
				Tokens.items(parser, (choice) -> choices.add(Said.readChoice(choice)));
				this.choices = choices;
			}
			case "usage" -> this.usage = usage(parser);
			case "status" -> {
				this.refused = parser.currentToken() != JsonToken.VALUE_NULL;
				this.status = Tokens.number(parser);
			}
			case "message" -> {
				this.explained = parser.currentToken() == JsonToken.VALUE_STRING;
				parser.skipChildren();
			}
			case "error" -> {
				this.failed = parser.currentToken() != JsonToken.VALUE_NULL;
				parser.skipChildren();
			}
			default -> parser.skipChildren();
		}
	}

	private static @Nullable Usage usage(JsonParser parser) {
		boolean told = parser.currentToken() == JsonToken.START_OBJECT;
		long prompt = 0;
		long completion = 0;
		long cached = 0;
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "prompt_tokens" -> prompt = Tokens.number(parser);
				case "completion_tokens" -> completion = Tokens.number(parser);
				case "precached_prompt_tokens" -> cached = Tokens.number(parser);
				default -> parser.skipChildren();
			}
		}
		long all = prompt + cached;
		return told ? new Usage(all, completion, all + completion,
				(cached > 0) ? Values.object("cached_tokens", cached) : Map.of(), Map.of(), Map.of()) : null;
	}

	boolean isError() {
		return this.failed || (this.refused && this.explained);
	}

}
