package dev.litellm.dialect.anthropic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.ThinkingBlock;
import dev.litellm.dialect.JoinedText;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.SharedTexts;
import dev.litellm.json.Tokens;
import dev.litellm.json.Values;

/**
 * A content block of an answer, as far as it has come. Not thread-safe.
 */
final class AnswerBlock {

	private static final String TEXT = "text";

	/** Those that OpenAI's shape has room for. */
	private static final Set<String> PLAIN = Set.of("", TEXT, "thinking", "redacted_thinking", "tool_use");

	/** What calls begin with whose input is yet to come. */
	private static final Set<String> NO_INPUT = Set.of("{}", "null", "\"\"");

	private String type = "";

	private @Nullable String id;

	private String name = "";

	private final JoinedText text = new JoinedText();

	private @Nullable String signature;

	private List<Object> citations = List.of();

	private boolean hasInput;

	/** Further members; most blocks have none. */
	private @Nullable Members rest;

	/**
	 * Read a block, or the start of one.
	 * @param parser stands on it, and after the call on its end
	 * @return the block
	 */
	static AnswerBlock read(JsonParser parser) {
		AnswerBlock block = new AnswerBlock();
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			if (name.equals("input")) {
				block.readInput(Tokens.json(parser));
			}
			else if (parser.currentToken() == JsonToken.VALUE_STRING) {
				block.readText(name, isText(name, parser) ? TEXT : parser.getString());
			}
			else {
				block.readOther(name, Json.read(parser));
			}
		}
		return block;
	}

	/** Most blocks are of this type. */
	private static boolean isText(String member, JsonParser parser) {
		return member.equals("type") && SharedTexts.isRead(TEXT, parser);
	}

	private void readInput(String input) {
		this.hasInput = true;
		if (!NO_INPUT.contains(input)) {
			add(input);
		}
	}

	private void readText(String member, String value) {
		switch (member) {
			case "type" -> this.type = value;
			case "id" -> this.id = value;
			case "name" -> this.name = value;
			case TEXT, "thinking" -> add(value);
			case "signature" -> sign(value);
			default -> readOther(member, value);
		}
	}

	private void readOther(String member, @Nullable Object value) {
		if (member.equals("citations")) {
			Values.items(value).forEach(this::cite);
		}
		else {
			this.rest = ((this.rest != null) ? this.rest : new Members()).add(member, value);
		}
	}

	/**
	 * Add a piece.
	 * @param piece of a text, of a thought, or of a tool's input in JSON
	 */
	void add(String piece) {
		this.text.add(piece);
	}

	void sign(String piece) {
		this.signature = (this.signature != null) ? this.signature + piece : piece;
	}

	/**
	 * Add a piece of what an earlier conversation came to.
	 * @param piece of the summary, empty where none could be made
	 * @param sealed what goes back with it unread, or null
	 */
	void summarize(String piece, @Nullable String sealed) {
		Members members = (this.rest != null) ? this.rest : new Members();
		if (!piece.isEmpty()) {
			members.add("content", Values.text(members.get("content"), "") + piece);
		}
		if (sealed != null) {
			members.add("encrypted_content", sealed);
		}
		this.rest = members;
	}

	void cite(@Nullable Object citation) {
		if (citation != null) {
			this.citations = this.citations.isEmpty() ? new ArrayList<>() : this.citations;
			this.citations.add(citation);
		}
	}

	String type() {
		return this.type;
	}

	@Nullable String id() {
		return this.id;
	}

	String name() {
		return this.name;
	}

	boolean isEmpty() {
		return this.text.isEmpty();
	}

	/**
	 * Return what the pieces have come to.
	 * @return a text, a thought, or a tool's input, empty where there is none
	 */
	String text() {
		return this.text.toString();
	}

	/**
	 * Return the input of a tool.
	 * @return the input as JSON text
	 */
	String input() {
		return this.text.isEmpty() ? "{}" : text();
	}

	ThinkingBlock thought() {
		Object data = (this.rest != null) ? this.rest.get("data") : null;
		return new ThinkingBlock(this.type, this.type.equals("thinking") ? text() : this.text.orNull(), this.signature,
				(data != null) ? new Members().add("data", data) : Map.of());
	}

	/**
	 * Return whether OpenAI's shape has no room for the block.
	 */
	boolean isOwn() {
		return !PLAIN.contains(this.type) || !this.citations.isEmpty();
	}

	/**
	 * Return the block as JSON, to be sent back.
	 * @return its members
	 */
	Map<String, @Nullable Object> toMap() {
		Members block = new Members();
		put(block, "type", this.type);
		put(block, "id", this.id);
		put(block, "name", this.name);
		if (this.type.equals(TEXT) || this.type.equals("thinking")) {
			block.add(this.type, text());
		}
		else if (this.hasInput || !this.text.isEmpty()) {
			block.add("input", inputValue());
		}
		put(block, "signature", this.signature);
		if (!this.citations.isEmpty()) {
			block.add("citations", this.citations);
		}
		if (this.rest != null) {
			this.rest.forEach(block::putIfAbsent);
		}
		return block;
	}

	private static void put(Members block, String name, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			block.add(name, value);
		}
	}

	/**
	 * Return the input of a tool.
	 * @return its JSON value, or the text where it is not JSON
	 */
	@Nullable Object inputValue() {
		try {
			return Json.read(input());
		}
		catch (JacksonException ex) {
			return text();
		}
	}

}
