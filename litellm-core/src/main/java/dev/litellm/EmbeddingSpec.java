package dev.litellm;

import java.util.List;

import reactor.core.publisher.Mono;

import dev.litellm.embedding.EmbeddingResponse;

/**
 * Embeddings in the making.
 *
 * @since 0.1.0
 */
public interface EmbeddingSpec extends CallSettings<EmbeddingSpec> {

	/**
	 * Add texts.
	 * @param texts the texts, none of them blank
	 * @return this
	 */
	EmbeddingSpec input(String... texts);

	/**
	 * Add texts.
	 * @param texts the texts, none of them blank
	 * @return this
	 */
	EmbeddingSpec input(List<String> texts);

	/**
	 * Ask for vectors of another length.
	 * @param dimensions the length
	 * @return this
	 */
	EmbeddingSpec dimensions(int dimensions);

	/**
	 * Set a parameter that has no method of its own.
	 * @param name the name in the request body
	 * @param value a JSON value
	 * @return this
	 */
	EmbeddingSpec extra(String name, Object value);

	/**
	 * Call and wait for the answer.
	 * @return the vectors
	 * @throws dev.litellm.error.LlmException if the call fails
	 * @throws IllegalStateException on a thread that must not block
	 */
	EmbeddingResponse call();

	/**
	 * Call without waiting; the call is made for each subscriber.
	 * @return the vectors
	 */
	Mono<EmbeddingResponse> callMono();

}
