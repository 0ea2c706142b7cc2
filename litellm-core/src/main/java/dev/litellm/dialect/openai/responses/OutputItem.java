package dev.litellm.dialect.openai.responses;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.DataUrl;
import dev.litellm.json.Members;
import dev.litellm.json.Tokens;

/**
 * An item of the output, as far as chats have room for it. Not thread-safe.
 */
final class OutputItem {

	private static final String CUSTOM = "custom_tool_call";

	String type = "";

	@Nullable String id;

	private @Nullable String callId;

	private String name = "";

	private String arguments = "";

	private String input = "";

	List<OutputPart> content = List.of();

	List<OutputPart> summary = List.of();

	private boolean encrypted;

	private @Nullable String picture;

	private String format = "png";

	private OutputItem() {
	}

	static OutputItem read(JsonParser parser) {
		OutputItem item = new OutputItem();
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "type" -> item.type = Tokens.text(parser, "");
				case "id" -> item.id = Tokens.text(parser);
				case "call_id" -> item.callId = Tokens.text(parser);
				case "name" -> item.name = Tokens.text(parser, "");
				case "arguments" -> item.arguments = Tokens.text(parser, "");
				case "input" -> item.input = Tokens.text(parser, "");
				case "content" -> item.content = parts(parser);
				case "summary" -> item.summary = parts(parser);
				case "encrypted_content" -> item.encrypted = isText(parser);
				case "result" -> item.picture = Tokens.text(parser);
				case "output_format" -> item.format = Tokens.text(parser, "png");
				default -> parser.skipChildren();
			}
		}
		return item;
	}

	private static List<OutputPart> parts(JsonParser parser) {
		List<OutputPart> parts = new ArrayList<>(1);
		Tokens.items(parser, (part) -> parts.add(OutputPart.read(part)));
		return parts;
	}

	private static boolean isText(JsonParser parser) {
		boolean text = parser.currentToken() == JsonToken.VALUE_STRING && parser.getStringLength() > 0;
		parser.skipChildren();
		return text;
	}

	/**
	 * Return whether the item is nothing to chats, and goes back with the next turn.
	 * @return false where it says all that it holds, or is not stored anywhere
	 */
	boolean isKept() {
		return switch (this.type) {
			case "message", "function_call", CUSTOM -> false;
			case "reasoning" -> this.encrypted;
			default -> true;
		};
	}

	boolean isCall() {
		return this.type.equals("function_call") || this.type.equals(CUSTOM);
	}

	/**
	 * Return the call of a tool, or the beginning of one.
	 * @return the call
	 */
	ToolCall call() {
		String id = (this.callId != null) ? this.callId : (this.id != null) ? this.id : "";
		return this.type.equals(CUSTOM)
				? new ToolCall(null, id, "custom", null, null,
						Map.of("custom", new Members(2).add("name", this.name).add("input", this.input)))
				: new ToolCall(null, id, "function", this.name, this.arguments, Map.of());
	}

	/**
	 * Return the arguments of a call, or the text that it gives.
	 * @return the text
	 */
	String given() {
		return this.arguments.isEmpty() ? this.input : this.arguments;
	}

	/**
	 * Return the picture that was made.
	 * @return its {@code data:} URL, or null where there is none
	 */
	@Nullable String picture() {
		return (this.picture != null && this.type.equals("image_generation_call"))
				? new DataUrl("image/" + this.format, this.picture).url() : null;
	}

}
