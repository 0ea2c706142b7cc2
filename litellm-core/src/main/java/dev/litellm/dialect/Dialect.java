package dev.litellm.dialect;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.LlmRequest;
import dev.litellm.call.LlmResponse;
import dev.litellm.error.Failure;
import dev.litellm.transport.WireReply;

/**
 * A wire format: how operations are encoded and decoded, and how failures are told.
 * Values in, steps and values out; a dialect does no I/O and keeps no state of a call.
 *
 * @since 0.1.0
 */
public interface Dialect {

	/**
	 * Return the name that providers refer to it by.
	 * @return for example {@code openai}
	 */
	String name();

	/**
	 * Return how an operation is spoken.
	 * @param <Q> the request
	 * @param <R> the answer
	 * @param <C> a chunk
	 * @param operation the operation
	 * @return the codec, or null where the format has no such operation
	 */
	<Q extends LlmRequest<Q>, R extends LlmResponse<R>, C> @Nullable Codec<Q, R, C> codec(Operation<Q, R, C> operation);

	/**
	 * Decide what kind of failure an answer tells: from status and error code first, from
	 * text last.
	 * @param reply an answer of status 300 or above
	 * @return the failure
	 */
	Failure error(WireReply reply);

	/**
	 * Decide what kind of failure an answer tells, where providers of the format mean
	 * different things by the same words.
	 * @param reply an answer of status 300 or above
	 * @param target who answered
	 * @return the failure
	 */
	default Failure error(WireReply reply, Target target) {
		return error(reply);
	}

}
