package dev.litellm.dialect;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.LlmRequest;
import dev.litellm.call.LlmResponse;
import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.error.Failure;
import dev.litellm.transport.WireReply;

/**
 * A wire format of chats, and of nothing else.
 *
 * @since 0.1.0
 */
public abstract class ChatDialect implements Dialect {

	private final String name;

	private final Function<WireReply, Failure> errors;

	private final Codec<ChatRequest, ChatResponse, ChatChunk> chat;

	/**
	 * Create the dialect.
	 * @param name the name that providers refer to it by
	 * @param errors reads the failures that answers of status 300 and above tell
	 * @param chat how chats are spoken
	 */
	protected ChatDialect(String name, Function<WireReply, Failure> errors,
			Codec<ChatRequest, ChatResponse, ChatChunk> chat) {
		this.name = name;
		this.errors = errors;
		this.chat = chat;
	}

	@Override
	public final String name() {
		return this.name;
	}

	@Override
	@SuppressWarnings("unchecked")
	public final <Q extends LlmRequest<Q>, R extends LlmResponse<R>, C> @Nullable Codec<Q, R, C> codec(
			Operation<Q, R, C> operation) {
		return (operation == (Object) Operation.CHAT) ? (Codec<Q, R, C>) this.chat : null;
	}

	@Override
	public final Failure error(WireReply reply) {
		return this.errors.apply(reply);
	}

}
