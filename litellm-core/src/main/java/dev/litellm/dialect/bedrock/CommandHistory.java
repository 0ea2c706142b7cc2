package dev.litellm.dialect.bedrock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.dialect.Unsupported;
import dev.litellm.json.Json;
import dev.litellm.json.Tokens;

/**
 * A conversation in the format of Command R.
 *
 * @param message the user's last message
 * @param turns what was said before it; calls of tools and their results as text
 * @param results what the tools gave that were called for it
 */
record CommandHistory(String message, List<Turn> turns, List<Result> results) {

	static CommandHistory of(List<Message> messages, Target target) {
		int last = messages.size() - 1;
		while (last >= 0 && !messages.get(last).role().equals("user")) {
			last--;
		}
		if (last < 0) {
			throw Refusal.of("'messages' holds no message of the user, which this model needs: add at least one");
		}
		List<Turn> turns = new ArrayList<>();
		for (Message message : messages.subList(0, last)) {
			if (!isSystem(message)) {
				turns.add(turn(message, target));
			}
		}
		Map<String, Call> calls = new HashMap<>();
		List<Result> results = new ArrayList<>();
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
				message.toolCalls().forEach((call) -> calls.put(String.valueOf(call.id()), Call.of(call)));
			}
		}
		return new CommandHistory(text(messages.get(last), target), turns, results);
	}

	static boolean isSystem(Message message) {
		return message.role().equals("system") || message.role().equals("developer");
	}

	private static Turn turn(Message message, Target target) {
		String text = text(message, target);
		for (ToolCall call : message.toolCalls()) {
			text += "\n" + Json.text(Call.of(call));
		}
		return new Turn(message.role().equals("assistant") ? "CHATBOT" : "USER", text.strip());
	}

	private static Result result(Message message, Map<String, Call> calls, Target target) {
		Call call = calls.get(String.valueOf(message.toolCallId()));
		String name = (message.name() != null) ? message.name() : "";
		return new Result((call != null) ? call : new Call(name, ToolCalls.input(name, null)),
				output(text(message, target)));
	}

	/** Outputs are objects: what is none stands in one. */
	private static Json.Writable output(String text) {
		boolean object = text.stripLeading().startsWith("{") && Arguments.read(text).size() == 1;
		return object ? (generator) -> Tokens.write(generator, text) : Union.text(text);
	}

	private static String text(Message message, Target target) {
		for (ContentPart part : message.parts()) {
			if (!(part instanceof ContentPart.Text)) {
				Unsupported.part(part, target, "text");
			}
		}
		return message.text();
	}

	/**
	 * What was said by one side.
	 *
	 * @param role the side
	 * @param message what it said
	 */
	record Turn(String role, String message) implements Json.Writable {

		@Override
		public void writeTo(JsonGenerator generator) {
			generator.writeStartObject();
			generator.writeStringProperty("role", this.role);
			generator.writeStringProperty("message", this.message);
			generator.writeEndObject();
		}

	}

	/**
	 * A call of a tool.
	 *
	 * @param name the tool's name
	 * @param parameters what it was called with
	 */
	private record Call(@Nullable String name, Json.Writable parameters) implements Json.Writable {

		static Call of(ToolCall call) {
			return new Call(call.name(), ToolCalls.input(call));
		}

		@Override
		public void writeTo(JsonGenerator generator) {
			generator.writeStartObject();
			Json.write(generator, "name", this.name);
			Json.write(generator, "parameters", this.parameters);
			generator.writeEndObject();
		}

	}

	/**
	 * What a tool gave.
	 *
	 * @param call the call
	 * @param output an object
	 */
	record Result(Json.Writable call, Json.Writable output) implements Json.Writable {

		@Override
		public void writeTo(JsonGenerator generator) {
			generator.writeStartObject();
			Json.write(generator, "call", this.call);
			generator.writeArrayPropertyStart("outputs");
			this.output.writeTo(generator);
			generator.writeEndArray();
			generator.writeEndObject();
		}

	}

}
