package dev.litellm.call;

import java.time.Duration;
import java.util.List;

import org.springframework.http.HttpHeaders;

import dev.litellm.error.Attempt;
import dev.litellm.pricing.Cost;

/**
 * What every operation's answer tells beside the answer itself.
 *
 * @param <S> the answer's own type
 * @since 0.1.0
 */
public interface LlmResponse<S extends LlmResponse<S>> {

	/**
	 * Return what the call took.
	 * @return the information; empty for an answer that was made from JSON
	 */
	CallInfo info();

	S withInfo(CallInfo info);

	/**
	 * Return who answered.
	 * @return the provider's name
	 */
	default String provider() {
		return info().provider();
	}

	/**
	 * Return what was tried.
	 * @return the attempts in order, the one that answered last
	 */
	default List<Attempt> attempts() {
		return info().attempts();
	}

	/**
	 * Return the headers of the answer.
	 * @return the headers as the provider sent them
	 */
	default HttpHeaders headers() {
		return info().headers();
	}

	/**
	 * Return how long the call took, all attempts and waits included.
	 * @return the time from the call to the whole answer
	 */
	default Duration latency() {
		return info().latency();
	}

	/**
	 * Return what the call cost.
	 * @return the price, or that it is unknown
	 */
	default Cost cost() {
		return info().cost();
	}

}
