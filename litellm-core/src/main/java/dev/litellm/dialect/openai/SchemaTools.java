package dev.litellm.dialect.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.Message;
import dev.litellm.chat.Tool;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.SchemaTool;
import dev.litellm.dialect.Target;

/**
 * Answers by a schema asked for as the input of a tool, where a provider or model cannot
 * be held to a schema otherwise.
 */
final class SchemaTools {

	private static final String FORMAT = "response_format";

	private static final String CHOICE = "tool_choice";

	private SchemaTools() {
	}

	/**
	 * Return the tool that the answer comes by.
	 * @param given the parameters by their OpenAI names
	 * @param target whom they go to
	 * @return the tool, or {@link SchemaTool#NONE}
	 */
	static SchemaTool of(Map<String, @Nullable Object> given, Target target) {
		if (!target.quirks().body().schemaTool() || isOtherwiseForced(given)) {
			return SchemaTool.NONE;
		}
		Map<?, ?> schema = SchemaTool.schema(given.get(FORMAT));
		return (schema != null) ? SchemaTool.of(schema) : SchemaTool.NONE;
	}

	/** Where a call of the caller's own tools is forced, the answer is that call. */
	private static boolean isOtherwiseForced(Map<String, @Nullable Object> given) {
		Object choice = given.get(CHOICE);
		return choice instanceof Map<?, ?> || "required".equals(choice);
	}

	/**
	 * Put the tool in place of the format.
	 * @param given the parameters by their OpenAI names
	 * @param result the parameters by the provider's names
	 */
	static void apply(Map<String, @Nullable Object> given, Map<String, @Nullable Object> result) {
		Map<?, ?> schema = SchemaTool.schema(given.get(FORMAT));
		if (schema == null || result.remove(FORMAT) == null || isOtherwiseForced(given)) {
			return;
		}
		List<Object> tools = new ArrayList<>((result.get("tools") instanceof List<?> own) ? own : List.of());
		boolean alone = tools.isEmpty() || "none".equals(given.get(CHOICE));
		tools.add(Tool.function(SchemaTool.NAME, null, SchemaTool.of(schema).input(schema)));
		result.put("tools", tools);
		if (result.get("thinking") instanceof Map<?, ?> thinking && "enabled".equals(thinking.get("type"))) {
			return;
		}
		result.put(CHOICE,
				alone ? Map.of("type", "function", "function", Map.of("name", SchemaTool.NAME)) : "required");
	}

	/**
	 * Return an answer with the tool's input as its text.
	 * @param response the answer as it came
	 * @param tool the tool
	 * @return the answer
	 */
	static ChatResponse answer(ChatResponse response, SchemaTool tool) {
		if (!tool.active()) {
			return response;
		}
		return new ChatResponse(response.id(), response.created(), response.model(),
				response.choices().stream().map((choice) -> answer(choice, tool)).toList(), response.usage(),
				response.systemFingerprint(), response.serviceTier(), response.extra(), response.info());
	}

	private static Choice answer(Choice choice, SchemaTool tool) {
		Message message = choice.message();
		List<ToolCall> calls = message.toolCalls().stream().filter((call) -> !tool.isAnswer(call.name())).toList();
		if (calls.size() == message.toolCalls().size()) {
			return choice;
		}
		StringBuilder text = new StringBuilder(message.text());
		for (ToolCall call : message.toolCalls()) {
			if (tool.isAnswer(call.name()) && call.arguments() != null) {
				text.append(tool.answerOf(call.arguments()));
			}
		}
		Message answer = new Message(message.role(), text.toString(), List.of(), message.reasoningContent(),
				message.thinkingBlocks(), calls, null, message.name(), message.extra());
		return new Choice(choice.index(), answer, finish(choice.finishReason(), calls.isEmpty()),
				choice.nativeFinishReason(), choice.extra());
	}

	/**
	 * Return why an answer ended that came by the tool.
	 * @param reason the reason as it came
	 * @param alone whether no other tool is called
	 * @return the reason
	 */
	static @Nullable String finish(@Nullable String reason, boolean alone) {
		return (alone && FinishReason.TOOL_CALLS.equals(reason)) ? FinishReason.STOP : reason;
	}

}
