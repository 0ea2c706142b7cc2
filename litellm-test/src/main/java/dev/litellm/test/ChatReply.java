package dev.litellm.test;

import dev.litellm.test.ChatBody.Flaw;

/**
 * A chat answer of a {@link ScriptedLlm}: its content is settled here, before how it
 * travels is settled by the methods of {@link Reply}.
 *
 * @since 0.1.0
 */
public final class ChatReply extends Reply {

	private final ChatBody chat;

	ChatReply(ChatBody chat) {
		super(chat, Travel.PLAIN);
		this.chat = chat;
	}

	/**
	 * Adds one more tool call.
	 * @param name the function
	 * @param arguments its arguments, usually a JSON object
	 * @return the changed reply
	 */
	public ChatReply andToolCall(String name, String arguments) {
		return new ChatReply(this.chat.withToolCall(name, arguments));
	}

	/**
	 * Thinks aloud first, as {@code reasoning_content}.
	 * @param reasoning the reasoning
	 * @return the changed reply
	 */
	public ChatReply reasoning(String reasoning) {
		return new ChatReply(this.chat.withReasoning(reasoning));
	}

	/**
	 * Says why the answer ended, instead of {@code stop} or {@code tool_calls}.
	 * @param finishReason such as {@code length} or {@code content_filter}
	 * @return the changed reply
	 */
	public ChatReply finishReason(String finishReason) {
		return new ChatReply(this.chat.withFacts(this.chat.facts().withFinishReason(finishReason)));
	}

	/**
	 * Reports this usage, instead of an estimate.
	 * @param promptTokens the tokens of the prompt
	 * @param completionTokens the tokens of the answer
	 * @return the changed reply
	 */
	public ChatReply usage(int promptTokens, int completionTokens) {
		return new ChatReply(this.chat.withFacts(this.chat.facts().withUsage(promptTokens, completionTokens)));
	}

	/**
	 * Answers under this id.
	 * @param id the id
	 * @return the changed reply
	 */
	public ChatReply id(String id) {
		return new ChatReply(this.chat.withFacts(this.chat.facts().withId(id)));
	}

	/**
	 * Answers as this model, instead of the one that was asked for.
	 * @param model the model
	 * @return the changed reply
	 */
	public ChatReply model(String model) {
		return new ChatReply(this.chat.withFacts(this.chat.facts().withModel(model)));
	}

	/**
	 * Ends a stream without {@code [DONE]}.
	 * @return the changed reply
	 */
	public ChatReply withoutDone() {
		return new ChatReply(this.chat.withFlaw(new Flaw(-1, 0, false)));
	}

	/**
	 * Ends a stream with an error event and neither finish reason nor {@code [DONE]}.
	 * @param chunks the number of chunks already sent, 0 for at once
	 * @param status the HTTP status whose error it tells; the answer's own stays 200
	 * @return the changed reply
	 */
	public ChatReply errorAfter(int chunks, int status) {
		return new ChatReply(this.chat.withFlaw(new Flaw(chunks, status, false)));
	}

}
