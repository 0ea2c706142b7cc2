package dev.litellm;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.embedding.EmbeddingRequest;
import dev.litellm.embedding.EmbeddingResponse;

/**
 * A provider of the application's own, which answers without a wire format: a model in
 * the same JVM, a vendor's client, anything; LiteLLM's {@code CustomLLM}. Its calls have
 * retries, fallbacks, timeouts and observations as those of any other.
 * <p>
 * The methods are called on a thread that may block. What they fail with decides what
 * happens next: {@code Failure.of(ErrorKind.RATE_LIMIT, "…").asException()} says the
 * kind, an {@link dev.litellm.error.LlmException} keeps its own, an
 * {@link java.io.IOException} is a broken connection, an {@link IllegalArgumentException}
 * a bad request, anything else a failure of the provider.
 *
 * @since 0.1.0
 */
public interface LlmProvider {

	/**
	 * Return the name that stands before the slash in {@code provider/model}.
	 * @return a plain name, for example {@code in-house}
	 */
	String name();

	/**
	 * Answer a chat.
	 * @param request the request; its model is the part behind the slash
	 * @return the answer
	 */
	Mono<ChatResponse> chat(ChatRequest request);

	/**
	 * Answer a chat in chunks.
	 * @param request the request; its model is the part behind the slash
	 * @return the chunks; without a method of its own, the whole answer as one
	 */
	default Flux<ChatChunk> stream(ChatRequest request) {
		return chat(request).map(ChatChunk::of).flux();
	}

	/**
	 * Make vectors of texts.
	 * @param request the request; its model is the part behind the slash
	 * @return the vectors
	 */
	default Mono<EmbeddingResponse> embeddings(EmbeddingRequest request) {
		return Mono.error(new UnsupportedOperationException("Provider '" + name() + "' has no embeddings"));
	}

}
