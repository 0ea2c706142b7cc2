package dev.litellm.dialect.anthropic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.CallInfo;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.Message;
import dev.litellm.chat.ThinkingBlock;
import dev.litellm.chat.ToolCall;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.JoinedText;
import dev.litellm.dialect.SchemaTool;
import dev.litellm.dialect.ToolNames;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * Reader of Anthropic's messages into OpenAI's shape.
 */
final class AnswerReader {

	private static final Set<String> PLAIN = Set.of("text", "thinking", "redacted_thinking", "tool_use");

	static final Set<String> MEMBERS = Set.of("id", "model", "content", "stop_reason", "stop_sequence", "stop_details",
			"usage", "error");

	private static final List<String> ENDING = List.of("stop_sequence", "stop_details");

	/** What Anthropic tells beside the tokens. */
	private static final List<String> BESIDE = List.of("inference_geo", "service_tier", "server_tool_use", "speed");

	private final ToolNames names;

	private final SchemaTool emulation;

	private final long created;

	AnswerReader(ToolNames names, SchemaTool emulation, long created) {
		this.names = names;
		this.emulation = emulation;
		this.created = created;
	}

	ToolNames names() {
		return this.names;
	}

	SchemaTool emulation() {
		return this.emulation;
	}

	long created() {
		return this.created;
	}

	ChatResponse whole(Map<?, ?> answer) {
		JoinedText text = new JoinedText();
		JoinedText reasoning = new JoinedText();
		List<ThinkingBlock> thinking = List.of();
		List<ToolCall> calls = List.of();
		boolean answered = false;
		boolean own = false;
		for (Object item : Values.items(answer.get("content"))) {
			Map<?, ?> block = Values.fields(item);
			String type = Values.text(block.get("type"), "");
			own |= isOwn(type) || block.get("citations") != null;
			switch (type) {
				case "text" -> text.add(Values.text(block.get("text"), ""));
				case "thinking", "redacted_thinking" -> {
					thinking = plus(thinking, thinking(block));
					reasoning.add(Values.text(block.get("thinking"), ""));
				}
				case "tool_use" -> {
					if (this.emulation.isAnswer(block.get("name"))) {
						answered = true;
						text.add(this.emulation.answer(block.get("input")));
					}
					else {
						calls = plus(calls, call(block));
					}
				}
				default -> {
				}
			}
		}
		String reason = Values.text(answer.get("stop_reason"));
		Message message = new Message("assistant", text.orNull(), List.of(),
				thinking.isEmpty() ? null : reasoning.toString(), thinking, calls, null, null,
				own ? ownBlocks(answer.get("content")) : Map.of());
		Choice choice = new Choice(0, message, finish(reason, answered && calls.isEmpty()), reason,
				Values.pick(answer, ENDING));
		return new ChatResponse(Values.text(answer.get("id")), this.created, Values.text(answer.get("model")),
				List.of(choice), usage(answer.get("usage")), null, null, Map.of(), CallInfo.empty());
	}

	/** Most answers have neither thoughts nor calls. */
	private static <T> List<T> plus(List<T> items, T item) {
		List<T> more = items.isEmpty() ? new ArrayList<>() : items;
		more.add(item);
		return more;
	}

	static boolean isOwn(String type) {
		return !type.isEmpty() && !PLAIN.contains(type);
	}

	/** Blocks that OpenAI's shape has no room for are kept whole, to be sent back. */
	static Map<String, @Nullable Object> ownBlocks(@Nullable Object content) {
		Map<String, @Nullable Object> fields = new Members();
		fields.put(AnswerBlocks.OWN_BLOCKS, content);
		return Map.of("provider_specific_fields", fields);
	}

	static String finish(@Nullable String reason, boolean answeredByTool) {
		if (reason == null || answeredByTool) {
			return FinishReason.STOP;
		}
		return switch (reason) {
			case "max_tokens", "model_context_window_exceeded", "compaction" -> FinishReason.LENGTH;
			case "tool_use" -> FinishReason.TOOL_CALLS;
			case "refusal" -> FinishReason.CONTENT_FILTER;
			default -> FinishReason.STOP;
		};
	}

	static ThinkingBlock thinking(Map<?, ?> block) {
		Map<String, @Nullable Object> extra = new Members();
		if (block.get("data") != null) {
			extra.put("data", block.get("data"));
		}
		return new ThinkingBlock(String.valueOf(block.get("type")), Values.text(block.get("thinking")),
				Values.text(block.get("signature")), extra);
	}

	private ToolCall call(Map<?, ?> block) {
		Object input = block.get("input");
		return ToolCall.function(Values.text(block.get("id"), ""),
				this.names.original(Values.text(block.get("name"), "")), Json.text((input != null) ? input : Map.of()));
	}

	/**
	 * Return the tokens in OpenAI's shape: those read from and written to the cache are
	 * part of the prompt.
	 * @param told the usage as Anthropic tells it
	 * @return the usage, or null where there is none
	 */
	static @Nullable Usage usage(@Nullable Object told) {
		if (!(told instanceof Map<?, ?> usage) || usage.get("output_tokens") == null) {
			return null;
		}
		long input = Values.number(usage.get("input_tokens"));
		long written = Values.number(usage.get("cache_creation_input_tokens"));
		long read = Values.number(usage.get("cache_read_input_tokens"));
		long output = Values.number(usage.get("output_tokens"));
		Members prompt = new Members(5);
		prompt.put("cached_tokens", read);
		prompt.put("text_tokens", input);
		prompt.put("cache_creation_tokens", written);
		prompt.put("cache_write_tokens", written);
		if (usage.get("cache_creation") != null) {
			prompt.put("cache_creation_token_details", usage.get("cache_creation"));
		}
		long thought = (usage.get("output_tokens_details") instanceof Map<?, ?> details)
				? Values.number(details.get("thinking_tokens")) : 0;
		Members completion = new Members();
		completion.put("reasoning_tokens", thought);
		completion.put("text_tokens", output - thought);
		Members extra = new Members(4);
		extra.put("cache_creation_input_tokens", written);
		extra.put("cache_read_input_tokens", read);
		for (String name : BESIDE) {
			if (usage.get(name) != null) {
				extra.put(name, usage.get(name));
			}
		}
		return new Usage(input + written + read, output, input + written + read + output, prompt, completion, extra);
	}

}
