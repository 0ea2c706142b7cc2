package dev.litellm.dialect;

import dev.litellm.call.LlmRequest;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;

/**
 * How a dialect speaks one operation: requests to wire, wire to answers; without any I/O.
 *
 * @param <Q> the request
 * @param <R> the answer
 * @param <C> a chunk of a streamed answer
 * @since 0.1.0
 */
public interface Codec<Q extends LlmRequest<Q>, R, C> {

	/**
	 * Begin a call.
	 * @param request the request; its model is the provider's own name
	 * @param target whom it goes to
	 * @return the first step
	 */
	Step<R> call(Q request, Target target);

	/**
	 * Begin a streamed call.
	 * @param request the request; its model is the provider's own name
	 * @param target whom it goes to
	 * @return the first step
	 */
	default Step<C> stream(Q request, Target target) {
		return new Step.Fail<>(Failure.of(ErrorKind.BAD_REQUEST,
				"streams of this operation are not available at " + target.provider().name()));
	}

}
