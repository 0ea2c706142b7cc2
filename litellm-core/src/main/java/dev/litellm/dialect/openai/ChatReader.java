package dev.litellm.dialect.openai;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;
import dev.litellm.transport.WireReply;

/**
 * Reader of answers in OpenAI's format, and in those that put something around them.
 *
 * @since 0.1.0
 */
public interface ChatReader {

	/** The format as it is. */
	ChatReader PLAIN = new ChatReader() {
	};

	/**
	 * Read a whole answer.
	 * @param parser stands on its first token
	 * @param reply the answer
	 * @return the answer within
	 * @throws tools.jackson.core.JacksonException if it is not JSON of the format
	 * @throws dev.litellm.error.FailureException if there is no answer within
	 */
	default ChatResponse response(JsonParser parser, WireReply reply) {
		return ChatResponse.read(parser);
	}

	/**
	 * Read an event of a stream.
	 * @param parser stands on its first token
	 * @param before the chunk before it, whose equal texts are used again, or null
	 * @return the chunk within, or null where there is none
	 * @throws tools.jackson.core.JacksonException if it is not JSON of the format
	 */
	default @Nullable ChatChunk chunk(JsonParser parser, @Nullable ChatChunk before) {
		return ChatChunk.read(parser, before);
	}

}
