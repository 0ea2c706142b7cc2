package dev.litellm.call;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a call tells a LiteLLM proxy by {@code x-litellm-*} headers; other providers never
 * see it.
 *
 * @param timeout the proxy's own timeout, or null
 * @param numRetries how often the proxy tries again, or null
 * @param sessionId groups the calls of a session, or null
 * @param traceId groups the calls of a trace, or null
 * @param customerId whom the spend belongs to, or null
 * @param spendLogsMetadata what the proxy's spend log keeps
 * @since 0.1.0
 */
public record ProxyOptions(@Nullable Duration timeout, @Nullable Integer numRetries, @Nullable String sessionId,
		@Nullable String traceId, @Nullable String customerId, Map<String, Object> spendLogsMetadata) {

	private static final ProxyOptions NONE = new ProxyOptions(null, null, null, null, null, Map.of());

	public ProxyOptions {
		spendLogsMetadata = Map.copyOf(spendLogsMetadata);
		if (numRetries != null && numRetries < 0) {
			throw new IllegalArgumentException("Proxy option 'num-retries' is " + numRetries + ": give 0 or more");
		}
	}

	public static ProxyOptions none() {
		return NONE;
	}

	public ProxyOptions withTimeout(Duration timeout) {
		return new ProxyOptions(timeout, this.numRetries, this.sessionId, this.traceId, this.customerId,
				this.spendLogsMetadata);
	}

	public ProxyOptions withNumRetries(int numRetries) {
		return new ProxyOptions(this.timeout, numRetries, this.sessionId, this.traceId, this.customerId,
				this.spendLogsMetadata);
	}

	public ProxyOptions withSessionId(String sessionId) {
		return new ProxyOptions(this.timeout, this.numRetries, sessionId, this.traceId, this.customerId,
				this.spendLogsMetadata);
	}

	public ProxyOptions withTraceId(String traceId) {
		return new ProxyOptions(this.timeout, this.numRetries, this.sessionId, traceId, this.customerId,
				this.spendLogsMetadata);
	}

	public ProxyOptions withCustomerId(String customerId) {
		return new ProxyOptions(this.timeout, this.numRetries, this.sessionId, this.traceId, customerId,
				this.spendLogsMetadata);
	}

	public ProxyOptions withSpendLogsMetadata(Map<String, Object> metadata) {
		return new ProxyOptions(this.timeout, this.numRetries, this.sessionId, this.traceId, this.customerId, metadata);
	}

}
