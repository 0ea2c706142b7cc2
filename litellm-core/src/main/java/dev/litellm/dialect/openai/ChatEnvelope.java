package dev.litellm.dialect.openai;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Target;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * What a server puts around chats in OpenAI's format, or has in place of their members;
 * by itself nothing.
 *
 * @since 0.1.0
 */
public interface ChatEnvelope {

	/** The format as it is. */
	ChatEnvelope NONE = new ChatEnvelope() {
	};

	/**
	 * Make the request that goes out.
	 * @param asked what is asked for
	 * @param body the members of the body in OpenAI's format; may be changed
	 * @param headers the headers; may be changed
	 * @param target whom it goes to
	 * @param stream whether the answer is to be streamed
	 * @return the request to send
	 */
	default WireRequest put(ChatRequest asked, Map<String, @Nullable Object> body, Map<String, String> headers,
			Target target, boolean stream) {
		return WireRequest.postJson(target.uri(Operation.CHAT, Operation.CHAT.path(), stream), headers,
				WireBody.json(body));
	}

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
