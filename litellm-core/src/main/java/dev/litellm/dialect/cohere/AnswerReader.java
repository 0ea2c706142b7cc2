package dev.litellm.dialect.cohere;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.CallInfo;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.Message;
import dev.litellm.chat.ThinkingBlock;
import dev.litellm.chat.ToolCall;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.JoinedText;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.error.Failure;
import dev.litellm.json.Members;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;

/**
 * Reader of Cohere's answers into OpenAI's shape.
 */
final class AnswerReader {

	private final CohereErrors errors;

	private final String model;

	private final long created;

	AnswerReader(CohereErrors errors, String model, long created) {
		this.errors = errors;
		this.model = model;
		this.created = created;
	}

	String model() {
		return this.model;
	}

	long created() {
		return this.created;
	}

	/**
	 * Read a whole answer.
	 * @param reply the answer
	 * @return the answer in OpenAI's shape
	 * @throws dev.litellm.error.FailureException if it is an error or something else
	 */
	ChatResponse whole(WireReply reply) {
		Map<?, ?> answer = Failures.object(reply, CohereChatCodec.EXPECTED);
		if (answer.get("message") instanceof String) {
			throw this.errors.within(answer).asException();
		}
		String id = Values.text(answer.get("id"));
		String reason = Values.text(answer.get("finish_reason"));
		Failure ended = this.errors.ending(reason, answer.get("error"), id);
		if (ended != null) {
			throw ended.asException();
		}
		if (!(answer.get("message") instanceof Map<?, ?> message)) {
			throw Failures.invalid(reply, CohereChatCodec.EXPECTED, "no message").asException();
		}
		Message said = message(message);
		Choice choice = new Choice(0, said, finish(reason, !said.toolCalls().isEmpty()), reason,
				logprobs(Values.items(answer.get("logprobs"))));
		return new ChatResponse(id, this.created, this.model, List.of(choice), usage(answer.get("usage")), null, null,
				Map.of(), CallInfo.empty());
	}

	private static Message message(Map<?, ?> message) {
		JoinedText text = new JoinedText();
		text.add(Values.text(message.get("content"), ""));
		List<ThinkingBlock> thinking = new ArrayList<>();
		List<Integer> starts = new ArrayList<>();
		for (Object item : Values.items(message.get("content"))) {
			Map<?, ?> part = Values.fields(item);
			starts.add(text.length());
			text.add(Values.text(part.get("text"), ""));
			if (part.get("thinking") instanceof String thought) {
				thinking.add(new ThinkingBlock("thinking", thought, null, Map.of()));
			}
		}
		List<ToolCall> calls = new ArrayList<>();
		for (Object item : Values.items(message.get("tool_calls"))) {
			calls.add(call(null, Values.fields(item)));
		}
		Map<String, @Nullable Object> extra = new Members();
		if (message.get("tool_plan") instanceof String plan && !plan.isEmpty()) {
			extra.put("tool_plan", plan);
		}
		extra.putAll(Citations.of(Values.items(message.get("citations")), starts));
		return new Message("assistant", (text.isEmpty() && !calls.isEmpty()) ? null : text.toString(), List.of(),
				thinking.isEmpty() ? null
						: thinking.stream().map(ThinkingBlock::thinking).collect(Collectors.joining()),
				thinking, calls, null, null, extra);
	}

	/**
	 * Read a call, or the first piece of one.
	 * @param index its place among the calls, or null in a whole answer
	 * @param call the call
	 * @return the call in OpenAI's shape
	 */
	static ToolCall call(@Nullable Integer index, Map<?, ?> call) {
		Map<?, ?> function = Values.fields(call.get("function"));
		String arguments = Values.text(function.get("arguments"), "");
		String id = Values.text(call.get("id"));
		return new ToolCall(index, (id != null) ? id : ToolCalls.newId(), "function",
				Values.text(function.get("name"), ""), (index == null && arguments.isBlank()) ? "{}" : arguments,
				Map.of());
	}

	static @Nullable String finish(@Nullable String reason, boolean calls) {
		return switch ((reason != null) ? reason : "") {
			case "MAX_TOKENS" -> FinishReason.LENGTH;
			case "TOOL_CALL" -> FinishReason.TOOL_CALLS;
			case "", "COMPLETE", "STOP_SEQUENCE" -> calls ? FinishReason.TOOL_CALLS : FinishReason.STOP;
			default -> FinishReason.unify(reason);
		};
	}

	/**
	 * Return how likely the pieces of a text were.
	 * @param told Cohere's pieces, each of one or more tokens
	 * @return members of the choice; a piece of several tokens is as likely as all of
	 * them together
	 */
	static Map<String, @Nullable Object> logprobs(List<?> told) {
		List<Object> content = new ArrayList<>();
		for (Object item : told) {
			Map<?, ?> piece = Values.fields(item);
			double sum = 0;
			for (Object logprob : Values.items(piece.get("logprobs"))) {
				sum += (logprob instanceof Number number) ? number.doubleValue() : 0;
			}
			if (piece.get("text") instanceof String text && Double.isFinite(sum)) {
				Map<String, @Nullable Object> token = Values.object("token", text);
				token.put("logprob", sum);
				token.put("top_logprobs", List.of());
				content.add(token);
			}
		}
		return content.isEmpty() ? Map.of() : Map.of("logprobs", Map.of("content", content));
	}

	/**
	 * Return the tokens in OpenAI's shape.
	 * @param told Cohere's {@code usage}: what went through the model, and what is billed
	 * @return the usage, or null where there is none
	 */
	static @Nullable Usage usage(@Nullable Object told) {
		Map<?, ?> usage = Values.fields(told);
		Map<?, ?> billed = Values.fields(usage.get("billed_units"));
		Map<?, ?> tokens = (usage.get("tokens") instanceof Map<?, ?> counted) ? counted : billed;
		if (tokens.get("input_tokens") == null && tokens.get("output_tokens") == null) {
			return null;
		}
		long input = Values.number(tokens.get("input_tokens"));
		long output = Values.number(tokens.get("output_tokens"));
		Map<String, @Nullable Object> prompt = new Members();
		if (usage.get("cached_tokens") instanceof Number cached) {
			prompt.put("cached_tokens", cached.longValue());
		}
		Map<String, @Nullable Object> extra = billed.isEmpty() ? Map.of() : Map.of("billed_units", billed);
		return new Usage(input, output, input + output, prompt, Map.of(), extra);
	}

}
