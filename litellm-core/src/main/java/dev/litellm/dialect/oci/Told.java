package dev.litellm.dialect.oci;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.Usage;
import dev.litellm.json.Json;
import dev.litellm.json.Tokens;

/**
 * What an answer, one of its choices or an event tells, in any format. Not thread-safe.
 */
final class Told {

	@Nullable String model;

	@Nullable String format;

	@Nullable String created;

	@Nullable String tier;

	@Nullable String reason;

	/** Why the generation failed. */
	@Nullable String problem;

	int index;

	/** The message, where it stands for itself. */
	@Nullable Said message;

	/** The message, where its members stand among the others, as in {@code COHERE}. */
	final Said inline = new Said();

	@Nullable Usage usage;

	@Nullable Object logprobs;

	/** What the answer is, within its envelope. */
	@Nullable Told chat;

	@Nullable List<Told> choices;

	/** The code of an error. */
	@Nullable Object code;

	private boolean failed;

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
			case "modelId" -> this.model = Tokens.text(parser);
			case "chatResponse" -> this.chat = isObject(parser) ? read(parser) : none(parser);
			case "choices" -> this.choices = choices(parser);
			case "apiFormat" -> this.format = Tokens.text(parser);
			case "timeCreated" -> this.created = Tokens.text(parser);
			case "serviceTier" -> this.tier = Tokens.text(parser);
			case "index" -> this.index = (int) Tokens.number(parser);
			case "message" -> {
				this.explained = parser.currentToken() == JsonToken.VALUE_STRING;
				this.message = isObject(parser) ? Said.read(parser) : none(parser);
			}
			case "finishReason" -> this.reason = Tokens.text(parser);
			case "errorMessage" -> this.problem = Tokens.text(parser);
			case "usage" -> this.usage = Usages.read(parser);
			case "logprobs" -> this.logprobs = Json.read(parser);
			case "code" -> this.code = Json.read(parser);
			case "error" -> {
				this.failed = parser.currentToken() != JsonToken.VALUE_NULL;
				parser.skipChildren();
			}
			case "text" -> this.inline.readText(parser);
			case "content" -> parser.skipChildren();
			default -> this.inline.take(name, parser);
		}
	}

	private static boolean isObject(JsonParser parser) {
		return parser.currentToken() == JsonToken.START_OBJECT;
	}

	private static <T> @Nullable T none(JsonParser parser) {
		parser.skipChildren();
		return null;
	}

	private static @Nullable List<Told> choices(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_ARRAY) {
			return none(parser);
		}
		List<Told> choices = new ArrayList<>(1);
		Tokens.items(parser, (choice) -> choices.add(read(choice)));
		return choices;
	}

	boolean isError() {
		return this.failed || (this.code != null && this.explained);
	}

}
