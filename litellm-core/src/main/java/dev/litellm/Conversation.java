package dev.litellm;

import java.util.Arrays;
import java.util.List;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;

/**
 * Setters of the messages of a chat, in the order of the conversation.
 *
 * @param <S> what the setters return
 * @since 0.1.0
 */
public interface Conversation<S> {

	/**
	 * Add messages.
	 * @param messages the messages
	 * @return this
	 */
	S messages(List<Message> messages);

	default S messages(Message... messages) {
		return messages(Arrays.asList(messages));
	}

	default S system(String text) {
		return messages(Message.system(text));
	}

	default S developer(String text) {
		return messages(Message.developer(text));
	}

	default S user(String text) {
		return messages(Message.user(text));
	}

	/**
	 * Add a user's message of several parts.
	 * @param parts texts, images, audio, files
	 * @return this
	 */
	default S user(ContentPart... parts) {
		return messages(Message.user(parts));
	}

	default S assistant(String text) {
		return messages(Message.assistant(text));
	}

	/**
	 * Add a tool's result.
	 * @param toolCallId the id of the call that it answers
	 * @param result the result as text
	 * @return this
	 */
	default S tool(String toolCallId, String result) {
		return messages(Message.tool(toolCallId, result));
	}

}
