package dev.litellm.dialect.prompt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
	 * @param template {@code llama3} for that model's marks, or empty for the texts alone
	 * @return the prompt
	 */
	static String of(List<Message> messages, Target target, String template) {
		List<String> texts = new ArrayList<>();
		messages.forEach((message) -> texts.add(text(message, target)));
		if (!template.equals("llama3")) {
			return String.join(" ", texts);
		}
		StringBuilder prompt = new StringBuilder("<|begin_of_text|>");
		for (int i = 0; i < texts.size(); i++) {
			head(prompt, role(messages.get(i))).append(texts.get(i).strip()).append("<|eot_id|>");
		}
		return head(prompt, "assistant").toString();
	}

	static String role(Message message) {
		return message.role().equals("developer") ? "system" : message.role();
	}

	private static StringBuilder head(StringBuilder prompt, String role) {
		return prompt.append("<|start_header_id|>").append(role).append("<|end_header_id|>\n\n");
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
			Map<String, @Nullable Object> told = new LinkedHashMap<>();
			told.put("name", call.name());
			told.put("arguments", ToolCalls.arguments(call));
			lines.add(Json.text(told));
		}
		return String.join("\n", lines);
	}

}
