package dev.litellm.dialect.ollama;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.dialect.DataUrl;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.Unsupported;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Members;

/**
 * Messages as Ollama takes them: text and pictures apart, arguments as objects.
 */
final class Messages {

	private final Target target;

	private final Map<String, String> names = new HashMap<>();

	Messages(Target target) {
		this.target = target;
	}

	List<Map<String, @Nullable Object>> of(List<Message> messages) {
		List<Map<String, @Nullable Object>> result = new ArrayList<>(messages.size());
		messages.forEach((message) -> result.add(of(message)));
		return result;
	}

	private Map<String, @Nullable Object> of(Message message) {
		Map<String, @Nullable Object> wire = new Members();
		wire.put("role", role(message.role()));
		if (message.reasoningContent() != null && !message.reasoningContent().isEmpty()) {
			wire.put("thinking", message.reasoningContent());
		}
		List<String> texts = new ArrayList<>();
		List<CharSequence> images = new ArrayList<>();
		for (ContentPart part : message.parts()) {
			if (part instanceof ContentPart.Text text) {
				texts.add(text.text());
			}
			else if (part instanceof ContentPart.Image image) {
				images.add(image(image.url()));
			}
			else {
				Unsupported.part(part, this.target, "text and images");
			}
		}
		wire.put("content", message.parts().isEmpty() ? message.text() : String.join("\n", texts));
		wire.put("images", images);
		if (!message.toolCalls().isEmpty()) {
			wire.put("tool_calls", message.toolCalls().stream().map(this::call).toList());
		}
		if (message.toolCallId() != null) {
			wire.put("tool_call_id", message.toolCallId());
			wire.put("tool_name", (message.name() != null) ? message.name() : this.names.get(message.toolCallId()));
		}
		return wire;
	}

	private static String role(String role) {
		return switch (role) {
			case "developer" -> "system";
			case "function" -> "tool";
			default -> role;
		};
	}

	private static CharSequence image(String url) {
		if (DataUrl.is(url)) {
			return DataUrl.parse(url, null).data();
		}
		if (url.indexOf(':') >= 0) {
			throw Failure.of(ErrorKind.BAD_REQUEST,
					"Ollama takes pictures within the request only, and the library fetches no addresses for a caller: give a data: URL in place of '"
							+ url.substring(0, Math.min(url.length(), 100)) + "'")
				.asException();
		}
		return url;
	}

	private Map<String, @Nullable Object> call(ToolCall call) {
		Map<String, @Nullable Object> function = new Members();
		function.put("name", (call.name() != null) ? call.name() : "");
		function.put("arguments", ToolCalls.arguments(call));
		Map<String, @Nullable Object> wire = new Members();
		if (call.id() != null) {
			this.names.put(call.id(), (call.name() != null) ? call.name() : "");
			wire.put("id", call.id());
		}
		wire.put("function", function);
		return wire;
	}

}
