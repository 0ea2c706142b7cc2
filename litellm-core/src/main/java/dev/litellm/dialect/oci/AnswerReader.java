package dev.litellm.dialect.oci;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.CallInfo;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.JoinedText;
import dev.litellm.dialect.Timestamps;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.error.FailureException;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;

/**
 * Reader of answers in any format.
 *
 * @param errors tells errors within answers
 * @param created when an answer was made that does not tell it, in seconds since 1970
 */
record AnswerReader(OciErrors errors, long created) {

	/** What Cohere's messages call the plan of how to use tools, here as at Cohere. */
	static final String TOOL_PLAN = "tool_plan";

	private static final String EXPECTED = "a chat result";

	private static final List<String> MORE = List.of("refusal", "annotations", "citations");

	/**
	 * Read a whole answer.
	 * @param reply the answer
	 * @return the answer in OpenAI's shape
	 * @throws FailureException if it is an error or something else
	 */
	ChatResponse whole(WireReply reply) {
		Map<?, ?> result = Failures.object(reply, EXPECTED);
		if (OciErrors.isError(result)) {
			throw this.errors.within(result).asException();
		}
		if (!(result.get("chatResponse") instanceof Map<?, ?> chat)) {
			throw Failures.invalid(reply, EXPECTED, "no chatResponse").asException();
		}
		List<Choice> choices = (chat.get("choices") instanceof List<?> items) ? choices(items)
				: (chat.get("text") != null || chat.get("message") != null) ? List.of(cohere(chat)) : List.of();
		if (choices.isEmpty()) {
			throw Failures.invalid(reply, EXPECTED, "neither choices nor a text").asException();
		}
		return new ChatResponse(null, created(chat.get("timeCreated")), Values.text(result.get("modelId")), choices,
				usage(chat.get("usage")), null, Values.text(chat.get("serviceTier")), Map.of(), CallInfo.empty());
	}

	private long created(@Nullable Object told) {
		return Timestamps.seconds(told, this.created);
	}

	private static List<Choice> choices(List<?> items) {
		List<Choice> choices = new ArrayList<>(items.size());
		for (Object item : items) {
			Map<?, ?> choice = Values.fields(item);
			Map<?, ?> message = Values.fields(choice.get("message"));
			Message said = message(message);
			String reason = Values.text(choice.get("finishReason"));
			choices.add(new Choice((int) Values.number(choice.get("index")), said,
					finish(reason, !said.toolCalls().isEmpty()), reason, logprobs(choice.get("logprobs"))));
		}
		return choices;
	}

	private static Message message(Map<?, ?> message) {
		List<ToolCall> calls = new ArrayList<>();
		for (Object call : Values.items(message.get("toolCalls"))) {
			calls.add(call(Values.fields(call)));
		}
		return new Message("assistant", text(message.get("content")), List.of(), reasoning(message), List.of(), calls,
				null, null, more(message));
	}

	private Choice cohere(Map<?, ?> chat) {
		String reason = Values.text(chat.get("finishReason"));
		checkFinished(reason, chat);
		if (chat.get("message") instanceof Map<?, ?> message) {
			Message said = message(message);
			return new Choice(0, said, finish(reason, !said.toolCalls().isEmpty()), reason, Map.of());
		}
		List<ToolCall> calls = new ArrayList<>();
		for (Object call : Values.items(chat.get("toolCalls"))) {
			calls.add(call(Values.fields(call)));
		}
		String text = Values.text(chat.get("text"), "");
		return new Choice(0, new Message("assistant", (text.isEmpty() && !calls.isEmpty()) ? null : text, List.of(),
				null, List.of(), calls, null, null, more(chat)), finish(reason, !calls.isEmpty()), reason, Map.of());
	}

	/**
	 * Refuse an answer that came to an error.
	 * @param reason why it ended
	 * @param chat the answer's members
	 */
	void checkFinished(@Nullable String reason, Map<?, ?> chat) {
		if ("ERROR".equals(reason)) {
			throw this.errors.within(Map.of("message", Values.text(chat.get("errorMessage"), "the generation failed")))
				.asException();
		}
	}

	/**
	 * Return the text of a message's content.
	 * @param content its parts
	 * @return the text, or null where there are none
	 */
	static @Nullable String text(@Nullable Object content) {
		JoinedText text = new JoinedText();
		for (Object part : Values.items(content)) {
			text.add(Values.text(Values.fields(part).get("text"), ""));
		}
		return Values.items(content).isEmpty() ? null : text.toString();
	}

	/**
	 * Return what the model thought.
	 * @param message the message
	 * @return the text, or null where there is none
	 */
	static @Nullable String reasoning(Map<?, ?> message) {
		String told = Values.text(message.get("reasoningContent"));
		if (told != null) {
			return told;
		}
		JoinedText thoughts = new JoinedText();
		for (Object part : Values.items(message.get("content"))) {
			thoughts.add(Values.text(Values.fields(part).get("thinking"), ""));
		}
		return thoughts.orNull();
	}

	/**
	 * Return what OpenAI's messages have beside text and calls.
	 * @param message the message, or the answer that is one
	 * @return further members
	 */
	static Map<String, @Nullable Object> more(Map<?, ?> message) {
		Map<String, @Nullable Object> more = Values.pick(message, MORE);
		Object plan = message.get("toolPlan");
		return (plan != null) ? new Members(more).add(TOOL_PLAN, plan) : more;
	}

	/**
	 * Return a call of a tool in OpenAI's shape.
	 * @param call the call; Cohere's have parameters and no id
	 * @return the call
	 */
	static ToolCall call(Map<?, ?> call) {
		Map<?, ?> function = function(call);
		return new ToolCall(null, Values.text(call.get("id"), ToolCalls.newId()), "function",
				Values.text(function.get("name"), ""), arguments(function), Map.of());
	}

	/**
	 * Return where name and arguments of a call stand.
	 * @param call the call
	 * @return the call itself, or its function
	 */
	static Map<?, ?> function(Map<?, ?> call) {
		return (call.get("function") instanceof Map<?, ?> function) ? function : call;
	}

	static String arguments(Map<?, ?> call) {
		Object arguments = (call.get("arguments") != null) ? call.get("arguments") : call.get("parameters");
		return (arguments instanceof String text) ? text : Json.text((arguments != null) ? arguments : Map.of());
	}

	/**
	 * Return why an answer ended in OpenAI's words.
	 * @param reason the same in Oracle's, in letters of either case
	 * @param calls whether tools are called
	 * @return the reason
	 */
	static String finish(@Nullable String reason, boolean calls) {
		return switch ((reason != null) ? reason.toLowerCase(Locale.ROOT) : "") {
			case "length", "max_tokens", "error_limit" -> FinishReason.LENGTH;
			case "content_filter", "error_toxic" -> FinishReason.CONTENT_FILTER;
			case "tool_calls", "tool_call" -> FinishReason.TOOL_CALLS;
			default -> calls ? FinishReason.TOOL_CALLS : FinishReason.STOP;
		};
	}

	static @Nullable Usage usage(@Nullable Object told) {
		if (!(told instanceof Map<?, ?> usage)) {
			return null;
		}
		long prompt = Values.number(usage.get("promptTokens"));
		long completion = Values.number(usage.get("completionTokens"));
		long total = (usage.get("totalTokens") instanceof Number number) ? number.longValue() : prompt + completion;
		return new Usage(prompt, completion, total, details(usage.get("promptTokensDetails")),
				details(usage.get("completionTokensDetails")), Map.of());
	}

	private static Map<String, @Nullable Object> details(@Nullable Object told) {
		if (!(told instanceof Map<?, ?> fields)) {
			return Map.of();
		}
		Map<String, @Nullable Object> details = new Members();
		fields.forEach((name, value) -> {
			if (value instanceof Number) {
				details.put(String.valueOf(name).replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT), value);
			}
		});
		return details;
	}

	private static Map<String, @Nullable Object> logprobs(@Nullable Object told) {
		Map<?, ?> logprobs = Values.fields(told);
		List<?> tokens = Values.items(logprobs.get("tokens"));
		List<?> values = Values.items(logprobs.get("tokenLogprobs"));
		List<?> tops = Values.items(logprobs.get("topLogprobs"));
		List<Object> content = new ArrayList<>();
		for (int i = 0; i < Math.min(tokens.size(), values.size()); i++) {
			Map<String, @Nullable Object> token = Values.object("token", tokens.get(i));
			token.put("logprob", values.get(i));
			List<Object> top = new ArrayList<>();
			Values.fields((i < tops.size()) ? tops.get(i) : null).forEach((name, value) -> {
				Map<String, @Nullable Object> other = Values.object("token", name);
				other.put("logprob", value);
				top.add(other);
			});
			token.put("top_logprobs", top);
			content.add(token);
		}
		return content.isEmpty() ? Map.of() : Map.of("logprobs", Map.of("content", content));
	}

}
