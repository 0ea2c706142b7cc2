package dev.litellm.dialect.cohere;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.ThinkingBlock;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.Unsupported;
import dev.litellm.json.Json;

/**
 * A conversation as Cohere takes it, which is nearly OpenAI's.
 */
final class Turns {

	private final Target target;

	Turns(Target target) {
		this.target = target;
	}

	List<Json.Writable> of(List<Message> messages) {
		List<Json.Writable> turns = new ArrayList<>(messages.size());
		for (Message message : messages) {
			turns.add(isPlain(message) ? message : new Turn(message, content(message)));
		}
		return turns;
	}

	private static boolean isPlain(Message message) {
		return message.content() != null && message.parts().isEmpty() && message.reasoningContent() == null
				&& message.thinkingBlocks().isEmpty() && message.toolCalls().isEmpty() && message.extra().isEmpty()
				&& !message.role().equals("developer") && !message.role().equals("function");
	}

	/** The content in parts, or nothing where it is plain text. */
	private List<Json.Writable> content(Message message) {
		List<Json.Writable> content = new ArrayList<>(message.parts().size());
		for (ThinkingBlock block : message.thinkingBlocks()) {
			if (block.signature() == null && block.thinking() != null) {
				content.add(new ThinkingBlock("thinking", block.thinking(), null, Map.of()));
			}
		}
		if (!content.isEmpty() && message.content() != null && !message.content().isEmpty()) {
			content.add(ContentPart.text(message.content()));
		}
		for (ContentPart part : message.parts()) {
			ContentPart wire = part(part, message.role());
			if (wire != null) {
				content.add(wire);
			}
		}
		return content;
	}

	/** A part without what Cohere does not take, such as marks for others. */
	private @Nullable ContentPart part(ContentPart part, String role) {
		if (part instanceof ContentPart.Text text) {
			return text.extra().isEmpty() ? text : ContentPart.text(text.text());
		}
		if (part instanceof ContentPart.Image image && role.equals("user")) {
			return new ContentPart.Image(image.url(), image.detail(), null, Map.of());
		}
		if (part instanceof ContentPart.Other other && other.type().equals("document")) {
			return other;
		}
		Unsupported.part(part, this.target, "text, images of users and documents");
		return null;
	}

}
