package dev.litellm.dialect.oci;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.dialect.Unsupported;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * A conversation in the format {@code COHERE}: the user's last message, and all others;
 * or results of tools, and what led to them.
 *
 * @param message the user's last message, empty where results are to be answered
 * @param turns what else was said, results of tools that stand together in one turn
 * @param results the results that the conversation ends with
 */
record CohereHistory(String message, List<Map<String, @Nullable Object>> turns, List<?> results) {

	static CohereHistory of(List<Message> messages, Target target) {
		int last = messages.size() - 1;
		while (last >= 0 && !messages.get(last).role().equals("user")) {
			last--;
		}
		if (last < 0) {
			throw Failure
				.of(ErrorKind.BAD_REQUEST,
						"'messages' holds no message of the user, which this model needs: add at least one")
				.asException();
		}
		Turns turns = new Turns(target);
		if (isResult(messages.get(messages.size() - 1))) {
			messages.stream().filter((message) -> !CohereRequest.isSystem(message)).forEach(turns::add);
			List<?> results = Values.items(turns.all.remove(turns.all.size() - 1).get("toolResults"));
			return new CohereHistory("", turns.all, results);
		}
		for (int i = 0; i < messages.size(); i++) {
			if (i != last && !CohereRequest.isSystem(messages.get(i))) {
				turns.add(messages.get(i));
			}
		}
		return new CohereHistory(turns.text(messages.get(last)), turns.all, List.of());
	}

	private static boolean isResult(Message message) {
		return message.role().equals("tool") || message.role().equals("function");
	}

	/**
	 * The turns as they are built, with the calls that results refer to.
	 */
	private static final class Turns {

		private final Target target;

		private final List<Map<String, @Nullable Object>> all = new ArrayList<>();

		private final Map<String, Object> calls = new HashMap<>();

		private @Nullable List<Object> results;

		Turns(Target target) {
			this.target = target;
		}

		void add(Message message) {
			switch (message.role()) {
				case "tool", "function" -> result(message);
				case "assistant" -> {
					Map<String, @Nullable Object> turn = turn("CHATBOT", message);
					if (!message.toolCalls().isEmpty()) {
						turn.put("toolCalls", message.toolCalls().stream().map(this::call).toList());
					}
				}
				default -> turn("USER", message);
			}
		}

		private Map<String, @Nullable Object> turn(String role, Message message) {
			Map<String, @Nullable Object> turn = Values.object("role", role);
			turn.put("message", text(message));
			this.all.add(turn);
			this.results = null;
			return turn;
		}

		private Object call(ToolCall call) {
			Map<String, @Nullable Object> result = new Members();
			result.put("name", call.name());
			result.put("parameters", ToolCalls.arguments(call));
			this.calls.put(String.valueOf(call.id()), result);
			return result;
		}

		private void result(Message message) {
			if (this.results == null) {
				this.results = new ArrayList<>();
				Map<String, @Nullable Object> turn = Values.object("role", "TOOL");
				turn.put("toolResults", this.results);
				this.all.add(turn);
			}
			Object unknown = Map.of("name", Objects.requireNonNullElse(message.name(), ""), "parameters", Map.of());
			Map<String, @Nullable Object> result = Values.object("call",
					this.calls.getOrDefault(String.valueOf(message.toolCallId()), unknown));
			result.put("outputs", List.of(Map.of("output", text(message))));
			this.results.add(result);
		}

		String text(Message message) {
			for (ContentPart part : message.parts()) {
				if (!(part instanceof ContentPart.Text)) {
					Unsupported.part(part, this.target, "text");
				}
			}
			return message.text();
		}

	}

}
