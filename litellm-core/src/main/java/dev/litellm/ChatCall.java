package dev.litellm;

import dev.litellm.chat.ChatResponse;

/**
 * A chat that is called, with a wait, when it is asked for something; called once,
 * however often it is asked.
 *
 * @since 0.1.0
 */
public interface ChatCall {

	/**
	 * Return the answer.
	 * @return the answer with all that the call took
	 * @throws dev.litellm.error.LlmException if the call fails
	 * @throws IllegalStateException on a thread that must not block
	 */
	ChatResponse response();

	/**
	 * Return the text of the answer.
	 * @return the text of the first choice, empty where there is none
	 * @throws dev.litellm.error.LlmException if the call fails
	 * @throws IllegalStateException on a thread that must not block
	 */
	default String content() {
		return response().content();
	}

}
