package dev.litellm.dialect.bedrock;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.Usage;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * Tokens in OpenAI's shape: those read from and written to the cache are part of the
 * prompt.
 */
final class Usages {

	private Usages() {
	}

	/**
	 * Return the tokens.
	 * @param told the {@code usage}
	 * @param additional the {@code additionalModelResponseFields}, where Claude tells
	 * what it thought
	 * @param thought whether the answer holds reasoning
	 * @return the usage, or null where there is none
	 */
	static @Nullable Usage of(@Nullable Object told, @Nullable Object additional, boolean thought) {
		if (!(told instanceof Map<?, ?> usage) || usage.get("outputTokens") == null) {
			return null;
		}
		long input = number(usage.get("inputTokens"));
		long read = cached(usage, "cacheReadInputTokens", "cacheReadInputTokenCount");
		long written = cached(usage, "cacheWriteInputTokens", "cacheWriteInputTokenCount");
		long output = number(usage.get("outputTokens"));
		Map<String, @Nullable Object> prompt = new Members(4);
		prompt.put("cached_tokens", read);
		prompt.put("text_tokens", input);
		prompt.put("cache_creation_tokens", written);
		prompt.put("cache_write_tokens", written);
		addLifetimes(prompt, usage.get("cacheDetails"), written);
		Map<String, @Nullable Object> completion = new Members();
		Object reasoning = thinkingTokens(additional);
		if (reasoning != null || !thought) {
			completion.put("reasoning_tokens", number(reasoning));
			completion.put("text_tokens", output - number(reasoning));
		}
		Map<String, @Nullable Object> extra = new Members();
		extra.put("cache_creation_input_tokens", written);
		extra.put("cache_read_input_tokens", read);
		long all = input + read + written;
		return new Usage(all, output, all + output, prompt, completion, extra);
	}

	/** InvokeModel has another name for it than Converse. */
	private static long cached(Map<?, ?> usage, String name, String other) {
		return number((usage.get(name) != null) ? usage.get(name) : usage.get(other));
	}

	private static void addLifetimes(Map<String, @Nullable Object> prompt, @Nullable Object told, long written) {
		long minutes = 0;
		long hour = 0;
		for (Object item : (told instanceof List<?> items) ? items : List.of()) {
			if (item instanceof Map<?, ?> detail) {
				long tokens = number(detail.get("inputTokens"));
				minutes += "5m".equals(detail.get("ttl")) ? tokens : 0;
				hour += "1h".equals(detail.get("ttl")) ? tokens : 0;
			}
		}
		if (written > 0 && minutes + hour == written) {
			Map<String, @Nullable Object> lifetimes = new Members();
			lifetimes.put("ephemeral_5m_input_tokens", minutes);
			lifetimes.put("ephemeral_1h_input_tokens", hour);
			prompt.put("cache_creation_token_details", lifetimes);
		}
	}

	private static @Nullable Object thinkingTokens(@Nullable Object additional) {
		Map<?, ?> usage = Values.fields(Values.fields(additional).get("usage"));
		return Values.fields(usage.get("output_tokens_details")).get("thinking_tokens");
	}

	private static long number(@Nullable Object value) {
		return (value instanceof Number number) ? number.longValue() : 0;
	}

}
