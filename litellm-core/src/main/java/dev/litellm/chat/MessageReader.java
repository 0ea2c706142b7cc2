package dev.litellm.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.json.Json;
import dev.litellm.json.Members;

/**
 * Reader of messages, deltas and tool calls from tokens: it takes what is of the expected
 * type, and keeps the rest as it is.
 */
final class MessageReader {

	private @Nullable String role;

	private @Nullable String content;

	private List<ContentPart> parts = List.of();

	private @Nullable String reasoning;

	private List<ThinkingBlock> thinking = List.of();

	private List<ToolCall> toolCalls = List.of();

	private @Nullable String toolCallId;

	private @Nullable String name;

	private @Nullable Members extra;

	private MessageReader() {
	}

	static Message message(String json) {
		try (JsonParser parser = Json.parser(json)) {
			parser.nextToken();
			return message(parser);
		}
	}

	static Message message(JsonParser parser) {
		MessageReader reader = new MessageReader();
		reader.readAll(parser);
		return reader.message();
	}

	/**
	 * Read a model's answer, whose content is text even where it came in parts, and whose
	 * empty role is none.
	 * @param parser stands on the object's start
	 * @return the answer
	 */
	static Message answer(JsonParser parser) {
		MessageReader reader = new MessageReader();
		reader.readAnswer(parser);
		return reader.message();
	}

	private Message message() {
		return new Message((this.role != null) ? this.role : "assistant", this.content, this.parts, this.reasoning,
				this.thinking, this.toolCalls, this.toolCallId, this.name, Fields.map(this.extra));
	}

	static Delta delta(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			parser.skipChildren();
			return Delta.empty();
		}
		MessageReader reader = new MessageReader();
		reader.readAnswer(parser);
		if (reader.name != null) {
			reader.extra = Fields.add(reader.extra, "name", reader.name);
		}
		return new Delta(reader.role, reader.content, reader.reasoning, reader.thinking, reader.toolCalls,
				Fields.map(reader.extra));
	}

	private void readAnswer(JsonParser parser) {
		readAll(parser);
		this.role = (this.role != null && this.role.isBlank()) ? null : this.role;
		flatten();
	}

	private void flatten() {
		if (!this.parts.isEmpty()) {
			AnswerParts answer = AnswerParts.of(this.parts);
			this.content = answer.text();
			this.reasoning = (this.reasoning != null) ? this.reasoning : answer.reasoning();
			this.thinking = this.thinking.isEmpty() ? answer.thinking() : this.thinking;
			if (!answer.others().isEmpty()) {
				this.extra = Fields.add(this.extra, "content_parts", answer.others());
			}
			this.parts = List.of();
		}
	}

	private void readAll(JsonParser parser) {
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String member = parser.currentName();
			JsonToken token = parser.nextToken();
			if (!readKnown(parser, member, token) && token != JsonToken.VALUE_NULL) {
				this.extra = Fields.add(this.extra, member, Json.read(parser));
			}
		}
	}

	private boolean readKnown(JsonParser parser, String member, JsonToken token) {
		if (token == JsonToken.VALUE_STRING) {
			return readText(parser, member);
		}
		if (token == JsonToken.START_ARRAY) {
			return readList(parser, member);
		}
		if (member.equals("content") && token != JsonToken.VALUE_NULL) {
			if (token == JsonToken.START_OBJECT) {
				this.parts = List.of(part(Json.readObject(parser)));
			}
			else {
				this.content = parser.getValueAsString();
			}
			return true;
		}
		return false;
	}

	private boolean readText(JsonParser parser, String member) {
		switch (member) {
			case "role" -> this.role = Fields.shared(parser, "assistant");
			case "content" -> this.content = parser.getString();
			case "reasoning_content" -> this.reasoning = parser.getString();
			case "reasoning" -> {
				if (this.reasoning == null) {
					this.reasoning = parser.getString();
				}
			}
			case "tool_call_id" -> this.toolCallId = parser.getString();
			case "name" -> this.name = parser.getString();
			default -> {
				return false;
			}
		}
		return true;
	}

	private boolean readList(JsonParser parser, String member) {
		switch (member) {
			case "content" -> this.parts = parts(parser);
			case "tool_calls" -> this.toolCalls = toolCalls(parser);
			case "thinking_blocks" -> this.thinking = thinkingBlocks(parser, "thinking");
			case "reasoning_content" -> readReasoning(parser);
			default -> {
				return false;
			}
		}
		return true;
	}

	static List<ToolCall> toolCalls(JsonParser parser) {
		List<ToolCall> calls = new ArrayList<>(2);
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			if (parser.currentToken() == JsonToken.START_OBJECT) {
				calls.add(toolCall(Json.readObject(parser)));
			}
			else {
				parser.skipChildren();
			}
		}
		return calls;
	}

	@SuppressWarnings("unchecked")
	private static ToolCall toolCall(Map<String, @Nullable Object> fields) {
		Integer index = (fields.remove("index") instanceof Number number) ? number.intValue() : null;
		String id = text(fields.remove("id"));
		String type = text(fields.remove("type"));
		String name = null;
		String arguments = null;
		if (fields.remove("function") instanceof Map<?, ?> function) {
			name = text(function.get("name"));
			Object given = function.get("arguments");
			arguments = (given == null || given instanceof String) ? (String) given : Json.text(given);
			Map<String, @Nullable Object> rest = new Members(function);
			rest.keySet().removeAll(List.of("name", "arguments"));
			if (!rest.isEmpty()) {
				fields.put("function", rest);
			}
		}
		return new ToolCall(index, id, type, name, arguments, fields);
	}

	/** SAP tells reasoning in signed blocks, under the name of the text. */
	private void readReasoning(JsonParser parser) {
		List<ThinkingBlock> blocks = thinkingBlocks(parser, "content");
		StringBuilder text = new StringBuilder();
		for (ThinkingBlock block : blocks) {
			text.append((block.thinking() != null) ? block.thinking() : "");
		}
		this.reasoning = text.isEmpty() ? null : text.toString();
		this.thinking = blocks;
	}

	private static List<ThinkingBlock> thinkingBlocks(JsonParser parser, String textMember) {
		List<ThinkingBlock> blocks = new ArrayList<>(2);
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			if (parser.currentToken() != JsonToken.START_OBJECT) {
				parser.skipChildren();
				continue;
			}
			Map<String, @Nullable Object> fields = Json.readObject(parser);
			String type = text(fields.remove("type"));
			blocks.add(new ThinkingBlock((type != null) ? type : "thinking", text(fields.remove(textMember)),
					text(fields.remove("signature")), fields));
		}
		return blocks;
	}

	private static List<ContentPart> parts(JsonParser parser) {
		List<ContentPart> parts = new ArrayList<>();
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			parts.add((parser.currentToken() == JsonToken.START_OBJECT) ? part(Json.readObject(parser))
					: ContentPart.text(String.valueOf(Json.read(parser))));
		}
		return parts;
	}

	@SuppressWarnings("unchecked")
	private static ContentPart part(Map<String, @Nullable Object> fields) {
		String type = text(fields.remove("type"));
		Object own = fields.get((type != null) ? type : "text");
		if ("text".equals(type) && own instanceof String text) {
			fields.remove("text");
			return new ContentPart.Text(text, fields);
		}
		if ("image_url".equals(type) && own != null) {
			Map<String, @Nullable Object> image = (own instanceof Map<?, ?> map) ? (Map<String, @Nullable Object>) map
					: Map.of("url", own);
			if (image.get("url") instanceof String url
					&& List.of("url", "detail", "format").containsAll(image.keySet())) {
				fields.remove("image_url");
				return new ContentPart.Image(url, text(image.get("detail")), text(image.get("format")), fields);
			}
		}
		if ("input_audio".equals(type) && own instanceof Map<?, ?> audio && audio.size() == 2
				&& audio.get("data") instanceof String data && audio.get("format") instanceof String format) {
			fields.remove("input_audio");
			return new ContentPart.Audio(data, format, fields);
		}
		if ("file".equals(type) && own instanceof Map<?, ?> file) {
			fields.remove("file");
			return new ContentPart.File((Map<String, @Nullable Object>) file, fields);
		}
		return new ContentPart.Other((type != null) ? type : "text", fields);
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value instanceof String text) ? text : null;
	}

}
