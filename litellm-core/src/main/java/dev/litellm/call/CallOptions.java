package dev.litellm.call;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How one call is made, beside what it asks: none of this is part of the provider's
 * request body, except that a LiteLLM proxy gets the metadata and tags.
 *
 * @param apiKey the key for this call, or null
 * @param baseUrl the provider's address for this call, or null
 * @param timeouts the times for this call
 * @param retries the retry rules for this call
 * @param fallbacks the models to fall back to, in order; empty for none; null for the
 * configured ones
 * @param headers further request headers by name
 * @param metadata what the call is about, for logs and the proxy
 * @param tags labels, for logs and the proxy
 * @param dropUnsupported whether parameters that the provider does not know are left out
 * and named in the answer, instead of refused; null for the configured choice
 * @param proxy what a LiteLLM proxy is told
 * @since 0.1.0
 */
public record CallOptions(@Nullable Secret apiKey, @Nullable String baseUrl, Timeouts timeouts, Retries retries,
		@Nullable List<String> fallbacks, Map<String, String> headers, Map<String, Object> metadata, List<String> tags,
		@Nullable Boolean dropUnsupported, ProxyOptions proxy) {

	private static final CallOptions NONE = new CallOptions(null, null, Timeouts.none(), Retries.none(), null, Map.of(),
			Map.of(), List.of(), null, ProxyOptions.none());

	public CallOptions {
		fallbacks = (fallbacks != null) ? List.copyOf(fallbacks) : null;
		headers = headers.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(headers));
		metadata = metadata.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
		tags = List.copyOf(tags);
	}

	public static CallOptions none() {
		return NONE;
	}

	public CallOptions withApiKey(Secret apiKey) {
		return new CallOptions(apiKey, this.baseUrl, this.timeouts, this.retries, this.fallbacks, this.headers,
				this.metadata, this.tags, this.dropUnsupported, this.proxy);
	}

	public CallOptions withBaseUrl(String baseUrl) {
		return new CallOptions(this.apiKey, baseUrl, this.timeouts, this.retries, this.fallbacks, this.headers,
				this.metadata, this.tags, this.dropUnsupported, this.proxy);
	}

	public CallOptions withTimeouts(Timeouts timeouts) {
		return new CallOptions(this.apiKey, this.baseUrl, timeouts, this.retries, this.fallbacks, this.headers,
				this.metadata, this.tags, this.dropUnsupported, this.proxy);
	}

	public CallOptions withRetries(Retries retries) {
		return new CallOptions(this.apiKey, this.baseUrl, this.timeouts, retries, this.fallbacks, this.headers,
				this.metadata, this.tags, this.dropUnsupported, this.proxy);
	}

	public CallOptions withFallbacks(List<String> fallbacks) {
		return new CallOptions(this.apiKey, this.baseUrl, this.timeouts, this.retries, fallbacks, this.headers,
				this.metadata, this.tags, this.dropUnsupported, this.proxy);
	}

	public CallOptions withHeader(String name, String value) {
		Map<String, String> headers = new LinkedHashMap<>(this.headers);
		headers.put(name, value);
		return withHeaders(headers);
	}

	/**
	 * Return these options without what is meant for one provider alone: the key, the
	 * base URL, and headers that carry credentials.
	 * @return the new options
	 */
	public CallOptions withoutCredentials() {
		return new CallOptions(null, null, this.timeouts, this.retries, this.fallbacks,
				Credentials.without(this.headers), this.metadata, this.tags, this.dropUnsupported, this.proxy);
	}

	public CallOptions withHeaders(Map<String, String> headers) {
		return new CallOptions(this.apiKey, this.baseUrl, this.timeouts, this.retries, this.fallbacks, headers,
				this.metadata, this.tags, this.dropUnsupported, this.proxy);
	}

	public CallOptions withMetadata(Map<String, Object> metadata) {
		return new CallOptions(this.apiKey, this.baseUrl, this.timeouts, this.retries, this.fallbacks, this.headers,
				metadata, this.tags, this.dropUnsupported, this.proxy);
	}

	public CallOptions withTags(List<String> tags) {
		return new CallOptions(this.apiKey, this.baseUrl, this.timeouts, this.retries, this.fallbacks, this.headers,
				this.metadata, tags, this.dropUnsupported, this.proxy);
	}

	public CallOptions withDropUnsupported(boolean dropUnsupported) {
		return new CallOptions(this.apiKey, this.baseUrl, this.timeouts, this.retries, this.fallbacks, this.headers,
				this.metadata, this.tags, dropUnsupported, this.proxy);
	}

	public CallOptions withProxy(ProxyOptions proxy) {
		return new CallOptions(this.apiKey, this.baseUrl, this.timeouts, this.retries, this.fallbacks, this.headers,
				this.metadata, this.tags, this.dropUnsupported, proxy);
	}

	/**
	 * Return the options in words, headers by their names alone.
	 */
	@Override
	public String toString() {
		return "CallOptions[apiKey=" + this.apiKey + ", baseUrl=" + this.baseUrl + ", timeouts=" + this.timeouts
				+ ", retries=" + this.retries + ", fallbacks=" + this.fallbacks + ", headers=" + this.headers.keySet()
				+ ", metadata=" + this.metadata + ", tags=" + this.tags + ", dropUnsupported=" + this.dropUnsupported
				+ ", proxy=" + this.proxy + "]";
	}

}
