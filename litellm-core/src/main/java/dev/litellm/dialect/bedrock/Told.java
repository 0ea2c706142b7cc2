package dev.litellm.dialect.bedrock;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

import dev.litellm.chat.Usage;
import dev.litellm.json.Json;
import dev.litellm.json.Leaves;
import dev.litellm.json.Tokens;
import dev.litellm.json.Values;

/**
 * What an answer tells besides what the model has said: beside that, or in the last
 * events of a stream. Not thread-safe.
 */
final class Told {

	private static final String THINKING = "usage.output_tokens_details.thinking_tokens";

	/** Where Claude tells what it thought. */
	private static final Leaves ADDITIONAL = Leaves.of(THINKING);

	private static final Leaves TIER = Leaves.of("type");

	private @Nullable String reason;

	private @Nullable String tier;

	private @Nullable Object trace;

	private @Nullable Object thinking;

	private @Nullable Usages usages;

	/**
	 * Read a member.
	 * @param name its name
	 * @param parser stands on its value, and after the call on that one's end
	 */
	void read(String name, JsonParser parser) {
		switch (name) {
			case "stopReason" -> this.reason = Tokens.text(parser);
			case "usage" -> this.usages = Usages.read(parser);
			case "additionalModelResponseFields" -> this.thinking = ADDITIONAL.read(parser).get(THINKING);
			case "serviceTier" -> this.tier = Values.text(TIER.read(parser).get("type"));
			case "trace" -> this.trace = Json.read(parser);
			default -> parser.skipChildren();
		}
	}

	/** Why the answer ended in Bedrock's words. */
	@Nullable String reason() {
		return this.reason;
	}

	@Nullable String tier() {
		return this.tier;
	}

	Map<String, @Nullable Object> extra() {
		return (this.trace != null) ? Values.object("trace", this.trace) : Map.of();
	}

	/**
	 * Return the tokens.
	 * @param thought whether the answer holds reasoning
	 * @return the tokens, or null where they are not told
	 */
	@Nullable Usage usage(boolean thought) {
		return (this.usages != null) ? this.usages.usage(this.thinking, thought) : null;
	}

}
