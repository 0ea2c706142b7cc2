package dev.litellm.dialect.a2a;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.call.CallInfo;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.Message;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.JoinedText;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;

/**
 * What an agent has answered: a message, or a task as it stands.
 *
 * @param fields its members
 */
record Answer(Map<?, ?> fields) {

	private static final String EXPECTED = "a message or a task";

	/** Version 1.0 says before each state what it is a state of. */
	private static final String PREFIX = "task_state_";

	/** What is read of an answer; its history, for example, is not. */
	private static final Set<String> READ = Set.of("result", "kind", "task", "message", "statusUpdate",
			"artifactUpdate", "id", "messageId", "contextId", "status", "state", "artifacts", "parts", "text");

	private static final Set<String> READ_WHOLE = Set.of("error", "data");

	static Answer of(WireReply reply) {
		Map<?, ?> result = result(Failures.read(reply, EXPECTED, Answer::members));
		Answer answer = new Answer(unwrapped(result));
		if (answer.state().isEmpty() && !(answer.fields.get("parts") instanceof List<?>)) {
			throw Failures.invalid(reply, EXPECTED, "neither").asException();
		}
		return answer;
	}

	private static Map<String, @Nullable Object> members(JsonParser parser) {
		Members members = new Members(4);
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			parser.nextToken();
			if (READ.contains(name)) {
				members.add(name, value(parser));
			}
			else if (READ_WHOLE.contains(name)) {
				members.add(name, Json.read(parser));
			}
			else {
				parser.skipChildren();
			}
		}
		return members;
	}

	private static @Nullable Object value(JsonParser parser) {
		if (parser.currentToken() == JsonToken.START_OBJECT) {
			return members(parser);
		}
		if (parser.currentToken() != JsonToken.START_ARRAY) {
			return Json.read(parser);
		}
		List<@Nullable Object> items = new ArrayList<>(1);
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			items.add(value(parser));
		}
		return items;
	}

	/**
	 * Return the result of a response.
	 * @param response the response
	 * @return the result
	 * @throws dev.litellm.error.FailureException if it is an error
	 */
	static Map<?, ?> result(Map<?, ?> response) {
		if (response.get("error") instanceof Map<?, ?> error) {
			throw failure(error).asException();
		}
		return Values.fields(response.get("result"));
	}

	/** In version 1.0 the result names what it is. */
	static Map<?, ?> unwrapped(Map<?, ?> result) {
		for (String name : List.of("task", "message", "statusUpdate", "artifactUpdate")) {
			if (result.get(name) instanceof Map<?, ?> fields && result.get("kind") == null) {
				return fields;
			}
		}
		return result;
	}

	private static Failure failure(Map<?, ?> error) {
		long code = Values.number(error.get("code"));
		ErrorKind kind = switch ((int) code) {
			case -32700, -32600, -32602, -32003, -32004, -32005 -> ErrorKind.BAD_REQUEST;
			case -32601, -32001 -> ErrorKind.NOT_FOUND;
			default -> ErrorKind.INTERNAL_SERVER;
		};
		String message = Values.text(error.get("message"), Json.text(error));
		return new Failure(kind, Failures.excerpt(message), 0, String.valueOf(code), null, null, null);
	}

	/**
	 * Return the state of the task.
	 * @return the state in the words of version 0.3, empty for a message
	 */
	String state() {
		String state = Values.text(Values.fields(this.fields.get("status")).get("state"), "").toLowerCase(Locale.ROOT);
		return (state.startsWith(PREFIX) ? state.substring(PREFIX.length()) : state).replace('_', '-');
	}

	/**
	 * Return which task has still to be looked at.
	 * @return its id, or null where it has ended
	 */
	@Nullable String pending() {
		return switch (state()) {
			case "submitted", "working" -> Values.text(this.fields.get("id"));
			default -> null;
		};
	}

	/**
	 * Check that the task has not ended without an answer.
	 * @throws dev.litellm.error.FailureException if it has
	 */
	void check() {
		ErrorKind kind = switch (state()) {
			case "failed", "unknown" -> ErrorKind.INTERNAL_SERVER;
			case "rejected" -> ErrorKind.BAD_REQUEST;
			case "auth-required" -> ErrorKind.AUTHENTICATION;
			case "canceled", "cancelled" -> ErrorKind.CANCELLED;
			default -> null;
		};
		if (kind != null) {
			String why = statusText();
			throw Failure.of(kind, "the task is " + state() + (why.isEmpty() ? "" : ": " + Failures.excerpt(why)))
				.asException();
		}
	}

	String statusText() {
		return text(Values.fields(Values.fields(this.fields.get("status")).get("message")));
	}

	ChatResponse response(String model, long created) {
		check();
		Choice choice = new Choice(0, Message.assistant(text()), FinishReason.STOP, state().isEmpty() ? null : state(),
				Map.of());
		Object id = (this.fields.get("id") != null) ? this.fields.get("id") : this.fields.get("messageId");
		return new ChatResponse(Values.text(id), created, model, List.of(choice), null, null, null, ids(),
				CallInfo.empty());
	}

	/** What a later message names to go on where this one ended. */
	private Map<String, @Nullable Object> ids() {
		Map<String, @Nullable Object> ids = new LinkedHashMap<>();
		if (this.fields.get("contextId") != null) {
			ids.put("context_id", this.fields.get("contextId"));
		}
		if (state().equals("input-required")) {
			ids.put("task_id", this.fields.get("id"));
		}
		return ids;
	}

	/**
	 * Return what the agent says.
	 * @return the text of the message, or of the task's artifacts, else of how it stands
	 */
	String text() {
		if (state().isEmpty()) {
			return text(this.fields);
		}
		JoinedText text = new JoinedText();
		for (Object artifact : Values.items(this.fields.get("artifacts"))) {
			text.add(text.isEmpty() ? "" : "\n");
			text.add(text(Values.fields(artifact)));
		}
		return text.isEmpty() ? statusText() : text.toString();
	}

	/**
	 * Return the text of a message or an artifact.
	 * @param fields its members
	 * @return the texts of its parts; data as JSON
	 */
	static String text(Map<?, ?> fields) {
		JoinedText text = new JoinedText();
		for (Object item : Values.items(fields.get("parts"))) {
			Map<?, ?> part = Values.fields(item);
			text.add((part.get("data") != null) ? Json.text(part.get("data")) : Values.text(part.get("text"), ""));
		}
		return text.toString();
	}

}
