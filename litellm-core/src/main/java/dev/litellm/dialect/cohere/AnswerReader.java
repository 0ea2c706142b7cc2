package dev.litellm.dialect.cohere;

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
import dev.litellm.chat.Usage;
import dev.litellm.dialect.Failures;
import dev.litellm.error.Failure;
import dev.litellm.json.Tokens;
import dev.litellm.transport.WireReply;

/**
 * Reader of Cohere's whole answers into OpenAI's shape.
 */
final class AnswerReader {

	private final MessageReader message = new MessageReader();

	private @Nullable String id;

	private @Nullable String reason;

	private @Nullable String error;

	/** What stands in place of a message where it is an error. */
	private @Nullable String problem;

	private boolean told;

	private Map<String, @Nullable Object> logprobs = Map.of();

	private @Nullable Usage usage;

	private AnswerReader() {
	}

	/**
	 * Read an answer.
	 * @param reply the answer
	 * @param errors makes failures of the errors that it may hold
	 * @param model the model that was asked
	 * @param created when it was made
	 * @return the answer in OpenAI's shape
	 * @throws dev.litellm.error.FailureException if it is an error or something else
	 */
	static ChatResponse read(WireReply reply, CohereErrors errors, String model, long created) {
		AnswerReader answer = Failures.read(reply, CohereChatCodec.EXPECTED, AnswerReader::read);
		if (answer.problem != null) {
			throw errors.within(answer.problem, answer.id).asException();
		}
		Failure ended = errors.ending(answer.reason, answer.error, answer.id);
		if (ended != null) {
			throw ended.asException();
		}
		if (!answer.told) {
			throw Failures.invalid(reply, CohereChatCodec.EXPECTED, "no message").asException();
		}
		Message said = answer.message.message();
		Choice choice = new Choice(0, said, finish(answer.reason, !said.toolCalls().isEmpty()), answer.reason,
				answer.logprobs);
		return new ChatResponse(answer.id, created, model, List.of(choice), answer.usage, null, null, Map.of(),
				CallInfo.empty());
	}

	private static AnswerReader read(JsonParser parser) {
		AnswerReader answer = new AnswerReader();
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "id" -> answer.id = Tokens.text(parser);
				case "finish_reason" -> answer.reason = Tokens.text(parser);
				case "error" -> answer.error = Tokens.text(parser);
				case "message" -> answer.readMessage(parser);
				case "logprobs" -> answer.logprobs = Logprobs.read(parser);
				case "usage" -> answer.usage = UsageReader.read(parser);
				default -> parser.skipChildren();
			}
		}
		return answer;
	}

	private void readMessage(JsonParser parser) {
		if (parser.currentToken() == JsonToken.VALUE_STRING) {
			this.problem = parser.getString();
			return;
		}
		this.told = parser.currentToken() == JsonToken.START_OBJECT;
		this.message.read(parser);
	}

	static @Nullable String finish(@Nullable String reason, boolean calls) {
		return switch ((reason != null) ? reason : "") {
			case "MAX_TOKENS" -> FinishReason.LENGTH;
			case "TOOL_CALL" -> FinishReason.TOOL_CALLS;
			case "", "COMPLETE", "STOP_SEQUENCE" -> calls ? FinishReason.TOOL_CALLS : FinishReason.STOP;
			default -> FinishReason.unify(reason);
		};
	}

}
