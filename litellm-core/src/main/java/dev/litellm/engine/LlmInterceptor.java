package dev.litellm.engine;

import dev.litellm.call.LlmRequest;
import dev.litellm.call.LlmResponse;
import dev.litellm.dialect.Operation;
import dev.litellm.error.LlmException;

/**
 * Sees and may change what a call asks, answers, streams and fails with. Interceptors run
 * in their order on the way in and in reverse on the way out; they must not block.
 *
 * @since 0.1.0
 */
public interface LlmInterceptor {

	/**
	 * Called before a call is routed.
	 * @param <Q> the request
	 * @param operation what the call does
	 * @param request the request
	 * @return the request to go on with
	 */
	default <Q extends LlmRequest<Q>> Q onRequest(Operation<Q, ?, ?> operation, Q request) {
		return request;
	}

	/**
	 * Called with the answer of a call that does not stream.
	 * @param <R> the answer
	 * @param operation what the call does
	 * @param response the answer
	 * @return the answer to go on with
	 */
	default <R extends LlmResponse<R>> R onResponse(Operation<?, R, ?> operation, R response) {
		return response;
	}

	/**
	 * Called with each chunk of a stream.
	 * @param <C> the chunk
	 * @param operation what the call does
	 * @param chunk the chunk
	 * @return the chunk to go on with
	 */
	default <C> C onChunk(Operation<?, ?, C> operation, C chunk) {
		return chunk;
	}

	/**
	 * Called when a call has failed for good.
	 * @param operation what the call does
	 * @param error the failure
	 * @return the failure to go on with
	 */
	default LlmException onError(Operation<?, ?, ?> operation, LlmException error) {
		return error;
	}

}
