package dev.litellm.dialect.oci;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.Unsupported;
import dev.litellm.json.Values;

/**
 * The messages of a request in the format {@code COHEREV2}.
 */
final class CohereV2Messages {

	private final Target target;

	CohereV2Messages(Target target) {
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
		Map<String, @Nullable Object> result = Values.object("role", switch (message.role()) {
			case "user" -> "USER";
			case "system" -> "SYSTEM";
			case "function" -> "TOOL";
			case "developer" -> "SYSTEM";
			default -> message.role().toUpperCase(Locale.ROOT);
		});
		result.put("content", content(message));
		if (!message.toolCalls().isEmpty()) {
			result.put("toolCalls", message.toolCalls().stream().map(CohereV2Messages::call).toList());
		}
		if (message.extra().get(AnswerReader.TOOL_PLAN) != null) {
			result.put("toolPlan", message.extra().get(AnswerReader.TOOL_PLAN));
		}
		if (message.toolCallId() != null) {
			result.put("toolCallId", message.toolCallId());
		}
		return result;
	}

	/** There is content in each message: a blank where nothing was said. */
	private List<Object> content(Message message) {
		List<Object> content = new ArrayList<>(1);
		if (message.content() != null && !message.content().isEmpty()) {
			content.add(part("TEXT", "text", message.content()));
		}
		for (ContentPart part : message.parts()) {
			if (part instanceof ContentPart.Text text) {
				content.add(part("TEXT", "text", text.text()));
			}
			else if (part instanceof ContentPart.Image image) {
				Map<String, @Nullable Object> url = Values.object("url", image.url());
				if (image.detail() != null) {
					url.put("detail", image.detail().toUpperCase(Locale.ROOT));
				}
				content.add(part("IMAGE_URL", "imageUrl", url));
			}
			else {
				Unsupported.part(part, this.target, "text and images");
			}
		}
		if (content.isEmpty()) {
			content.add(part("TEXT", "text", " "));
		}
		return content;
	}

	private static Map<String, @Nullable Object> part(String type, String name, Object value) {
		Map<String, @Nullable Object> part = Values.object("type", type);
		part.put(name, value);
		return part;
	}

	private static Map<String, @Nullable Object> call(ToolCall call) {
		Map<String, @Nullable Object> function = Values.object("name", call.name());
		function.put("arguments", (call.arguments() != null && !call.arguments().isBlank()) ? call.arguments() : "{}");
		Map<String, @Nullable Object> result = Values.object("id", call.id());
		result.put("type", "FUNCTION");
		result.put("function", function);
		return result;
	}

}
