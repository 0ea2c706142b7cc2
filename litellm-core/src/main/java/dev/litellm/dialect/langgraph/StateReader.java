package dev.litellm.dialect.langgraph;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.CallInfo;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.Message;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.JoinedText;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;

/**
 * Reader of the state that a run ends in: its last message of an AI is the answer.
 *
 * @param assistant the assistant, which stands for a model that the state does not name
 * @param created when the answer was made, in seconds since 1970
 */
record StateReader(String assistant, long created) {

	private static final String EXPECTED = "a state with messages";

	ChatResponse whole(WireReply reply) {
		Map<?, ?> state = Failures.object(reply, EXPECTED);
		if (state.get("__error__") instanceof Map<?, ?> error) {
			throw failure(error).asException();
		}
		List<?> messages = Values.items(state.get("messages"));
		if (messages.isEmpty()) {
			messages = Values.items(Values.fields(state.get("values")).get("messages"));
		}
		for (int i = messages.size() - 1; i >= 0; i--) {
			Map<?, ?> message = Values.fields(messages.get(i));
			if (isAnswer(message)) {
				String reason = reason(message);
				Choice choice = new Choice(0, Message.assistant(text(message.get("content"))), finish(reason), reason,
						Map.of());
				return new ChatResponse(Values.text(message.get("id")), this.created, model(message), List.of(choice),
						usage(message), null, null, Map.of(), CallInfo.empty());
			}
		}
		throw Failures.invalid(reply, EXPECTED, "no message of an AI").asException();
	}

	static boolean isAnswer(Map<?, ?> message) {
		String type = Values.text(message.get("type"), Values.text(message.get("role"), ""));
		return type.equals("ai") || type.equals("AIMessageChunk") || type.equals("assistant");
	}

	static String text(@Nullable Object content) {
		JoinedText text = new JoinedText();
		text.add(Values.text(content, ""));
		for (Object part : Values.items(content)) {
			text.add((part instanceof String plain) ? plain : Values.text(Values.fields(part).get("text"), ""));
		}
		return text.toString();
	}

	String model(Map<?, ?> message) {
		return Values.text(Values.fields(message.get("response_metadata")).get("model_name"), this.assistant);
	}

	static @Nullable String reason(Map<?, ?> message) {
		Map<?, ?> metadata = Values.fields(message.get("response_metadata"));
		String reason = Values.text(metadata.get("finish_reason"));
		return (reason != null) ? reason : Values.text(metadata.get("stop_reason"));
	}

	/**
	 * Return why a run ended; calls of tools are the graph's own.
	 * @param reason the reason of the model that answered, or null
	 * @return the reason in OpenAI's words
	 */
	static String finish(@Nullable String reason) {
		return switch ((reason != null) ? reason : "") {
			case "length", "max_tokens", "MAX_TOKENS" -> FinishReason.LENGTH;
			case "content_filter", "refusal", "SAFETY" -> FinishReason.CONTENT_FILTER;
			default -> FinishReason.STOP;
		};
	}

	static @Nullable Usage usage(Map<?, ?> message) {
		if (!(message.get("usage_metadata") instanceof Map<?, ?> usage)) {
			return null;
		}
		return Usage.of(Values.number(usage.get("input_tokens")), Values.number(usage.get("output_tokens")));
	}

	/**
	 * Return the failure of a run.
	 * @param error what the server tells of it
	 * @return the failure
	 */
	static Failure failure(Map<?, ?> error) {
		String message = Values.text(error.get("message"), Json.text(error));
		String type = Values.text(error.get("error"));
		return new Failure(ErrorKind.INTERNAL_SERVER, "the run failed: " + Failures.excerpt(message), 0, type, null,
				null, null);
	}

}
