package dev.litellm;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.litellm.call.CallOptions;
import dev.litellm.call.ProxyOptions;
import dev.litellm.call.Secret;
import dev.litellm.provider.BaseUrls;

/**
 * Setters of how one call is made.
 *
 * @param <S> what the setters return
 * @since 0.1.0
 */
public interface CallSettings<S> {

	/**
	 * Change the call's options.
	 * @param change makes new options of the present ones
	 * @return this
	 */
	S options(UnaryOperator<CallOptions> change);

	/**
	 * Use another key for this call; fallbacks keep their own.
	 * @param apiKey the key
	 * @return this
	 */
	default S apiKey(String apiKey) {
		return options((options) -> options.withApiKey(Secret.of(apiKey)));
	}

	/**
	 * Use another address for this call; fallbacks keep their own. A configured key does
	 * not go to another host: give one with {@link #apiKey(String)}.
	 * @param baseUrl the base URL
	 * @return this
	 */
	default S baseUrl(String baseUrl) {
		String checked = BaseUrls.check(baseUrl);
		return options((options) -> options.withBaseUrl(checked));
	}

	/**
	 * Limit the whole call, retries, fallbacks and waits included.
	 * @param total the limit
	 * @return this
	 */
	default S timeout(Duration total) {
		return options((options) -> options.withTimeouts(options.timeouts().withTotal(total)));
	}

	default S connectTimeout(Duration connect) {
		return options((options) -> options.withTimeouts(options.timeouts().withConnect(connect)));
	}

	/**
	 * Limit the time from a request to the first content of its answer.
	 * @param firstToken the limit
	 * @return this
	 */
	default S firstTokenTimeout(Duration firstToken) {
		return options((options) -> options.withTimeouts(options.timeouts().withFirstToken(firstToken)));
	}

	/**
	 * Limit the time between two pieces of a streamed answer.
	 * @param idle the limit
	 * @return this
	 */
	default S idleTimeout(Duration idle) {
		return options((options) -> options.withTimeouts(options.timeouts().withIdle(idle)));
	}

	/**
	 * Say where the call goes when the model fails, instead of the configured fallbacks.
	 * @param models the models in order; none for no fallback
	 * @return this
	 */
	default S fallbacks(String... models) {
		return options((options) -> options.withFallbacks(List.of(models)));
	}

	/**
	 * Say how often a model is tried, the first time included.
	 * @param maxAttempts 1 for no retry, or more
	 * @return this
	 */
	default S maxAttempts(int maxAttempts) {
		return options((options) -> options.withRetries(options.retries().withMaxAttempts(maxAttempts)));
	}

	default S header(String name, String value) {
		return options((options) -> options.withHeader(name, value));
	}

	/**
	 * Say what the call is about, for logs and a LiteLLM proxy.
	 * @param metadata JSON values by name
	 * @return this
	 */
	default S metadata(Map<String, Object> metadata) {
		return options((options) -> options.withMetadata(metadata));
	}

	/**
	 * Label the call, for logs and a LiteLLM proxy.
	 * @param tags the labels
	 * @return this
	 */
	default S tags(String... tags) {
		return options((options) -> options.withTags(List.of(tags)));
	}

	/**
	 * Say whether parameters that the provider does not know are left out and named in
	 * the answer, instead of refused.
	 * @param dropUnsupported whether they are left out
	 * @return this
	 */
	default S dropUnsupported(boolean dropUnsupported) {
		return options((options) -> options.withDropUnsupported(dropUnsupported));
	}

	/**
	 * Tell a LiteLLM proxy more about the call.
	 * @param change makes new proxy options of the present ones
	 * @return this
	 */
	default S proxy(UnaryOperator<ProxyOptions> change) {
		return options((options) -> options.withProxy(change.apply(options.proxy())));
	}

}
