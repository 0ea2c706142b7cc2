package dev.litellm.dialect.gigachat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import dev.litellm.call.CallInfo;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.Dialect;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;

/**
 * Reader of answers, whole or in pieces.
 *
 * @param errors tells errors within answers
 * @param answerFunction the function whose arguments are the answer, or null
 * @param created when an answer was made that does not tell it, in seconds since 1970
 */
record AnswerReader(Dialect errors, @Nullable String answerFunction, long created) {

	private static final String EXPECTED = "a chat completion";

	ChatResponse whole(WireReply reply) {
		Map<?, ?> answer = Failures.object(reply, EXPECTED);
		List<Choice> choices = new ArrayList<>();
		for (Object item : Values.items(answer.get("choices"))) {
			choices.add(choice(Values.fields(item)));
		}
		if (choices.isEmpty()) {
			throw (isError(answer) ? error(answer) : Failures.invalid(reply, EXPECTED, "no choices")).asException();
		}
		long told = Values.number(answer.get("created"));
		return new ChatResponse(Values.text(answer.get("id")), (told != 0) ? told : this.created,
				Values.text(answer.get("model")), choices, usage(answer.get("usage")), null, null, Map.of(),
				CallInfo.empty());
	}

	private Choice choice(Map<?, ?> choice) {
		Map<?, ?> said = Values.fields(choice.get("message"));
		String reason = Values.text(choice.get("finish_reason"));
		ToolCall call = call(said, null);
		boolean answered = isAnswer(call);
		Message message = new Message("assistant",
				(answered && call != null) ? call.arguments() : Values.text(said.get("content")), List.of(),
				Values.text(said.get("reasoning_content")), List.of(),
				(call == null || answered) ? List.of() : List.of(call), null, null, state(said));
		return new Choice((int) Values.number(choice.get("index")), message, finish(reason, answered), reason,
				Map.of());
	}

	/**
	 * Return the call of a function that a message holds.
	 * @param said the message or a piece of it
	 * @param index the call's place among the calls of a stream
	 * @return the call, or null where there is none
	 */
	static @Nullable ToolCall call(Map<?, ?> said, @Nullable Integer index) {
		if (!(said.get("function_call") instanceof Map<?, ?> function)) {
			return null;
		}
		Object arguments = function.get("arguments");
		return new ToolCall(index, ToolCalls.newId(), "function", Values.text(function.get("name"), ""),
				(arguments instanceof String text) ? text : Json.text((arguments != null) ? arguments : Map.of()),
				Map.of());
	}

	boolean isAnswer(@Nullable ToolCall call) {
		return call != null && this.answerFunction != null && this.answerFunction.equals(call.name());
	}

	/**
	 * Return what has to go back to GigaChat with a message.
	 * @param said the message or a piece of it
	 * @return further members of the message
	 */
	static Map<String, @Nullable Object> state(Map<?, ?> said) {
		Object state = said.get(Turns.STATE);
		return (state != null) ? Map.of(Turns.FIELDS, Map.of(Turns.STATE, state)) : Map.of();
	}

	/**
	 * Return why an answer ended in OpenAI's words.
	 * @param reason the same in GigaChat's
	 * @param answered whether the answer came as a function's arguments
	 * @return the reason
	 */
	static String finish(@Nullable String reason, boolean answered) {
		return switch ((reason != null) ? reason : "") {
			case "length" -> FinishReason.LENGTH;
			case "blacklist" -> FinishReason.CONTENT_FILTER;
			case "function_call" -> answered ? FinishReason.STOP : FinishReason.TOOL_CALLS;
			case "error" ->
				throw Failure
					.of(ErrorKind.INTERNAL_SERVER,
							"GigaChat ended the answer with an error: the call of a function has "
									+ "arguments that are no JSON")
					.asException();
			default -> FinishReason.STOP;
		};
	}

	static @Nullable Usage usage(@Nullable Object told) {
		if (!(told instanceof Map<?, ?> usage)) {
			return null;
		}
		long cached = Values.number(usage.get("precached_prompt_tokens"));
		long prompt = Values.number(usage.get("prompt_tokens")) + cached;
		long completion = Values.number(usage.get("completion_tokens"));
		return new Usage(prompt, completion, prompt + completion,
				(cached > 0) ? Values.object("cached_tokens", cached) : Map.of(), Map.of(), Map.of());
	}

	static boolean isError(Map<?, ?> members) {
		return members.get("error") != null
				|| (members.get("status") != null && Values.text(members.get("message")) != null);
	}

	Failure error(Map<?, ?> members) {
		long status = Values.number(members.get("status"));
		return this.errors.error(new WireReply((status >= 400 && status < 600) ? (int) status : 500, HttpHeaders.EMPTY,
				Json.text(members).getBytes(StandardCharsets.UTF_8)));
	}

}
