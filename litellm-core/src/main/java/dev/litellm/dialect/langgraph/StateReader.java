package dev.litellm.dialect.langgraph;

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
import dev.litellm.dialect.Failures;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.json.Tokens;
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
		RunMessage message = Failures.read(reply, EXPECTED, StateReader::last);
		if (message == null) {
			throw Failures.invalid(reply, EXPECTED, "no message of an AI").asException();
		}
		String reason = message.reason();
		Choice choice = new Choice(0, Message.assistant(message.text()), finish(reason), reason, Map.of());
		return new ChatResponse(message.id(), this.created, message.model(this.assistant), List.of(choice),
				message.usage(), null, null, Map.of(), CallInfo.empty());
	}

	private static @Nullable RunMessage last(JsonParser parser) {
		RunMessage last = null;
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			if (name.equals("__error__") && Json.read(parser) instanceof Map<?, ?> error) {
				throw failure(error).asException();
			}
			RunMessage found = switch (name) {
				case "messages" -> lastOf(parser);
				case "values" -> last(parser);
				default -> null;
			};
			parser.skipChildren();
			last = (found != null && (last == null || name.equals("messages"))) ? found : last;
		}
		return last;
	}

	private static @Nullable RunMessage lastOf(JsonParser parser) {
		RunMessage last = null;
		if (parser.currentToken() == JsonToken.START_ARRAY) {
			while (parser.nextToken() != JsonToken.END_ARRAY) {
				RunMessage message = RunMessage.read(parser);
				last = message.isAnswer() ? message : last;
			}
		}
		return last;
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
