package dev.litellm.dialect.bedrock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.CallInfo;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.dialect.aws.InvokeMembers;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;

/**
 * Reader of the answers of Command R.
 *
 * @param model the model that was asked, since answers tell none
 * @param created when the answer was made, in seconds since 1970
 */
record CommandAnswers(String model, long created) {

	private static final String EXPECTED = "an answer of Command R";

	ChatResponse whole(WireReply reply) {
		Map<?, ?> answer = Failures.object(reply, EXPECTED);
		if (!(answer.get("text") instanceof String) && !(answer.get("tool_calls") instanceof List<?>)) {
			throw Failures.invalid(reply, EXPECTED, "neither text nor tool_calls").asException();
		}
		String reason = reason(answer);
		List<ToolCall> calls = calls(answer, false);
		String text = Values.text(answer.get("text"), "");
		Message message = new Message("assistant", (text.isEmpty() && !calls.isEmpty()) ? null : text, List.of(), null,
				List.of(), calls, null, null, more(answer));
		return new ChatResponse(Values.text(answer.get("response_id")), this.created, this.model,
				List.of(new Choice(0, message, finish(reason, !calls.isEmpty()), reason, Map.of())),
				InvokeMembers.usage(reply.headers()), null, null, Map.of(), CallInfo.empty());
	}

	/**
	 * Return why an answer ended.
	 * @param answer the answer, or the event that ends it
	 * @return Cohere's word, or null
	 * @throws dev.litellm.error.FailureException if it came to an error
	 */
	static @Nullable String reason(Map<?, ?> answer) {
		String reason = InvokeMembers.isGuarded(answer) ? "guardrail_intervened"
				: Values.text(answer.get("finish_reason"));
		if ("ERROR".equals(reason)) {
			throw Failure.of(ErrorKind.INTERNAL_SERVER, "the generation failed at Cohere's model").asException();
		}
		return reason;
	}

	/**
	 * Return why an answer ended in OpenAI's words.
	 * @param reason Cohere's word, or null
	 * @param calls whether tools are called
	 * @return OpenAI's word
	 */
	static @Nullable String finish(@Nullable String reason, boolean calls) {
		String unified = FinishReason.unify((reason != null) ? reason : FinishReason.STOP);
		return (calls && FinishReason.STOP.equals(unified)) ? FinishReason.TOOL_CALLS : unified;
	}

	/**
	 * Return the calls of tools.
	 * @param answer the answer, or the event that tells them
	 * @param stream whether each tells its place
	 * @return the calls, with ids, since Cohere gives none
	 */
	static List<ToolCall> calls(Map<?, ?> answer, boolean stream) {
		List<ToolCall> calls = new ArrayList<>();
		for (Object item : Values.items(answer.get("tool_calls"))) {
			Map<?, ?> call = Values.fields(item);
			calls.add(new ToolCall(stream ? calls.size() : null, ToolCalls.newId(), "function",
					Values.text(call.get("name"), ""), Json.text(Values.fields(call.get("parameters"))), Map.of()));
		}
		return calls;
	}

	static Map<String, @Nullable Object> more(Map<?, ?> answer) {
		return (answer.get("citations") instanceof List<?> citations && !citations.isEmpty())
				? Map.of("citations", citations) : Map.of();
	}

}
