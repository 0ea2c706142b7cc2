package dev.litellm;

import java.time.Duration;
import java.util.function.UnaryOperator;

import dev.litellm.call.Retries;
import dev.litellm.call.Settings;
import dev.litellm.call.Timeouts;
import dev.litellm.test.ScriptedLlm;

/**
 * Clients for tests, whose providers are scripted and whose waits are short.
 */
public final class Models {

	/** Three attempts, a millisecond apart. */
	public static final Retries QUICK = new Retries(3, Duration.ofMillis(1), Duration.ofSeconds(60),
			Duration.ofSeconds(2), null);

	private Models() {
	}

	/**
	 * Return a builder with one provider.
	 * @param openai stands in for OpenAI
	 * @return the builder
	 */
	public static LlmClientBuilder builder(ScriptedLlm openai) {
		return LlmClient.builder()
			.provider("openai", (provider) -> provider.baseUrl(openai.baseUrl()).apiKey("sk-openai"))
			.settings((settings) -> settings.withRetries(QUICK));
	}

	/**
	 * Return a builder with two providers.
	 * @param openai stands in for OpenAI
	 * @param groq stands in for Groq
	 * @return the builder
	 */
	public static LlmClientBuilder builder(ScriptedLlm openai, ScriptedLlm groq) {
		return builder(openai).provider("groq", (provider) -> provider.baseUrl(groq.baseUrl()).apiKey("sk-groq"));
	}

	/**
	 * Return a change of settings.
	 * @param change makes new timeouts of the present ones
	 * @return the change
	 */
	public static UnaryOperator<Settings> timeouts(UnaryOperator<Timeouts> change) {
		return (settings) -> settings.withTimeouts(change.apply(settings.timeouts()));
	}

}
