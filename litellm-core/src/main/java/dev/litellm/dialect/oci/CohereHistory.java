package dev.litellm.dialect.oci;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;

/**
 * A conversation in the format {@code COHERE}: the user's last message, and all others;
 * or results of tools, and what led to them.
 *
 * @param message the user's last message, empty where results are to be answered
 * @param turns what else was said, results of tools that stand together in one turn
 * @param results the results that the conversation ends with
 */
record CohereHistory(String message, List<Json.Writable> turns, List<Result> results) {

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
		Parts.check(messages, ContentPart.Text.class::isInstance, "text", target);
		Turns turns = new Turns();
		boolean ended = isResult(messages.get(messages.size() - 1));
		for (int i = 0; i < messages.size(); i++) {
			if ((ended || i != last) && !CohereRequest.isSystem(messages.get(i))) {
				turns.add(messages.get(i));
			}
		}
		return ended ? new CohereHistory("", turns.all.subList(0, turns.all.size() - 1), turns.results)
				: new CohereHistory(messages.get(last).text(), turns.all, List.of());
	}

	private static boolean isResult(Message message) {
		return message.role().equals("tool") || message.role().equals("function");
	}

	/**
	 * The turns as they are built, with the calls that results refer to.
	 */
	private static final class Turns {

		private final List<Json.Writable> all = new ArrayList<>();

		private final Map<String, Call> calls = new HashMap<>(4);

		/** The results of the last turn, if it is one of results. */
		private List<Result> results = List.of();

		void add(Message message) {
			if (isResult(message)) {
				add(new Result(this.calls.getOrDefault(String.valueOf(message.toolCallId()), Call.unknown(message)),
						message.text()));
				return;
			}
			boolean answer = message.role().equals("assistant");
			this.all.add(new Turn(answer ? "CHATBOT" : "USER", message.text(),
					answer ? message.toolCalls().stream().map(this::call).toList() : List.of()));
			this.results = List.of();
		}

		private Call call(ToolCall call) {
			Call result = new Call(call.name(), ToolCalls.input(call));
			this.calls.put(String.valueOf(call.id()), result);
			return result;
		}

		private void add(Result result) {
			if (this.results.isEmpty()) {
				this.results = new ArrayList<>(1);
				this.all.add(new Results(this.results));
			}
			this.results.add(result);
		}

	}

	private record Turn(String role, String message, List<Call> calls) implements Json.Writable {

		@Override
		public void writeTo(JsonGenerator generator) {
			generator.writeStartObject();
			generator.writeStringProperty("role", this.role);
			Json.write(generator, "message", this.message);
			if (!this.calls.isEmpty()) {
				Json.write(generator, "toolCalls", this.calls);
			}
			generator.writeEndObject();
		}

	}

	private record Call(@Nullable String name, Json.Writable parameters) implements Json.Writable {

		/** The call of a result that names none before it. */
		static Call unknown(Message result) {
			return new Call(Objects.requireNonNullElse(result.name(), ""), ToolCalls.input(null, null));
		}

		@Override
		public void writeTo(JsonGenerator generator) {
			generator.writeStartObject();
			Json.write(generator, "name", this.name);
			Json.write(generator, "parameters", this.parameters);
			generator.writeEndObject();
		}

	}

	private record Results(List<Result> all) implements Json.Writable {

		@Override
		public void writeTo(JsonGenerator generator) {
			generator.writeStartObject();
			generator.writeStringProperty("role", "TOOL");
			Json.write(generator, "toolResults", this.all);
			generator.writeEndObject();
		}

	}

	/**
	 * The result of a tool.
	 *
	 * @param call the call that it answers
	 * @param output the result
	 */
	record Result(Json.Writable call, String output) implements Json.Writable {

		@Override
		public void writeTo(JsonGenerator generator) {
			generator.writeStartObject();
			Json.write(generator, "call", this.call);
			generator.writeName("outputs");
			generator.writeStartArray();
			generator.writeStartObject();
			Json.write(generator, "output", this.output);
			generator.writeEndObject();
			generator.writeEndArray();
			generator.writeEndObject();
		}

	}

}
