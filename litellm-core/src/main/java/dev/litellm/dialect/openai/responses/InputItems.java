package dev.litellm.dialect.openai.responses;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.JoinedText;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.json.Json;
import dev.litellm.json.Values;

/**
 * A conversation as input items; system messages before it are instructions.
 */
final class InputItems implements Json.Writable {

	/** Where a message keeps the items that chat completions have no room for. */
	static final String OUTPUT = "openai_output";

	private final List<Message> messages;

	/** How many messages are instructions. */
	private final int leading;

	/** The calls of tools that take any text. */
	private Set<String> custom = Set.of();

	/**
	 * Take a conversation.
	 * @param target whom it goes to; gets the notes
	 * @param messages the conversation
	 * @param instructed whether there are instructions already
	 * @throws dev.litellm.error.FailureException if a part of it is not supported
	 */
	InputItems(Target target, List<Message> messages, boolean instructed) {
		this.messages = messages;
		this.leading = instructed ? 0 : leading(messages);
		messages.forEach((message) -> InputParts.check(message, target));
	}

	/**
	 * Return how many messages are instructions to those that follow.
	 * @param messages the conversation
	 * @return the number of system messages of text that it begins with, or 0 where
	 * nothing follows them
	 */
	static int leading(List<Message> messages) {
		int count = 0;
		while (count < messages.size() && isInstruction(messages.get(count))) {
			count++;
		}
		return (count < messages.size()) ? count : 0;
	}

	private static boolean isInstruction(Message message) {
		return message.role().equals("system") && isText(message);
	}

	private static boolean isText(Message message) {
		for (ContentPart part : message.parts()) {
			if (!(part instanceof ContentPart.Text)) {
				return false;
			}
		}
		return true;
	}

	@Nullable String instructions() {
		JoinedText text = new JoinedText();
		for (int i = 0; i < this.leading; i++) {
			text.add((i > 0) ? "\n\n" : "");
			text.add(this.messages.get(i).text());
		}
		return (this.leading == 0) ? null : text.toString();
	}

	@Override
	public void writeTo(JsonGenerator generator) {
		generator.writeStartArray();
		for (int i = this.leading; i < this.messages.size(); i++) {
			Message message = this.messages.get(i);
			switch (message.role()) {
				case "assistant" -> writeAnswer(generator, message);
				case "tool", "function" -> writeResult(generator, message);
				default -> writeMessage(generator, message.role(), message, "input_text");
			}
		}
		generator.writeEndArray();
	}

	private static void writeMessage(JsonGenerator generator, String role, Message message, String textType) {
		generator.writeStartObject();
		generator.writeStringProperty("type", "message");
		generator.writeStringProperty("role", role);
		generator.writeName("content");
		InputParts.write(generator, message, textType);
		generator.writeEndObject();
	}

	private void writeAnswer(JsonGenerator generator, Message message) {
		List<?> own = Values.items(Values.fields(message.extra().get("provider_specific_fields")).get(OUTPUT));
		Set<String> written = own.isEmpty() ? Set.of() : new HashSet<>();
		for (Object item : own) {
			writeOwn(generator, Values.fields(item), written);
		}
		boolean refused = message.extra().get("refusal") instanceof String;
		if (own.isEmpty() && (!message.text().isEmpty() || !message.parts().isEmpty() || refused)) {
			writeMessage(generator, "assistant", message, "output_text");
		}
		for (ToolCall call : message.toolCalls()) {
			if (!written.contains(String.valueOf(call.id()))) {
				writeCall(generator, call);
			}
		}
	}

	/**
	 * An item of an answer goes back without the id under which nothing is stored, but
	 * for those that have no meaning without it.
	 */
	private void writeOwn(JsonGenerator generator, Map<?, ?> item, Set<String> written) {
		String type = Values.text(item.get("type"), "");
		boolean plain = type.equals("message") || type.endsWith("_call") && item.get("call_id") != null;
		if (item.get("call_id") instanceof String id && plain) {
			written.add(id);
			if (type.startsWith("custom")) {
				addCustom(id);
			}
		}
		generator.writeStartObject();
		item.forEach((name, value) -> {
			if (!plain || !(name.equals("id") || name.equals("status"))) {
				Json.write(generator, String.valueOf(name), value);
			}
		});
		generator.writeEndObject();
	}

	private void addCustom(String id) {
		this.custom = this.custom.isEmpty() ? new HashSet<>() : this.custom;
		this.custom.add(id);
	}

	private void writeCall(JsonGenerator generator, ToolCall call) {
		Map<?, ?> custom = Values.fields(call.extra().get("custom"));
		generator.writeStartObject();
		generator.writeStringProperty("type", custom.isEmpty() ? "function_call" : "custom_tool_call");
		generator.writeStringProperty("call_id", (call.id() != null) ? call.id() : "");
		if (custom.isEmpty()) {
			generator.writeStringProperty("name", (call.name() != null) ? call.name() : "");
			generator.writeStringProperty("arguments", ToolCalls.text(call));
		}
		else {
			addCustom(String.valueOf(call.id()));
			generator.writeStringProperty("name", Values.text(custom.get("name"), ""));
			generator.writeStringProperty("input", Values.text(custom.get("input"), ""));
		}
		generator.writeEndObject();
	}

	private void writeResult(JsonGenerator generator, Message message) {
		String id = (message.toolCallId() != null) ? message.toolCallId()
				: (message.name() != null) ? message.name() : "";
		generator.writeStartObject();
		generator.writeStringProperty("type",
				this.custom.contains(id) ? "custom_tool_call_output" : "function_call_output");
		generator.writeStringProperty("call_id", id);
		generator.writeName("output");
		if (isText(message)) {
			generator.writeString(message.text());
		}
		else {
			InputParts.write(generator, message, "input_text");
		}
		generator.writeEndObject();
	}

}
