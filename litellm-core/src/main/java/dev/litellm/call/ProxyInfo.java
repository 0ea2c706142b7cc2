package dev.litellm.call;

import java.math.BigDecimal;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import dev.litellm.pricing.Cost;

/**
 * What a LiteLLM proxy tells of a call in its {@code x-litellm-*} headers; null where it
 * does not.
 *
 * @param headers the headers of the answer
 * @since 0.1.0
 */
public record ProxyInfo(HttpHeaders headers) {

	/**
	 * Return the price that the proxy reports.
	 * @return the price, or that it is unknown
	 */
	public Cost cost() {
		BigDecimal cost = number("response-cost");
		return (cost != null) ? Cost.ofUsd(cost) : Cost.unknown();
	}

	public @Nullable String callId() {
		return text("call-id");
	}

	public @Nullable String modelId() {
		return text("model-id");
	}

	public @Nullable String modelGroup() {
		return text("model-group");
	}

	public @Nullable String modelName() {
		return text("model-name");
	}

	public @Nullable String modelApiBase() {
		return text("model-api-base");
	}

	public @Nullable String version() {
		return text("version");
	}

	public @Nullable Integer attemptedRetries() {
		BigDecimal value = number("attempted-retries");
		return (value != null) ? value.intValue() : null;
	}

	public @Nullable Integer attemptedFallbacks() {
		BigDecimal value = number("attempted-fallbacks");
		return (value != null) ? value.intValue() : null;
	}

	/**
	 * Return what the key has spent.
	 * @return US dollars, this call included
	 */
	public @Nullable BigDecimal keySpend() {
		return number("key-spend");
	}

	/**
	 * Return what the key may spend.
	 * @return US dollars
	 */
	public @Nullable BigDecimal keyMaxBudget() {
		return number("key-max-budget");
	}

	/**
	 * Return the key's limit of tokens.
	 * @return tokens a minute
	 */
	public @Nullable Long keyTpmLimit() {
		BigDecimal value = number("key-tpm-limit");
		return (value != null) ? value.longValue() : null;
	}

	/**
	 * Return the key's limit of requests.
	 * @return requests a minute
	 */
	public @Nullable Long keyRpmLimit() {
		BigDecimal value = number("key-rpm-limit");
		return (value != null) ? value.longValue() : null;
	}

	/**
	 * Return how long the proxy took.
	 * @return the time, the provider's included
	 */
	public @Nullable Duration responseDuration() {
		return millis("response-duration-ms");
	}

	/**
	 * Return what the proxy itself added to the provider's time.
	 * @return the time
	 */
	public @Nullable Duration overheadDuration() {
		return millis("overhead-duration-ms");
	}

	/**
	 * Return a header of the provider behind the proxy.
	 * @param name the provider's name for it
	 * @return its value, or null
	 */
	public @Nullable String providerHeader(String name) {
		return this.headers.getFirst("llm_provider-" + name);
	}

	private @Nullable String text(String name) {
		return this.headers.getFirst("x-litellm-" + name);
	}

	private @Nullable BigDecimal number(String name) {
		String value = text(name);
		try {
			return (value != null) ? new BigDecimal(value.trim()) : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private @Nullable Duration millis(String name) {
		BigDecimal value = number(name);
		return (value != null) ? Duration.ofNanos(value.movePointRight(6).longValue()) : null;
	}

}
