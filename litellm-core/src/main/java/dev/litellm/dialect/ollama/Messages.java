package dev.litellm.dialect.ollama;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.DataUrl;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.dialect.Unsupported;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;

/**
 * Messages as Ollama takes them: text and pictures apart, arguments as objects.
 */
final class Messages {

	private final Target target;

	private final Map<String, String> names = new HashMap<>();

	Messages(Target target) {
		this.target = target;
	}

	List<Turn> of(List<Message> messages) {
		List<Turn> turns = new ArrayList<>(messages.size());
		for (Message message : messages) {
			List<Turn.Call> calls = message.toolCalls().isEmpty() ? List.of()
					: message.toolCalls().stream().map(this::call).toList();
			String tool = (message.name() != null) ? message.name() : this.names.get(message.toolCallId());
			turns.add(message.parts().isEmpty() ? new Turn(message, message.text(), List.of(), calls, tool)
					: turn(message, calls, tool));
		}
		return turns;
	}

	private Turn turn(Message message, List<Turn.Call> calls, @Nullable String tool) {
		StringJoiner text = new StringJoiner("\n");
		List<CharSequence> images = new ArrayList<>(1);
		for (ContentPart part : message.parts()) {
			if (part instanceof ContentPart.Text said) {
				text.add(said.text());
			}
			else if (part instanceof ContentPart.Image image) {
				images.add(image(image.url()));
			}
			else {
				Unsupported.part(part, this.target, "text and images");
			}
		}
		return new Turn(message, text.toString(), images, calls, tool);
	}

	private Turn.Call call(ToolCall call) {
		String name = (call.name() != null) ? call.name() : "";
		if (call.id() != null) {
			this.names.put(call.id(), name);
		}
		return new Turn.Call(call.id(), name, ToolCalls.input(call));
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

}
