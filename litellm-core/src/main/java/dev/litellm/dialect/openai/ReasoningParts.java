package dev.litellm.dialect.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.ThinkingBlock;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * Signed thinking as parts of a message's content, or beside it.
 */
final class ReasoningParts {

	private ReasoningParts() {
	}

	/**
	 * Return a message with its thinking as parts.
	 * @param message the message
	 * @param thinking what the assistant thought; what is not signed stays out
	 * @return the message, its thinking before what it says
	 */
	static Message of(Message message, List<ThinkingBlock> thinking) {
		List<ContentPart> parts = new ArrayList<>();
		for (ThinkingBlock block : thinking) {
			if (isSigned(block)) {
				Map<String, @Nullable Object> summary = Values.object("type", "summary_text");
				summary.put("text", block.thinking());
				summary.put("signature", block.signature());
				parts.add(new ContentPart.Other("reasoning", Map.of("summary", List.of(summary))));
			}
		}
		if (parts.isEmpty()) {
			return message;
		}
		if (message.content() != null && !message.content().isEmpty()) {
			parts.add(ContentPart.text(message.content()));
		}
		parts.addAll(message.parts());
		return new Message(message.role(), null, parts, null, List.of(), message.toolCalls(), message.toolCallId(),
				message.name(), message.extra());
	}

	/**
	 * Return a message with its thinking as a list of blocks.
	 * @param message the message
	 * @param thinking what the assistant thought; what is not signed stays out
	 * @return the message
	 */
	static Message blocks(Message message, List<ThinkingBlock> thinking) {
		List<Map<String, @Nullable Object>> blocks = new ArrayList<>();
		for (ThinkingBlock block : thinking) {
			if (isSigned(block)) {
				Map<String, @Nullable Object> told = Values.object("content", block.thinking());
				told.put("signature", block.signature());
				blocks.add(told);
			}
		}
		if (blocks.isEmpty()) {
			return message;
		}
		Map<String, @Nullable Object> extra = new Members(message.extra());
		extra.put("reasoning_content", blocks);
		return new Message(message.role(), message.content(), message.parts(), null, List.of(), message.toolCalls(),
				message.toolCallId(), message.name(), extra);
	}

	private static boolean isSigned(ThinkingBlock block) {
		return block.signature() != null && !block.signature().isEmpty() && block.thinking() != null;
	}

}
