package dev.litellm.dialect.cohere;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

import dev.litellm.chat.ToolCall;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.Events;
import dev.litellm.json.Documents;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.SharedTexts;
import dev.litellm.json.Tokens;

/**
 * Reader of the events of a stream, which holds what the last one tells: most of them are
 * a word within three objects, so that no tree is made for it. Not thread-safe.
 */
final class EventReader {

	private static final Set<String> WRAPPERS = Set.of("delta", "message", "content");

	private static final ToolCall NO_CALL = new ToolCall(null, null, null, null, null, Map.of());

	private final Documents<EventReader> documents = new Documents<>(this::read);

	private final SharedTexts texts = new SharedTexts();

	private String type = "";

	private @Nullable String text;

	private @Nullable String thinking;

	private ToolCall call = NO_CALL;

	private @Nullable Usage usage;

	private Map<String, @Nullable Object> logprobs = Map.of();

	/** What else it tells; most events tell nothing else. */
	private Map<String, @Nullable Object> others = Map.of();

	/**
	 * Read an event.
	 * @param bytes an array that holds its data
	 * @param offset where the data begins
	 * @param length how long it is
	 * @throws dev.litellm.error.FailureException if it is not a JSON object
	 */
	void read(byte[] bytes, int offset, int length) {
		this.type = "";
		this.text = null;
		this.thinking = null;
		this.call = NO_CALL;
		this.usage = null;
		this.logprobs = Map.of();
		this.others = Map.of();
		try {
			this.documents.read(bytes, offset, length);
		}
		catch (JacksonException ex) {
			throw Events.invalid(bytes, offset, length).asException();
		}
	}

	private EventReader read(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			throw new StreamReadException(parser, "Not an object");
		}
		readMembers(parser, 0);
		return this;
	}

	private void readMembers(JsonParser parser, int depth) {
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken token = parser.nextToken();
			if (token == JsonToken.START_OBJECT && depth < WRAPPERS.size() && WRAPPERS.contains(name)) {
				readMembers(parser, depth + 1);
			}
			else if (token == JsonToken.VALUE_STRING && depth == 0 && name.equals("type")) {
				this.type = this.texts.read(parser);
			}
			else if (token == JsonToken.VALUE_STRING && name.equals("text")) {
				this.text = this.texts.read(parser);
			}
			else if (token == JsonToken.VALUE_STRING && name.equals("thinking")) {
				this.thinking = this.texts.read(parser);
			}
			else if (!token.isScalarValue() || !(name.equals("index") || name.equals("type"))) {
				readOther(parser, name);
			}
		}
	}

	private void readOther(JsonParser parser, String name) {
		switch (name) {
			case "tool_calls" -> readCall(parser);
			case "usage" -> this.usage = UsageReader.read(parser);
			case "logprobs" -> this.logprobs = Logprobs.read(parser);
			default -> {
				this.others = this.others.isEmpty() ? new Members() : this.others;
				this.others.put(name, Json.read(parser));
			}
		}
	}

	/** One call, though it may stand in a list. */
	private void readCall(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_ARRAY) {
			this.call = MessageReader.readCall(parser);
			return;
		}
		Tokens.items(parser, (item) -> {
			ToolCall told = MessageReader.readCall(item);
			this.call = (this.call == NO_CALL) ? told : this.call;
		});
	}

	String type() {
		return this.type;
	}

	@Nullable String text() {
		return this.text;
	}

	@Nullable String thinking() {
		return this.thinking;
	}

	ToolCall call() {
		return this.call;
	}

	@Nullable Usage usage() {
		return this.usage;
	}

	Map<String, @Nullable Object> logprobs() {
		return this.logprobs;
	}

	/**
	 * Return what else the event tells.
	 * @param name a member of the event, of its delta or of the message within
	 * @return the value, or null
	 */
	@Nullable Object get(String name) {
		return this.others.get(name);
	}

}
