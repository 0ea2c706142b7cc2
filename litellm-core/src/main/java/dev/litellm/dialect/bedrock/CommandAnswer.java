package dev.litellm.dialect.bedrock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.call.CallInfo;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.TextPieces;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.dialect.aws.InvokeMembers;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.json.Leaves;
import dev.litellm.json.Tokens;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;

/**
 * An answer of Command R, or an event of a streamed one, which are alike. Not
 * thread-safe.
 */
final class CommandAnswer {

	private static final String EXPECTED = "an answer of Command R";

	private static final Leaves RESPONSE = Leaves.of("response_id");

	/** Whether its calls tell their places. */
	private final boolean stream;

	private String type = "";

	private @Nullable String id;

	private @Nullable String text;

	private @Nullable String reason;

	private boolean guarded;

	private @Nullable List<ToolCall> calls;

	private List<?> citations = List.of();

	private @Nullable Usage usage;

	private CommandAnswer(boolean stream) {
		this.stream = stream;
	}

	/**
	 * Return an answer that serves each event of a stream.
	 * @return the answer, in which events are {@linkplain #read read}
	 */
	static CommandAnswer ofStream() {
		return new CommandAnswer(true);
	}

	/**
	 * Read a whole answer.
	 * @param reply the answer as it came
	 * @param model the model that was asked, since answers tell none
	 * @param created when the answer was made, in seconds since 1970
	 * @return the answer in OpenAI's shape
	 */
	static ChatResponse whole(WireReply reply, String model, long created) {
		CommandAnswer answer = Failures.read(reply, EXPECTED, new CommandAnswer(false)::read);
		if (answer.text == null && answer.calls == null) {
			throw Failures.invalid(reply, EXPECTED, "neither text nor tool_calls").asException();
		}
		boolean called = !answer.calls().isEmpty();
		String text = ("".equals(answer.text) && called) ? null : answer.text;
		Message message = new Message("assistant", text, List.of(), null, List.of(), answer.calls(), null, null,
				answer.more());
		return new ChatResponse(answer.id, created, model,
				List.of(new Choice(0, message, answer.finish(called), answer.reason(), Map.of())),
				InvokeMembers.usage(reply.headers()), null, null, Map.of(), CallInfo.empty());
	}

	/**
	 * Read an answer or an event, in place of the one before.
	 * @param parser stands on its start, and after the call on its end
	 * @return this
	 */
	CommandAnswer read(JsonParser parser) {
		String before = this.type;
		clear();
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "event_type" -> this.type = TextPieces.is(parser, before) ? before : Tokens.text(parser, "");
				case "response_id" -> this.id = Tokens.text(parser);
				case "response" -> this.id = Values.text(RESPONSE.read(parser).get("response_id"));
				case "text" -> this.text = Tokens.text(parser);
				case "finish_reason" -> this.reason = Tokens.text(parser);
				case "tool_calls" -> readCalls(parser);
				case "citations" -> this.citations = Values.items(Json.read(parser));
				case InvokeMembers.GUARDRAIL -> this.guarded = "INTERVENED".equals(Tokens.text(parser));
				case InvokeMembers.METRICS -> this.usage = InvokeMembers.usage(parser);
				default -> parser.skipChildren();
			}
		}
		return this;
	}

	private void clear() {
		this.type = "";
		this.id = null;
		this.text = null;
		this.reason = null;
		this.guarded = false;
		this.calls = null;
		this.citations = List.of();
		this.usage = null;
	}

	private void readCalls(JsonParser parser) {
		if (parser.currentToken() == JsonToken.START_ARRAY) {
			List<ToolCall> all = new ArrayList<>(1);
			this.calls = all;
			Tokens.items(parser, (item) -> all.add(call(item, this.stream ? all.size() : null)));
		}
		else {
			parser.skipChildren();
		}
	}

	/** Cohere gives no ids. */
	private static ToolCall call(JsonParser parser, @Nullable Integer place) {
		String tool = "";
		String input = null;
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "name" -> tool = Tokens.text(parser, "");
				case "parameters" -> input = Arguments.object(parser);
				default -> parser.skipChildren();
			}
		}
		return new ToolCall(place, ToolCalls.newId(), "function", tool, (input != null) ? input : "{}", Map.of());
	}

	/** What kind of event it is. */
	String type() {
		return this.type;
	}

	@Nullable String id() {
		return this.id;
	}

	String text() {
		return (this.text != null) ? this.text : "";
	}

	List<ToolCall> calls() {
		return (this.calls != null) ? this.calls : List.of();
	}

	@Nullable Usage usage() {
		return this.usage;
	}

	Map<String, @Nullable Object> more() {
		return this.citations.isEmpty() ? Map.of() : Map.of("citations", this.citations);
	}

	/**
	 * Return why the answer ended.
	 * @return Cohere's word, or null
	 * @throws dev.litellm.error.FailureException if it came to an error
	 */
	@Nullable String reason() {
		if (this.guarded) {
			return "guardrail_intervened";
		}
		if ("ERROR".equals(this.reason)) {
			throw Failure.of(ErrorKind.INTERNAL_SERVER, "the generation failed at Cohere's model").asException();
		}
		return this.reason;
	}

	/**
	 * Return why the answer ended in OpenAI's words.
	 * @param called whether tools are called
	 * @return OpenAI's word
	 */
	@Nullable String finish(boolean called) {
		String own = reason();
		String unified = FinishReason.unify((own != null) ? own : FinishReason.STOP);
		return (called && FinishReason.STOP.equals(unified)) ? FinishReason.TOOL_CALLS : unified;
	}

}
