package dev.litellm.dialect.gigachat;

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
import dev.litellm.dialect.Dialect;
import dev.litellm.dialect.Failures;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
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
		Told told = Failures.read(reply, EXPECTED, Told::read);
		if (told.choices.isEmpty()) {
			throw (told.isError() ? error(told, reply.body()) : Failures.invalid(reply, EXPECTED, "no choices"))
				.asException();
		}
		return new ChatResponse(told.id, (told.created != 0) ? told.created : this.created, told.model,
				told.choices.stream().map(this::choice).toList(), told.usage, null, null, Map.of(), CallInfo.empty());
	}

	private Choice choice(Said said) {
		ToolCall call = said.call;
		boolean answered = isAnswer(call);
		Message message = new Message("assistant", (answered && call != null) ? call.arguments() : said.content,
				List.of(), said.reasoning, List.of(), (call == null || answered) ? List.of() : List.of(call), null,
				null, said.extra());
		return new Choice(said.index, message, finish(said.reason, answered), said.reason, Map.of());
	}

	boolean isAnswer(@Nullable ToolCall call) {
		return call != null && this.answerFunction != null && this.answerFunction.equals(call.name());
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

	/**
	 * Return the failure that an answer or an event tells.
	 * @param told what it tells
	 * @param json it
	 * @return the failure
	 */
	Failure error(Told told, byte[] json) {
		int status = (told.status >= 400 && told.status < 600) ? (int) told.status : 500;
		return this.errors.error(new WireReply(status, HttpHeaders.EMPTY, json));
	}

}
