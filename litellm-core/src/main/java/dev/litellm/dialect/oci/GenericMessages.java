package dev.litellm.dialect.oci;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.DataUrl;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.Unsupported;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * The messages of a request in the format {@code GENERIC}.
 */
final class GenericMessages {

	private final Target target;

	GenericMessages(Target target) {
		this.target = target;
	}

	List<Map<String, @Nullable Object>> of(List<Message> messages) {
		List<Map<String, @Nullable Object>> all = new ArrayList<>(messages.size());
		for (Message message : messages) {
			all.add(of(message));
		}
		return all;
	}

	private Map<String, @Nullable Object> of(Message message) {
		Map<String, @Nullable Object> result = Values.object("role", role(message.role()));
		List<Object> content = content(message);
		if (!content.isEmpty()) {
			result.put("content", content);
		}
		if (!message.toolCalls().isEmpty()) {
			result.put("toolCalls", message.toolCalls().stream().map(GenericMessages::call).toList());
		}
		if (message.toolCallId() != null) {
			result.put("toolCallId", message.toolCallId());
		}
		else if (message.name() != null) {
			result.put("name", message.name());
		}
		return result;
	}

	private String role(String role) {
		return switch (role) {
			case "user" -> "USER";
			case "system" -> "SYSTEM";
			case "function" -> "TOOL";
			case "developer" -> this.target.quirks().messages().developerRole() ? "DEVELOPER" : "SYSTEM";
			default -> role.toUpperCase(Locale.ROOT);
		};
	}

	private List<Object> content(Message message) {
		List<Object> content = new ArrayList<>(1);
		String text = message.content();
		if (text != null && !(text.isEmpty() && !message.toolCalls().isEmpty())) {
			content.add(text(text));
		}
		for (ContentPart part : message.parts()) {
			Map<String, @Nullable Object> known = part(part);
			if (known != null) {
				content.add(known);
			}
			else {
				Unsupported.part(part, this.target, "text, images, audio and video");
			}
		}
		return content;
	}

	private static @Nullable Map<String, @Nullable Object> part(ContentPart part) {
		if (part instanceof ContentPart.Text text) {
			return text(text.text());
		}
		if (part instanceof ContentPart.Image image) {
			Map<String, @Nullable Object> url = Values.object("url", image.url());
			if (image.detail() != null) {
				url.put("detail", image.detail().toUpperCase(Locale.ROOT));
			}
			return content("IMAGE", "imageUrl", url);
		}
		if (part instanceof ContentPart.Audio audio) {
			return content("AUDIO", "audioUrl",
					Map.of("url", new DataUrl("audio/" + audio.format(), audio.data()).url()));
		}
		if (part instanceof ContentPart.Other other && other.extra().get("video_url") instanceof Map<?, ?> video) {
			return content("VIDEO", "videoUrl", video);
		}
		return null;
	}

	private static Map<String, @Nullable Object> text(String text) {
		return content("TEXT", "text", text);
	}

	private static Map<String, @Nullable Object> content(String type, String name, Object value) {
		Map<String, @Nullable Object> content = Values.object("type", type);
		content.put(name, value);
		return content;
	}

	private static Map<String, @Nullable Object> call(ToolCall call) {
		Map<String, @Nullable Object> result = new Members();
		result.put("id", call.id());
		result.put("type", "FUNCTION");
		result.put("name", call.name());
		result.put("arguments", (call.arguments() != null) ? call.arguments() : "{}");
		return result;
	}

}
