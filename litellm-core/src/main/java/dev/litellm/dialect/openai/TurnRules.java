package dev.litellm.dialect.openai;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.json.Members;
import dev.litellm.provider.MessageQuirks.Turns;

/**
 * Conversations put together as a provider takes them.
 */
final class TurnRules {

	private TurnRules() {
	}

	/**
	 * Return the messages as a provider takes them.
	 * @param messages the messages
	 * @param rules how it takes them
	 * @return the messages
	 */
	static List<Message> of(List<Message> messages, Set<Turns> rules) {
		List<Message> result = messages;
		if (rules.contains(Turns.NINE_SIGN_IDS)) {
			result = CallIds.nine(result);
		}
		if (rules.contains(Turns.ONE_SYSTEM)) {
			result = oneSystem(result);
		}
		if (rules.contains(Turns.ONE_CALL)) {
			result = oneCall(result);
		}
		if (!rules.contains(Turns.TOOL_IMAGES_STAY)) {
			result = ToolImages.behind(result);
		}
		if (rules.contains(Turns.NO_REASONING)) {
			result = each(result, TurnRules::withoutReasoning);
		}
		return rules.contains(Turns.MARKED_PARTS) ? each(result, TurnRules::marked) : result;
	}

	/** Most rules find nothing to change. */
	private static List<Message> each(List<Message> messages, UnaryOperator<Message> rule) {
		List<Message> result = messages;
		for (int i = 0; i < messages.size(); i++) {
			Message message = messages.get(i);
			Message changed = rule.apply(message);
			if (changed != message) {
				result = (result == messages) ? new ArrayList<>(messages) : result;
				result.set(i, changed);
			}
		}
		return result;
	}

	private static Message withoutReasoning(Message message) {
		return (message.reasoningContent() == null) ? message
				: new Message(message.role(), message.content(), message.parts(), null, message.thinkingBlocks(),
						message.toolCalls(), message.toolCallId(), message.name(), message.extra());
	}

	private static List<Message> oneSystem(List<Message> messages) {
		List<Message> result = new ArrayList<>(messages.size());
		for (Message message : messages) {
			Message last = result.isEmpty() ? null : result.get(result.size() - 1);
			if (last != null && isPlainSystem(last) && isPlainSystem(message)) {
				result.set(result.size() - 1, Message.system(last.content() + "\n\n" + message.content()));
			}
			else {
				result.add(message);
			}
		}
		return result;
	}

	private static boolean isPlainSystem(Message message) {
		return message.role().equals("system") && message.content() != null && message.extra().isEmpty();
	}

	private static List<Message> oneCall(List<Message> messages) {
		List<Message> result = new ArrayList<>(messages.size());
		for (int i = 0; i < messages.size(); i++) {
			Message message = messages.get(i);
			Map<String, Message> results = (message.toolCalls().size() > 1) ? results(messages, i + 1) : Map.of();
			if (results.isEmpty() || !results.keySet().equals(ids(message))) {
				result.add(message);
				continue;
			}
			for (int call = 0; call < message.toolCalls().size(); call++) {
				ToolCall one = message.toolCalls().get(call);
				result.add((call == 0) ? with(message, List.of(one)) : Message.assistant(List.of(one)));
				result.add(results.get(String.valueOf(one.id())));
			}
			i += results.size();
		}
		return result;
	}

	private static Set<String> ids(Message message) {
		Set<String> ids = new LinkedHashSet<>();
		message.toolCalls().forEach((call) -> ids.add(String.valueOf(call.id())));
		return ids;
	}

	private static Map<String, Message> results(List<Message> messages, int from) {
		Map<String, Message> results = new LinkedHashMap<>();
		for (int i = from; i < messages.size() && messages.get(i).role().equals("tool"); i++) {
			if (results.put(String.valueOf(messages.get(i).toolCallId()), messages.get(i)) != null) {
				return Map.of();
			}
		}
		return results;
	}

	private static Message with(Message message, List<ToolCall> calls) {
		return new Message(message.role(), message.content(), message.parts(), message.reasoningContent(),
				message.thinkingBlocks(), calls, message.toolCallId(), message.name(), message.extra());
	}

	private static Message marked(Message message) {
		Object mark = message.extra().get(Messages.CACHE_CONTROL);
		if (mark == null || (message.content() == null && message.parts().isEmpty())) {
			return message;
		}
		List<ContentPart> parts = new ArrayList<>(
				(message.content() != null) ? List.of(ContentPart.text(message.content())) : message.parts());
		ContentPart last = parts.remove(parts.size() - 1);
		Map<String, @Nullable Object> extra = new Members(message.extra());
		extra.remove(Messages.CACHE_CONTROL);
		Map<String, @Nullable Object> marked = new Members(last.extra());
		marked.putIfAbsent(Messages.CACHE_CONTROL, mark);
		parts.add(Messages.with(last, marked));
		return new Message(message.role(), null, parts, message.reasoningContent(), message.thinkingBlocks(),
				message.toolCalls(), message.toolCallId(), message.name(), extra);
	}

}
