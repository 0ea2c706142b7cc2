package dev.litellm.dialect.oci;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.DataUrl;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.json.Json;

/**
 * The messages of a request in the format {@code GENERIC}.
 *
 * @param messages the messages
 * @param developer what developers' messages are
 */
record GenericMessages(List<Message> messages, String developer) implements Json.Writable {

	static GenericMessages of(List<Message> messages, Target target) {
		Parts.check(messages, GenericMessages::isTaken, "text, images, audio and video", target);
		return new GenericMessages(messages,
				target.quirks().messages().developerRole() ? "DEVELOPER" : CohereV2Messages.SYSTEM);
	}

	private static boolean isTaken(ContentPart part) {
		return part instanceof ContentPart.Text || part instanceof ContentPart.Image
				|| part instanceof ContentPart.Audio || video(part) != null;
	}

	private static @Nullable Object video(ContentPart part) {
		return (part.extra().get("video_url") instanceof Map<?, ?> video) ? video : null;
	}

	@Override
	public void writeTo(JsonGenerator generator) {
		generator.writeStartArray();
		for (Message message : this.messages) {
			generator.writeStartObject();
			generator.writeStringProperty("role", role(message.role()));
			writeContent(generator, message);
			writeCalls(generator, message.toolCalls());
			Json.writeGiven(generator, "toolCallId", message.toolCallId());
			Json.writeGiven(generator, "name", (message.toolCallId() == null) ? message.name() : null);
			generator.writeEndObject();
		}
		generator.writeEndArray();
	}

	private String role(String role) {
		return switch (role) {
			case "user" -> "USER";
			case "system" -> CohereV2Messages.SYSTEM;
			case "function" -> "TOOL";
			case "developer" -> this.developer;
			default -> role.toUpperCase(Locale.ROOT);
		};
	}

	/** There is none where nothing was said. */
	private static void writeContent(JsonGenerator generator, Message message) {
		String text = message.content();
		boolean says = text != null && !(text.isEmpty() && !message.toolCalls().isEmpty());
		if (!says && message.parts().stream().noneMatch(GenericMessages::isTaken)) {
			return;
		}
		generator.writeName("content");
		generator.writeStartArray();
		if (says && text != null) {
			Parts.writeText(generator, text);
		}
		message.parts().forEach((part) -> write(generator, part));
		generator.writeEndArray();
	}

	private static void write(JsonGenerator generator, ContentPart part) {
		if (part instanceof ContentPart.Text text) {
			Parts.writeText(generator, text.text());
		}
		else if (part instanceof ContentPart.Image image) {
			Parts.writeUrl(generator, "IMAGE", "imageUrl", image.url(), image.detail());
		}
		else if (part instanceof ContentPart.Audio audio) {
			Parts.writeUrl(generator, "AUDIO", "audioUrl", new DataUrl("audio/" + audio.format(), audio.data()).url(),
					null);
		}
		else if (video(part) != null) {
			generator.writeStartObject();
			generator.writeStringProperty("type", "VIDEO");
			Json.write(generator, "videoUrl", video(part));
			generator.writeEndObject();
		}
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
			Json.write(generator, "name", call.name());
			Json.write(generator, "arguments", ToolCalls.text(call));
			generator.writeEndObject();
		}
		generator.writeEndArray();
	}

}
