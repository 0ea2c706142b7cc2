package dev.litellm.call;

import java.time.Duration;
import java.util.List;

import org.springframework.http.HttpHeaders;

import dev.litellm.error.Attempt;
import dev.litellm.pricing.Cost;

/**
 * What a call took: who answered, after which attempts, in which time, at which price.
 *
 * @param provider the name of the provider that answered
 * @param deployment provider and model that answered, as {@code provider/model}
 * @param attempts what was tried, in order
 * @param headers the headers of the answer
 * @param latency from the call to the whole answer
 * @param cost the price, or that it is unknown
 * @param notes what was changed on the way to the provider, for example the parameters
 * that were left out
 * @since 0.1.0
 */
public record CallInfo(String provider, String deployment, List<Attempt> attempts, HttpHeaders headers,
		Duration latency, Cost cost, List<String> notes) {

	private static final CallInfo EMPTY = new CallInfo("", "", List.of(), HttpHeaders.EMPTY, Duration.ZERO,
			Cost.unknown(), List.of());

	public CallInfo {
		attempts = List.copyOf(attempts);
		notes = List.copyOf(notes);
	}

	public static CallInfo empty() {
		return EMPTY;
	}

	/**
	 * Return the provider's rate limits.
	 * @return the limits as far as the answer's headers tell them
	 */
	public RateLimits rateLimits() {
		return RateLimits.of(this.headers);
	}

	/**
	 * Return what a LiteLLM proxy tells of the call.
	 * @return the {@code x-litellm-*} headers as values
	 */
	public ProxyInfo proxy() {
		return new ProxyInfo(this.headers);
	}

}
