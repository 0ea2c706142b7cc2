package dev.litellm.dialect.bedrock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.dialect.Unsupported;
import dev.litellm.json.Json;
import dev.litellm.json.Values;

/**
 * A conversation in the format of Command R.
 *
 * @param message the user's last message
 * @param turns what was said before it; calls of tools and their results as text
 * @param results what the tools gave that were called for it
 */
record CommandHistory(String message, List<Object> turns, List<Object> results) {

	static CommandHistory of(List<Message> messages, Target target) {
		int last = messages.size() - 1;
		while (last >= 0 && !messages.get(last).role().equals("user")) {
			last--;
		}
		if (last < 0) {
			throw Refusal.of("'messages' holds no message of the user, which this model needs: add at least one");
		}
		List<Object> turns = new ArrayList<>();
		for (Message message : messages.subList(0, last)) {
			if (!isSystem(message)) {
				turns.add(turn(message, target));
			}
		}
		Map<String, Object> calls = new HashMap<>();
		List<Object> results = new ArrayList<>();
		for (Message message : messages.subList(last + 1, messages.size())) {
			if (message.role().equals("tool") || message.role().equals("function")) {
				results.add(result(message, calls, target));
			}
			else if (!isSystem(message)) {
				if (!text(message, target).isBlank()) {
					target.note("what the model has said since the user's last message was left out: "
							+ target.provider().name() + " takes the results of tools alone for model "
							+ target.model());
				}
				message.toolCalls().forEach((call) -> calls.put(String.valueOf(call.id()), call(call)));
			}
		}
		return new CommandHistory(text(messages.get(last), target), turns, results);
	}

	static boolean isSystem(Message message) {
		return message.role().equals("system") || message.role().equals("developer");
	}

	private static Map<String, @Nullable Object> turn(Message message, Target target) {
		boolean said = message.role().equals("assistant");
		List<String> lines = new ArrayList<>();
		lines.add(text(message, target));
		message.toolCalls().forEach((call) -> lines.add(Json.text(call(call))));
		Map<String, @Nullable Object> turn = Values.object("role", said ? "CHATBOT" : "USER");
		turn.put("message", String.join("\n", lines).strip());
		return turn;
	}

	private static Map<String, @Nullable Object> call(ToolCall call) {
		Map<String, @Nullable Object> result = Values.object("name", call.name());
		result.put("parameters", ToolCalls.arguments(call));
		return result;
	}

	/** Outputs are objects: what is none stands in one. */
	private static Map<String, @Nullable Object> result(Message message, Map<String, Object> calls, Target target) {
		Object unknown = Map.of("name", Objects.requireNonNullElse(message.name(), ""), "parameters", Map.of());
		Map<String, @Nullable Object> result = Values.object("call",
				calls.getOrDefault(String.valueOf(message.toolCallId()), unknown));
		result.put("outputs", List.of(output(text(message, target))));
		return result;
	}

	private static Object output(String text) {
		try {
			if (!text.isBlank() && Json.read(text) instanceof Map<?, ?> fields) {
				return fields;
			}
		}
		catch (JacksonException ex) {
			// a text, then
		}
		return Map.of("text", text);
	}

	private static String text(Message message, Target target) {
		for (ContentPart part : message.parts()) {
			if (!(part instanceof ContentPart.Text)) {
				Unsupported.part(part, target, "text");
			}
		}
		return message.text();
	}

}
