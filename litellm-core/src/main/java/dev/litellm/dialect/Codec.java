package dev.litellm.dialect;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.LlmRequest;
import dev.litellm.call.LlmResponse;
import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
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
	 * Return the codec of a dialect that speaks chats only.
	 * @param <Q> the request
	 * @param <R> the answer
	 * @param <C> a chunk
	 * @param operation the operation that is asked for
	 * @param chat the codec of chats
	 * @return the codec, or null for any other operation
	 */
	@SuppressWarnings("unchecked")
	static <Q extends LlmRequest<Q>, R extends LlmResponse<R>, C> @Nullable Codec<Q, R, C> ofChat(
			Operation<Q, R, C> operation, Codec<ChatRequest, ChatResponse, ChatChunk> chat) {
		return (operation == (Object) Operation.CHAT) ? (Codec<Q, R, C>) chat : null;
	}

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
