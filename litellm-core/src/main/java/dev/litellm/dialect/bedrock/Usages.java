package dev.litellm.dialect.bedrock;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.Usage;
import dev.litellm.json.Json;
import dev.litellm.json.Leaves;
import dev.litellm.json.Members;
import dev.litellm.json.Tokens;
import dev.litellm.json.Values;

/**
 * Reader of an answer's tokens: in OpenAI's shape those read from and written to the
 * cache are part of the prompt. Not thread-safe.
 */
final class Usages {

	private static final Leaves LIFETIME = Leaves.of("ttl", "inputTokens");

	private static final Map<String, @Nullable Object> NONE_CACHED = cached(0, 0);

	private long input;

	private long output;

	private long read;

	private long written;

	/** Of those written, how many are kept for five minutes. */
	private long minutes;

	/** Of those written, how many are kept for an hour. */
	private long hour;

	private Usages() {
	}

	/**
	 * Read tokens.
	 * @param parser stands on the {@code usage}, and after the call on its end
	 * @return the tokens, or null where those of the answer are not told
	 */
	static @Nullable Usages read(JsonParser parser) {
		Usages usages = new Usages();
		boolean told = false;
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			told |= name.equals("outputTokens") && parser.currentToken() != JsonToken.VALUE_NULL;
			usages.read(name, parser);
		}
		return told ? usages : null;
	}

	/** As Anthropic tells it. */
	private static Map<String, @Nullable Object> cached(long written, long read) {
		return Json
			.frozen(new Members(2).add("cache_creation_input_tokens", written).add("cache_read_input_tokens", read));
	}

	/** InvokeModel has another name for what is cached than Converse. */
	private void read(String name, JsonParser parser) {
		switch (name) {
			case "inputTokens" -> this.input = Tokens.number(parser);
			case "outputTokens" -> this.output = Tokens.number(parser);
			case "cacheReadInputTokens", "cacheReadInputTokenCount" ->
				this.read = Math.max(this.read, Tokens.number(parser));
			case "cacheWriteInputTokens", "cacheWriteInputTokenCount" ->
				this.written = Math.max(this.written, Tokens.number(parser));
			case "cacheDetails" -> Tokens.items(parser, this::readLifetime);
			default -> parser.skipChildren();
		}
	}

	private void readLifetime(JsonParser parser) {
		Map<?, ?> told = LIFETIME.read(parser);
		long tokens = Values.number(told.get("inputTokens"));
		this.minutes += "5m".equals(told.get("ttl")) ? tokens : 0;
		this.hour += "1h".equals(told.get("ttl")) ? tokens : 0;
	}

	/**
	 * Return the tokens in OpenAI's shape.
	 * @param thinking how many the model has thought with, or null where it is not told
	 * @param thought whether the answer holds reasoning
	 * @return the usage
	 */
	Usage usage(@Nullable Object thinking, boolean thought) {
		Members prompt = new Members(4).add("cached_tokens", this.read)
			.add("text_tokens", this.input)
			.add("cache_creation_tokens", this.written)
			.add("cache_write_tokens", this.written);
		if (this.written > 0 && this.minutes + this.hour == this.written) {
			prompt.add("cache_creation_token_details", new Members(2).add("ephemeral_5m_input_tokens", this.minutes)
				.add("ephemeral_1h_input_tokens", this.hour));
		}
		Members completion = new Members(2);
		if (thinking != null || !thought) {
			completion.add("reasoning_tokens", Values.number(thinking))
				.add("text_tokens", this.output - Values.number(thinking));
		}
		long all = this.input + this.read + this.written;
		return new Usage(all, this.output, all + this.output, prompt, completion,
				(this.read + this.written > 0) ? cached(this.written, this.read) : NONE_CACHED);
	}

}
