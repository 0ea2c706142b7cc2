package dev.litellm.dialect.cohere;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.ThinkingBlock;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.Unsupported;
import dev.litellm.json.Values;

/**
 * A conversation as Cohere takes it, which is nearly OpenAI's.
 */
final class Turns {

	/** Members of answers and marks for others that Cohere does not take back. */
	private static final Set<String> NOT_TAKEN = Set.of("cache_control", "provider_specific_fields", "annotations",
			"refusal", "audio", "images", "function_call", "is_error");

	private final Target target;

	Turns(Target target) {
		this.target = target;
	}

	List<Object> of(List<Message> messages) {
		List<Object> turns = new ArrayList<>(messages.size());
		messages.forEach((message) -> turns.add(isPlain(message) ? message : turn(message)));
		return turns;
	}

	private static boolean isPlain(Message message) {
		return message.content() != null && message.parts().isEmpty() && message.reasoningContent() == null
				&& message.thinkingBlocks().isEmpty() && message.toolCalls().isEmpty() && message.extra().isEmpty()
				&& !message.role().equals("developer") && !message.role().equals("function");
	}

	private Map<String, @Nullable Object> turn(Message message) {
		Map<String, @Nullable Object> turn = Values.object("role", switch (message.role()) {
			case "developer" -> "system";
			case "function" -> "tool";
			default -> message.role();
		});
		List<Object> content = content(message);
		if (!content.isEmpty()) {
			turn.put("content", content);
		}
		else if (message.content() != null) {
			turn.put("content", message.content());
		}
		if (!message.toolCalls().isEmpty()) {
			turn.put("tool_calls", message.toolCalls().stream().map(Turns::call).toList());
		}
		if (message.toolCallId() != null) {
			turn.put("tool_call_id", message.toolCallId());
		}
		if (message.name() != null) {
			turn.put("name", message.name());
		}
		message.extra().forEach((name, value) -> {
			if (!NOT_TAKEN.contains(name)) {
				turn.put(name, value);
			}
		});
		return turn;
	}

	/** The content in parts, or nothing where it is plain text. */
	private List<Object> content(Message message) {
		List<Object> content = new ArrayList<>();
		for (ThinkingBlock block : message.thinkingBlocks()) {
			if (block.signature() == null && block.thinking() != null) {
				Map<String, @Nullable Object> thought = Values.object("type", "thinking");
				thought.put("thinking", block.thinking());
				content.add(thought);
			}
		}
		if (!content.isEmpty() && message.content() != null && !message.content().isEmpty()) {
			content.add(text(message.content()));
		}
		for (ContentPart part : message.parts()) {
			Object wire = part(part, message.role());
			if (wire != null) {
				content.add(wire);
			}
		}
		return content;
	}

	private static Map<String, @Nullable Object> text(String text) {
		Map<String, @Nullable Object> part = Values.object("type", "text");
		part.put("text", text);
		return part;
	}

	private @Nullable Object part(ContentPart part, String role) {
		if (part instanceof ContentPart.Text text) {
			return text(text.text());
		}
		if (part instanceof ContentPart.Image image && role.equals("user")) {
			Map<String, @Nullable Object> url = Values.object("url", image.url());
			if (image.detail() != null) {
				url.put("detail", image.detail());
			}
			Map<String, @Nullable Object> wire = Values.object("type", "image_url");
			wire.put("image_url", url);
			return wire;
		}
		if (part instanceof ContentPart.Other other && other.type().equals("document")) {
			return other;
		}
		Unsupported.part(part, this.target, "text, images of users and documents");
		return null;
	}

	private static Map<String, @Nullable Object> call(ToolCall call) {
		String arguments = call.arguments();
		Map<String, @Nullable Object> function = Values.object("name", call.name());
		function.put("arguments", (arguments == null || arguments.isBlank()) ? "{}" : arguments);
		Map<String, @Nullable Object> wire = Values.object("id", call.id());
		wire.put("type", "function");
		wire.put("function", function);
		return wire;
	}

}
