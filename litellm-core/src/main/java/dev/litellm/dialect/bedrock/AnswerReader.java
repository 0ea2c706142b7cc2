package dev.litellm.dialect.bedrock;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

import org.springframework.http.HttpHeaders;

import dev.litellm.call.CallInfo;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.Message;
import dev.litellm.dialect.SchemaTool;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.json.Tokens;

/**
 * Reader of Bedrock's answers into OpenAI's shape.
 */
final class AnswerReader {

	/** Where a message keeps what OpenAI's shape has no room for. */
	static final String OWN = "provider_specific_fields";

	/** The tags that some models write their thoughts between. */
	static final String TAG = "thinking";

	private final BodyBuilder asked;

	private final String model;

	private final long created;

	AnswerReader(BodyBuilder asked, String model, long created) {
		this.asked = asked;
		this.model = model;
		this.created = created;
	}

	BodyBuilder asked() {
		return this.asked;
	}

	String model() {
		return this.model;
	}

	long created() {
		return this.created;
	}

	/**
	 * Read a whole answer.
	 * @param parser stands on the answer's start, and after the call on its end
	 * @param headers the headers that it came with
	 * @return the answer, or null where it is none
	 */
	@Nullable ChatResponse whole(JsonParser parser, HttpHeaders headers) {
		ContentReader content = new ContentReader(this.asked);
		Told told = new Told();
		boolean answer = false;
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			if (name.equals("output")) {
				answer |= content.readOutput(parser);
			}
			else {
				told.read(name, parser);
			}
		}
		return (answer || told.reason() != null) ? response(content, told, headers) : null;
	}

	private ChatResponse response(ContentReader content, Told told, HttpHeaders headers) {
		Message message = content.message();
		String finish = content.isAnswered() ? FinishReason.STOP : finish(told.reason());
		return new ChatResponse(headers.getFirst("x-amzn-requestid"), this.created, this.model,
				List.of(new Choice(0, message, message.toolCalls().isEmpty() ? finish : FinishReason.TOOL_CALLS,
						told.reason(), Map.of())),
				told.usage(content.isThought()), null, told.tier(), told.extra(), CallInfo.empty());
	}

	/**
	 * Return the answer that is a tool's input; models like to wrap it into the word of
	 * the schema.
	 * @param tool the tool
	 * @param input its input as JSON
	 * @return the answer as JSON
	 */
	static String answer(SchemaTool tool, String input) {
		String wrapped = null;
		try (JsonParser parser = Json.parser(input)) {
			parser.nextToken();
			if ("properties".equals(Tokens.first(parser))) {
				String value = Arguments.object(parser);
				wrapped = (Tokens.next(parser) == null) ? value : null;
			}
		}
		catch (JacksonException ex) {
			return input;
		}
		return tool.answerOf((wrapped != null) ? wrapped : input);
	}

	/**
	 * Return OpenAI's word for the reason that an answer ended.
	 * @param reason Bedrock's
	 * @return OpenAI's
	 */
	static String finish(@Nullable String reason) {
		return switch ((reason != null) ? reason : "") {
			case "max_tokens", "model_context_window_exceeded" -> FinishReason.LENGTH;
			case "tool_use" -> FinishReason.TOOL_CALLS;
			case "guardrail_intervened", "content_filtered" -> FinishReason.CONTENT_FILTER;
			case "malformed_model_output",
					"malformed_tool_use" ->
				throw Failure
					.of(ErrorKind.INVALID_RESPONSE,
							"the model's output is malformed (" + reason + "): ask again, or another model")
					.asException();
			default -> FinishReason.STOP;
		};
	}

}
