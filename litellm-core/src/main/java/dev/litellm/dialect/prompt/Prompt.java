package dev.litellm.dialect.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.dialect.Unsupported;
import dev.litellm.json.Json;
import dev.litellm.json.Members;

/**
 * A conversation as one prompt.
 */
final class Prompt {

	private Prompt() {
	}

	/**
	 * Write a conversation.
	 * @param messages the messages
	 * @param target whom it goes to
	 * @param template the name of the model's {@link Template}, or empty for the texts
	 * alone
	 * @return the prompt
	 */
	static String of(List<Message> messages, Target target, String template) {
		List<String> texts = new ArrayList<>();
		messages.forEach((message) -> texts.add(text(message, target)));
		return Template.write(template, messages, texts);
	}

	static String role(Message message) {
		return message.role().equals("developer") ? "system" : message.role();
	}

	/**
	 * Return the text of a message, with its calls of tools in JSON.
	 * @param message the message
	 * @param target whom it goes to
	 * @return the text
	 */
	static String text(Message message, Target target) {
		List<String> lines = new ArrayList<>();
		if (message.content() != null) {
			lines.add(message.content());
		}
		for (ContentPart part : message.parts()) {
			if (part instanceof ContentPart.Text text) {
				lines.add(text.text());
			}
			else {
				Unsupported.part(part, target, "text");
			}
		}
		for (ToolCall call : message.toolCalls()) {
			Map<String, @Nullable Object> told = new Members();
			told.put("name", call.name());
			told.put("arguments", ToolCalls.arguments(call));
			lines.add(Json.text(told));
		}
		return String.join("\n", lines);
	}

}
