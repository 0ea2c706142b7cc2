package dev.litellm.dialect.bedrock;

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
import dev.litellm.chat.ThinkingBlock;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.JoinedText;
import dev.litellm.dialect.SchemaTool;
import dev.litellm.dialect.ThinkTags;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

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

	ChatResponse whole(Map<?, ?> answer, HttpHeaders headers) {
		JoinedText text = new JoinedText();
		JoinedText reasoning = new JoinedText();
		List<ThinkingBlock> thinking = new ArrayList<>();
		List<ToolCall> calls = new ArrayList<>();
		Citations citations = new Citations();
		String json = null;
		for (Object item : Values.items(message(answer).get("content"))) {
			Map<?, ?> block = Values.fields(item);
			text.add(Values.text(block.get("text"), ""));
			if (block.get("reasoningContent") instanceof Map<?, ?> content) {
				ThinkingBlock thought = thought(content, Values.fields(content.get("reasoningText")));
				thinking.add(thought);
				reasoning.add((thought.thinking() != null) ? thought.thinking() : "");
			}
			else if (block.get("toolUse") instanceof Map<?, ?> use) {
				if (this.asked.schemaTool().isAnswer(use.get("name"))) {
					json = answer(this.asked.schemaTool(), use.get("input"));
				}
				else {
					calls.add(call(use));
				}
			}
			else if (block.get("citationsContent") instanceof Map<?, ?> content) {
				Values.items(content.get("content"))
					.forEach((piece) -> text.add(Values.text(Values.fields(piece).get("text"), "")));
				Values.items(content.get("citations")).forEach((citation) -> citations.add(citation, text.length()));
			}
		}
		String said = (json != null) ? json : untagged(text.toString(), reasoning, thinking);
		ToolCall written = calls.isEmpty() ? this.asked.textCall(said) : null;
		if (written != null) {
			calls.add(written);
			said = "";
		}
		boolean thought = !reasoning.isEmpty() || !thinking.isEmpty();
		String reason = Values.text(answer.get("stopReason"));
		String finish = (json != null && calls.isEmpty()) ? FinishReason.STOP : finish(reason);
		Message message = new Message("assistant", (said.isEmpty() && !calls.isEmpty()) ? null : said, List.of(),
				thought ? reasoning.toString() : null, thinking, calls, null, null, citations.extra());
		return new ChatResponse(headers.getFirst("x-amzn-requestid"), this.created, this.model,
				List.of(new Choice(0, message, calls.isEmpty() ? finish : FinishReason.TOOL_CALLS, reason, Map.of())),
				Usages.of(answer.get("usage"), answer.get("additionalModelResponseFields"), thought), null,
				Values.text(Values.fields(answer.get("serviceTier")).get("type")), extra(answer), CallInfo.empty());
	}

	static boolean isAnswer(Map<?, ?> answer) {
		return message(answer).get("content") instanceof List<?> || answer.get("stopReason") != null;
	}

	private static Map<?, ?> message(Map<?, ?> answer) {
		return Values.fields(Values.fields(answer.get("output")).get("message"));
	}

	static Map<String, @Nullable Object> extra(Map<?, ?> told) {
		Map<String, @Nullable Object> extra = new Members();
		if (told.get("trace") != null) {
			extra.put("trace", told.get("trace"));
		}
		return extra;
	}

	static ThinkingBlock thought(Map<?, ?> content, Map<?, ?> text) {
		if (content.get("redactedContent") != null) {
			return new ThinkingBlock("redacted_thinking", null, null,
					Values.object("data", content.get("redactedContent")));
		}
		return new ThinkingBlock("thinking", Values.text(text.get("text"), ""), Values.text(text.get("signature")),
				Map.of());
	}

	private ToolCall call(Map<?, ?> use) {
		Object input = use.get("input");
		return new ToolCall(null, Values.text(use.get("toolUseId"), ""), "function",
				this.asked.names().original(Values.text(use.get("name"), "")),
				Json.text((input != null) ? input : Map.of()), Map.of());
	}

	/**
	 * Return the answer that is a tool's input; models like to wrap it into the word of
	 * the schema.
	 * @param tool the tool
	 * @param input its input
	 * @return the answer as JSON
	 */
	static String answer(SchemaTool tool, @Nullable Object input) {
		Map<?, ?> fields = Values.fields(input);
		boolean wrapped = fields.size() == 1 && fields.get("properties") instanceof Map<?, ?>;
		return tool.answer(wrapped ? fields.get("properties") : input);
	}

	private static String untagged(String text, JoinedText reasoning, List<ThinkingBlock> thinking) {
		if (!ThinkTags.mayBegin(text)) {
			return text;
		}
		ThinkTags tags = new ThinkTags(TAG);
		ThinkTags.Split split = tags.next(text);
		if (split == null) {
			return text;
		}
		ThinkTags.Split rest = tags.end();
		String thought = split.reasoning() + rest.reasoning();
		if (!thought.isEmpty()) {
			reasoning.add(thought);
			thinking.add(new ThinkingBlock("thinking", thought, null, Map.of()));
		}
		return split.content() + rest.content();
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
