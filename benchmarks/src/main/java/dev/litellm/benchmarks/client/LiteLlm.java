package dev.litellm.benchmarks.client;

import dev.litellm.LlmClient;
import dev.litellm.LlmClientBuilder;
import dev.litellm.call.Retries;
import reactor.core.publisher.Flux;

/**
 * Our own client, in two configurations.
 */
final class LiteLlm implements ReactiveContender {

	private final LlmClient client;

	private LiteLlm(LlmClient client) {
		this.client = client;
	}

	/** Without retries, as the peers are measured. */
	static LiteLlm plain(String baseUrl) {
		return new LiteLlm(builder(baseUrl, 1).build());
	}

	/** With retries, a fallback and observations that end as metrics. */
	static LiteLlm configured(String baseUrl) {
		return new LiteLlm(builder(baseUrl, 3).fallback("*", "openai/gpt-4o")
			.observationRegistry(Observations.toMetrics())
			.build());
	}

	private static LlmClientBuilder builder(String baseUrl, int maxAttempts) {
		return LlmClient.builder()
			.provider("openai", (provider) -> provider.baseUrl(baseUrl).apiKey(KEY))
			.settings((settings) -> settings.withRetries(Retries.ofMaxAttempts(maxAttempts)));
	}

	@Override
	public String call() {
		return this.client.chat("openai/" + MODEL).user(QUESTION).call().content();
	}

	@Override
	public Flux<String> chunks() {
		return this.client.chat("openai/" + MODEL).user(QUESTION).stream().content();
	}

}
