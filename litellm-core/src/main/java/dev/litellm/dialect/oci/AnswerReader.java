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
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.Timestamps;
import dev.litellm.error.FailureException;
import dev.litellm.json.Json;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;

/**
 * Reader of answers in any format.
 *
 * @param errors tells errors within answers
 * @param created when an answer was made that does not tell it, in seconds since 1970
 */
record AnswerReader(OciErrors errors, long created) {

	private static final String EXPECTED = "a chat result";

	/**
	 * Read a whole answer.
	 * @param reply the answer
	 * @return the answer in OpenAI's shape
	 * @throws FailureException if it is an error or something else
	 */
	ChatResponse whole(WireReply reply) {
		Told result = Failures.read(reply, EXPECTED, Told::read);
		if (result.isError()) {
			throw this.errors.within(result.code, reply.body()).asException();
		}
		if (result.chat == null) {
			throw Failures.invalid(reply, EXPECTED, "no chatResponse").asException();
		}
		List<Choice> choices = choices(result.chat);
		if (choices.isEmpty()) {
			throw Failures.invalid(reply, EXPECTED, "neither choices nor a text").asException();
		}
		return new ChatResponse(null, Timestamps.seconds(result.chat.created, this.created), result.model, choices,
				result.chat.usage, null, result.chat.tier, Map.of(), CallInfo.empty());
	}

	private List<Choice> choices(Told chat) {
		if (chat.choices != null) {
			List<Choice> choices = new ArrayList<>(chat.choices.size());
			chat.choices.forEach((told) -> choices.add(choice(told, told.message)));
			return choices;
		}
		checkFinished(chat);
		Said said = (chat.message != null || !chat.inline.isTold()) ? chat.message : chat.inline.orSilent();
		return (said != null) ? List.of(choice(chat, said)) : List.of();
	}

	private static Choice choice(Told told, @Nullable Said said) {
		Message message = ((said != null) ? said : new Said()).message();
		return new Choice(told.index, message, finish(told.reason, !message.toolCalls().isEmpty()), told.reason,
				logprobs(told.logprobs));
	}

	/**
	 * Refuse an answer that came to an error.
	 * @param told the answer, or its last event
	 */
	void checkFinished(Told told) {
		if ("ERROR".equals(told.reason)) {
			String problem = (told.problem != null) ? told.problem : "the generation failed";
			throw this.errors.within(null, Json.bytes(Map.of("message", problem))).asException();
		}
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

	private static Map<String, @Nullable Object> logprobs(@Nullable Object told) {
		if (told == null) {
			return Map.of();
		}
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
