package dev.litellm;

import reactor.core.publisher.Mono;

import dev.litellm.chat.ChatParameters;

/**
 * One chat in the making for several models at once.
 *
 * @since 0.1.0
 */
public interface CompareSpec extends Conversation<CompareSpec>, ChatParameters<CompareSpec>, CallSettings<CompareSpec> {

	/**
	 * Call all models at the same time and wait for all of them.
	 * @return each model's answer or failure
	 * @throws IllegalStateException on a thread that must not block
	 */
	Comparison call();

	/**
	 * Call all models at the same time without waiting.
	 * @return each model's answer or failure
	 */
	Mono<Comparison> callMono();

}
