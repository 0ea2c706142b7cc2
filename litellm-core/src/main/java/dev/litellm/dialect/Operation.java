package dev.litellm.dialect;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.LlmRequest;
import dev.litellm.call.LlmResponse;
import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.embedding.EmbeddingRequest;
import dev.litellm.embedding.EmbeddingResponse;

/**
 * What a call does: chat, embeddings, and so on; operations differ only in the types of
 * their request, answer and stream chunk.
 *
 * @param <Q> the request
 * @param <R> the answer
 * @param <C> a chunk of a streamed answer
 * @param name the name in data lines and observations
 * @param path OpenAI's path for it
 * @param request the type of the request
 * @param response the type of the answer
 * @param chunk the type of a chunk
 * @param streaming how its streams are read, or null where it does not stream
 * @since 0.1.0
 */
public record Operation<Q extends LlmRequest<Q>, R extends LlmResponse<R>, C>(String name, String path,
		Class<Q> request, Class<R> response, Class<C> chunk, @Nullable Streaming<C, R> streaming) {

	/** Chat completions. */
	public static final Operation<ChatRequest, ChatResponse, ChatChunk> CHAT = new Operation<>("chat",
			"/chat/completions", ChatRequest.class, ChatResponse.class, ChatChunk.class, new ChatStreaming());

	/** Embeddings; they do not stream. */
	public static final Operation<EmbeddingRequest, EmbeddingResponse, Void> EMBEDDINGS = new Operation<>("embeddings",
			"/embeddings", EmbeddingRequest.class, EmbeddingResponse.class, Void.class, null);

	@Override
	public String toString() {
		return this.name;
	}

}
