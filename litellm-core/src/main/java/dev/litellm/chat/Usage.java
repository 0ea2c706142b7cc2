package dev.litellm.chat;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

import dev.litellm.json.Json;

/**
 * The tokens of a call as the provider counted them.
 *
 * @param promptTokens tokens of the prompt, those read from and written to a cache
 * included
 * @param completionTokens tokens of the answer, those of reasoning included
 * @param totalTokens both together
 * @param promptTokensDetails kinds of prompt tokens by OpenAI name
 * @param completionTokensDetails kinds of completion tokens by OpenAI name
 * @param extra further members
 * @since 0.1.0
 */
public record Usage(long promptTokens, long completionTokens, long totalTokens,
		Map<String, @Nullable Object> promptTokensDetails, Map<String, @Nullable Object> completionTokensDetails,
		Map<String, @Nullable Object> extra) implements Json.Writable {

	public Usage {
		promptTokensDetails = Fields.copy(promptTokensDetails);
		completionTokensDetails = Fields.copy(completionTokensDetails);
		extra = Fields.copy(extra);
	}

	public static Usage of(long promptTokens, long completionTokens) {
		return new Usage(promptTokens, completionTokens, promptTokens + completionTokens, Map.of(), Map.of(), Map.of());
	}

	/**
	 * Read a usage in OpenAI's format.
	 * @param parser stands on the object's start, or on a null
	 * @return the usage, or null
	 */
	public static @Nullable Usage read(JsonParser parser) {
		return UsageReader.read(parser);
	}

	/**
	 * Return the prompt tokens read from the provider's cache.
	 * @return the count, 0 where the provider tells none
	 */
	public long cachedTokens() {
		return count(this.promptTokensDetails, "cached_tokens");
	}

	/**
	 * Return the prompt tokens written to the provider's cache.
	 * @return the count, 0 where the provider tells none
	 */
	public long cacheCreationTokens() {
		return count(this.promptTokensDetails, "cache_creation_tokens");
	}

	/**
	 * Return the completion tokens spent on reasoning.
	 * @return the count, 0 where the provider tells none
	 */
	public long reasoningTokens() {
		return count(this.completionTokensDetails, "reasoning_tokens");
	}

	private static long count(Map<String, @Nullable Object> details, String name) {
		return (details.get(name) instanceof Number number) ? number.longValue() : 0;
	}

	@Override
	public void writeTo(JsonGenerator generator) {
		generator.writeStartObject();
		generator.writeNumberProperty("prompt_tokens", this.promptTokens);
		generator.writeNumberProperty("completion_tokens", this.completionTokens);
		generator.writeNumberProperty("total_tokens", this.totalTokens);
		if (!this.promptTokensDetails.isEmpty()) {
			Fields.write(generator, "prompt_tokens_details", this.promptTokensDetails);
		}
		if (!this.completionTokensDetails.isEmpty()) {
			Fields.write(generator, "completion_tokens_details", this.completionTokensDetails);
		}
		Fields.write(generator, this.extra);
		generator.writeEndObject();
	}

}
