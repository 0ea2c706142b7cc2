package dev.litellm.dialect.a2a;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.call.CallInfo;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.Message;
import dev.litellm.dialect.Failures;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Tokens;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;

/**
 * What an agent has answered: a message, or a task as it stands. Not thread-safe.
 */
final class Answer {

	private static final String EXPECTED = "a message or a task";

	/** Version 1.0 says before each state what it is a state of. */
	private static final String PREFIX = "task_state_";

	private @Nullable String id;

	private @Nullable String messageId;

	private @Nullable String contextId;

	/** The state of the task in the words of version 0.3, empty for a message. */
	private String state = "";

	/** What is said of how the task stands. */
	private String status = "";

	/** What the message says. */
	private @Nullable String said;

	private @Nullable String artifact;

	private String artifacts = "";

	/** The result of a response, or what a result is in version 1.0. */
	private @Nullable Answer inner;

	private boolean named;

	private @Nullable Object error;

	/**
	 * Read an answer.
	 * @param reply the answer
	 * @return what it holds
	 * @throws dev.litellm.error.FailureException if it is an error or something else
	 */
	static Answer of(WireReply reply) {
		Answer answer = Failures.read(reply, EXPECTED, Answer::read).result();
		if (answer.state.isEmpty() && answer.said == null) {
			throw Failures.invalid(reply, EXPECTED, "neither").asException();
		}
		return answer;
	}

	/**
	 * Read a response, or what it holds.
	 * @param parser stands on its start, and after the call on its end
	 * @return what it tells
	 */
	static Answer read(JsonParser parser) {
		Answer answer = new Answer();
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			answer.take(name, parser);
		}
		return answer;
	}

	private void take(String name, JsonParser parser) {
		boolean object = parser.currentToken() == JsonToken.START_OBJECT;
		switch (name) {
			case "error" -> this.error = Json.read(parser);
			case "result", "task", "message", "statusUpdate", "artifactUpdate" -> {
				Answer inner = read(parser);
				this.inner = object ? inner : this.inner;
			}
			case "kind" -> {
				this.named = parser.currentToken() != JsonToken.VALUE_NULL;
				parser.skipChildren();
			}
			case "id" -> this.id = Tokens.text(parser);
			case "messageId" -> this.messageId = Tokens.text(parser);
			case "contextId" -> this.contextId = Tokens.text(parser);
			case "status" -> readStatus(parser);
			case "parts" -> this.said = AgentTexts.parts(parser);
			case "artifact" -> {
				String said = AgentTexts.said(parser);
				this.artifact = object ? said : null;
			}
			case "artifacts" -> this.artifacts = AgentTexts.artifacts(parser);
			default -> parser.skipChildren();
		}
	}

	private void readStatus(JsonParser parser) {
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "state" -> this.state = state(Tokens.text(parser, "").toLowerCase(Locale.ROOT));
				case "message" -> this.status = AgentTexts.said(parser);
				default -> parser.skipChildren();
			}
		}
	}

	private static String state(String told) {
		return (told.startsWith(PREFIX) ? told.substring(PREFIX.length()) : told).replace('_', '-');
	}

	/**
	 * Return the result of a response.
	 * @return the message, the task, or what is new of it
	 * @throws dev.litellm.error.FailureException if it is an error
	 */
	Answer result() {
		if (this.error instanceof Map<?, ?> told) {
			throw failure(told).asException();
		}
		Answer result = (this.inner != null) ? this.inner : new Answer();
		return (result.inner != null && !result.named) ? result.inner : result;
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
		return this.state;
	}

	/**
	 * Return the text of the artifact of which there is something new.
	 * @return the text, or null where there is none
	 */
	@Nullable String artifact() {
		return this.artifact;
	}

	boolean isMessage() {
		return this.said != null;
	}

	/**
	 * Return which task has still to be looked at.
	 * @return its id, or null where it has ended
	 */
	@Nullable String pending() {
		return switch (this.state) {
			case "submitted", "working" -> this.id;
			default -> null;
		};
	}

	/**
	 * Check that the task has not ended without an answer.
	 * @throws dev.litellm.error.FailureException if it has
	 */
	void check() {
		ErrorKind kind = switch (this.state) {
			case "failed", "unknown" -> ErrorKind.INTERNAL_SERVER;
			case "rejected" -> ErrorKind.BAD_REQUEST;
			case "auth-required" -> ErrorKind.AUTHENTICATION;
			case "canceled", "cancelled" -> ErrorKind.CANCELLED;
			default -> null;
		};
		if (kind != null) {
			String why = this.status.isEmpty() ? "" : ": " + Failures.excerpt(this.status);
			throw Failure.of(kind, "the task is " + this.state + why).asException();
		}
	}

	ChatResponse response(String model, long created) {
		check();
		Choice choice = new Choice(0, Message.assistant(text()), FinishReason.STOP,
				this.state.isEmpty() ? null : this.state, Map.of());
		return new ChatResponse((this.id != null) ? this.id : this.messageId, created, model, List.of(choice), null,
				null, null, ids(), CallInfo.empty());
	}

	/** What a later message names to go on where this one ended. */
	private Map<String, @Nullable Object> ids() {
		Members ids = new Members(2);
		if (this.contextId != null) {
			ids.add("context_id", this.contextId);
		}
		if (this.state.equals("input-required")) {
			ids.add("task_id", this.id);
		}
		return ids;
	}

	/**
	 * Return what the agent says.
	 * @return the text of the message, or of the task's artifacts, else of how it stands
	 */
	String text() {
		if (this.state.isEmpty()) {
			return (this.said != null) ? this.said : "";
		}
		return this.artifacts.isEmpty() ? this.status : this.artifacts;
	}

}
