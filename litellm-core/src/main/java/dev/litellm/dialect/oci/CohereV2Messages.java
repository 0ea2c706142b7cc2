package dev.litellm.dialect.oci;

import java.util.List;
import java.util.Locale;

import tools.jackson.core.JsonGenerator;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.json.Json;

/**
 * The messages of a request in the format {@code COHEREV2}.
 *
 * @param messages the messages
 */
record CohereV2Messages(List<Message> messages) implements Json.Writable {

	static final String SYSTEM = "SYSTEM";

	static CohereV2Messages of(List<Message> messages, Target target) {
		Parts.check(messages, CohereV2Messages::isTaken, "text and images", target);
		return new CohereV2Messages(messages);
	}

	private static boolean isTaken(ContentPart part) {
		return part instanceof ContentPart.Text || part instanceof ContentPart.Image;
	}

	@Override
	public void writeTo(JsonGenerator generator) {
		generator.writeStartArray();
		for (Message message : this.messages) {
			generator.writeStartObject();
			generator.writeStringProperty("role", role(message.role()));
			writeContent(generator, message);
			writeCalls(generator, message.toolCalls());
			Json.writeGiven(generator, "toolPlan", message.extra().get(Said.TOOL_PLAN));
			Json.writeGiven(generator, "toolCallId", message.toolCallId());
			generator.writeEndObject();
		}
		generator.writeEndArray();
	}

	private static String role(String role) {
		return switch (role) {
			case "user" -> "USER";
			case "system", "developer" -> SYSTEM;
			case "function" -> "TOOL";
			default -> role.toUpperCase(Locale.ROOT);
		};
	}

	/** There is content in each message: a blank where nothing was said. */
	private static void writeContent(JsonGenerator generator, Message message) {
		String text = message.content();
		boolean says = text != null && !text.isEmpty();
		generator.writeName("content");
		generator.writeStartArray();
		if (says && text != null) {
			Parts.writeText(generator, text);
		}
		for (ContentPart part : message.parts()) {
			if (part instanceof ContentPart.Text said) {
				Parts.writeText(generator, said.text());
			}
			else if (part instanceof ContentPart.Image image) {
				Parts.writeUrl(generator, "IMAGE_URL", "imageUrl", image.url(), image.detail());
			}
			says |= isTaken(part);
		}
		if (!says) {
			Parts.writeText(generator, " ");
		}
		generator.writeEndArray();
	}

	private static void writeCalls(JsonGenerator generator, List<ToolCall> calls) {
		if (calls.isEmpty()) {
			return;
		}
		generator.writeName("toolCalls");
		generator.writeStartArray();
		for (ToolCall call : calls) {
			generator.writeStartObject();
			Json.write(generator, "id", call.id());
			generator.writeStringProperty("type", "FUNCTION");
			generator.writeName("function");
			generator.writeStartObject();
			Json.write(generator, "name", call.name());
			Json.write(generator, "arguments", ToolCalls.text(call));
			generator.writeEndObject();
			generator.writeEndObject();
		}
		generator.writeEndArray();
	}

}
