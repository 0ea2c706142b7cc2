package dev.litellm;

import org.springframework.lang.CheckReturnValue;

import reactor.core.publisher.Mono;

import dev.litellm.chat.ChatParameters;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;

/**
 * A chat in the making: messages, parameters and settings, then one of three endings.
 *
 * @since 0.1.0
 */
public interface ChatSpec extends Conversation<ChatSpec>, ChatParameters<ChatSpec>, CallSettings<ChatSpec> {

	/**
	 * Call and wait for the answer; the call is made when the returned object is asked
	 * for something.
	 * @return what to ask of the answer
	 */
	@CheckReturnValue
	ChatCall call();

	/**
	 * Call without waiting; the call is made for each subscriber.
	 * @return the answer
	 */
	Mono<ChatResponse> callMono();

	/**
	 * Call and get the answer piece by piece; the call is made for each subscriber.
	 * @return ways to read the stream
	 */
	ChatStream stream();

	/**
	 * Return the request as it stands.
	 * @return the request
	 */
	ChatRequest request();

}
