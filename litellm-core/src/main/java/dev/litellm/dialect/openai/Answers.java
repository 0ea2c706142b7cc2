package dev.litellm.dialect.openai;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.ThinkTags;
import dev.litellm.json.Json;

/**
 * Answers of compatible servers brought into OpenAI's shape: usage from odd places,
 * reasoning out of the text, the finish reason of tool calls.
 */
final class Answers {

	private Answers() {
	}

	static @Nullable Object error(ChatResponse response) {
		for (Choice choice : response.choices()) {
			if (choice.extra().get("error") != null) {
				return choice.extra().get("error");
			}
		}
		return response.choices().isEmpty() ? OpenAiErrors.find(response.extra()) : null;
	}

	static @Nullable Object error(ChatChunk chunk, boolean told) {
		if (chunk.extra().get("error") != null || (chunk.choices().isEmpty() && chunk.usage() == null)) {
			Object error = OpenAiErrors.find(chunk.extra());
			return (error == null && told) ? chunk.extra() : error;
		}
		for (int i = 0; i < chunk.choices().size(); i++) {
			Object error = chunk.choices().get(i).extra().get("error");
			if (error != null) {
				return error;
			}
		}
		return told ? chunk.extra() : null;
	}

	static ChatResponse of(ChatResponse response) {
		List<Choice> choices = response.choices();
		Usage usage = usage(response.usage(), response.extra(), choices.get(0).extra());
		List<Choice> changed = isAnyChanged(choices) ? choices.stream().map(Answers::of).toList() : choices;
		if (changed == choices && usage == response.usage()) {
			return response;
		}
		return new ChatResponse(response.id(), response.created(), response.model(), changed, usage,
				response.systemFingerprint(), response.serviceTier(), response.extra(), response.info());
	}

	private static boolean isAnyChanged(List<Choice> choices) {
		for (Choice choice : choices) {
			if (isChanged(choice)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isChanged(Choice choice) {
		Message message = choice.message();
		return isToolFinish(choice)
				|| (!message.toolCalls().isEmpty()
						&& message.toolCalls().stream().anyMatch((call) -> call.type() == null))
				|| (message.reasoningContent() == null && ThinkTags.begins(message.content()));
	}

	private static boolean isToolFinish(Choice choice) {
		return !choice.message().toolCalls().isEmpty() && isPlain(choice.finishReason());
	}

	/**
	 * Return whether a finish reason tells less than tool calls do.
	 * @param reason the reason in OpenAI's words
	 * @return true for none and for {@code stop}
	 */
	static boolean isPlain(@Nullable String reason) {
		return reason == null || reason.equals(FinishReason.STOP);
	}

	private static Choice of(Choice choice) {
		if (!isChanged(choice)) {
			return choice;
		}
		Message message = choice.message();
		ThinkTags.Split split = (message.reasoningContent() == null) ? ThinkTags.split(message.content()) : null;
		Message changed = new Message(message.role(), (split != null) ? split.content() : message.content(),
				message.parts(), (split != null) ? split.reasoning() : message.reasoningContent(),
				message.thinkingBlocks(), message.toolCalls().stream().map(Answers::typed).toList(),
				message.toolCallId(), message.name(), message.extra());
		return new Choice(choice.index(), changed,
				isToolFinish(choice) ? FinishReason.TOOL_CALLS : choice.finishReason(), choice.nativeFinishReason(),
				choice.extra());
	}

	/**
	 * Return a tool call with a type.
	 * @param call the call, or its first piece
	 * @return the call as a function where it tells no type
	 */
	static ToolCall typed(ToolCall call) {
		return (call.type() != null) ? call
				: new ToolCall(call.index(), call.id(), "function", call.name(), call.arguments(), call.extra());
	}

	/**
	 * Return the usage of an answer, wherever it stands, with its details.
	 * @param usage the usage of the answer itself, or null
	 * @param extra the further members of the answer
	 * @param choice the further members of its first choice
	 * @return the usage, or null
	 */
	static @Nullable Usage usage(@Nullable Usage usage, Map<String, @Nullable Object> extra,
			Map<String, @Nullable Object> choice) {
		if (usage != null) {
			return Usages.detailed(usage);
		}
		Object odd = choice.isEmpty() ? null : choice.get("usage");
		if (odd == null && !extra.isEmpty() && extra.get("x_groq") instanceof Map<?, ?> groq) {
			odd = groq.get("usage");
		}
		return (odd instanceof Map<?, ?> fields) ? read(fields) : null;
	}

	private static Usage read(Map<?, ?> fields) {
		try (JsonParser parser = Json.parser(Json.text(new LinkedHashMap<>(fields)))) {
			parser.nextToken();
			return Usages.detailed(Objects.requireNonNull(Usage.read(parser)));
		}
	}

}
