package dev.litellm.dialect.gemini;

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.Usage;
import dev.litellm.json.Members;
import dev.litellm.json.Tokens;
import dev.litellm.json.Values;

/**
 * Reader of Gemini's tokens into OpenAI's shape: thoughts are part of the completion,
 * what tools have brought is part of the prompt.
 */
final class UsageReader {

	private static final String TEXT = "text_tokens";

	private boolean told;

	private long given;

	private long tools;

	private long candidates;

	private long thoughts;

	private long cached;

	private long total = -1;

	private @Nullable Members prompt;

	private @Nullable Members completion;

	private @Nullable Members fromCache;

	private @Nullable String tier;

	private UsageReader() {
	}

	/**
	 * Read a {@code usageMetadata}.
	 * @param parser stands on it, and after the call on its end
	 * @return what it tells
	 */
	static UsageReader read(JsonParser parser) {
		UsageReader usage = new UsageReader();
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			if (parser.currentToken() != JsonToken.VALUE_NULL) {
				usage.read(name, parser);
			}
		}
		return usage;
	}

	private void read(String name, JsonParser parser) {
		switch (name) {
			case "promptTokenCount" -> {
				this.told = true;
				this.given = Tokens.number(parser);
			}
			case "toolUsePromptTokenCount" -> this.tools = Tokens.number(parser);
			case "candidatesTokenCount" -> this.candidates = Tokens.number(parser);
			case "thoughtsTokenCount" -> this.thoughts = Tokens.number(parser);
			case "cachedContentTokenCount" -> this.cached = Tokens.number(parser);
			case "totalTokenCount" -> this.total = Tokens.number(parser);
			case "promptTokensDetails" -> this.prompt = kinds(parser);
			case "candidatesTokensDetails" -> this.completion = kinds(parser);
			case "cacheTokensDetails" -> this.fromCache = kinds(parser);
			case "serviceTier" -> this.tier = Tokens.text(parser);
			default -> parser.skipChildren();
		}
	}

	/** The tokens by modality; documents are counted with the text. */
	private static Members kinds(JsonParser parser) {
		Members kinds = new Members();
		Tokens.items(parser, (item) -> count(item, kinds));
		return kinds;
	}

	private static void count(JsonParser parser, Members kinds) {
		String modality = null;
		long count = 0;
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "modality" -> modality = Tokens.text(parser);
				case "tokenCount" -> count = Tokens.number(parser);
				default -> parser.skipChildren();
			}
		}
		if (modality != null) {
			boolean text = modality.equals("TEXT") || modality.equals("DOCUMENT");
			String kind = text ? TEXT : modality.toLowerCase(Locale.ROOT) + "_tokens";
			kinds.add(kind, Values.number(kinds.get(kind)) + count);
		}
	}

	boolean isTold() {
		return this.told;
	}

	@Nullable String tier() {
		return this.tier;
	}

	/**
	 * Return the tokens in OpenAI's shape.
	 * @param grounding the {@code groundingMetadata}, or null: the tokens of searches are
	 * not charged
	 * @return the usage, or null where none is told
	 */
	@Nullable Usage usage(@Nullable Object grounding) {
		if (!this.told) {
			return null;
		}
		boolean whole = this.given + this.candidates + this.tools == Math.max(0, this.total);
		long completion = this.candidates + (whole ? 0 : this.thoughts);
		long prompted = this.given + (Grounding.isSearched(grounding) ? 0 : this.tools);
		return new Usage(prompted, completion, (this.total >= 0) ? this.total : prompted + completion,
				prompt(Grounding.searches(grounding)), completion(completion),
				(this.cached > 0) ? Map.of("cache_read_input_tokens", this.cached) : Map.of());
	}

	private Map<String, @Nullable Object> prompt(int searches) {
		if (this.prompt == null && this.cached + this.tools + searches == 0) {
			return Map.of();
		}
		Members details = (this.prompt != null) ? new Members(this.prompt) : new Members();
		if (this.fromCache != null && !this.fromCache.isEmpty()) {
			this.fromCache.forEach((kind, count) -> subtract(details, kind, Values.number(count)));
		}
		else if (this.cached > 0) {
			subtract(details, TEXT, this.cached);
		}
		put(details, "cached_tokens", this.cached);
		put(details, "tool_use_tokens", this.tools);
		put(details, "web_search_requests", searches);
		return details;
	}

	private static void subtract(Members details, String kind, long count) {
		if (details.containsKey(kind)) {
			details.add(kind, Math.max(0, Values.number(details.get(kind)) - count));
		}
	}

	private Map<String, @Nullable Object> completion(long completion) {
		if (completion == 0) {
			return Map.of();
		}
		Members details = new Members(1);
		put(details, "reasoning_tokens", this.thoughts);
		long text = Math.max(0, completion - this.thoughts);
		if (this.completion == null) {
			return details.add(TEXT, text);
		}
		for (Map.Entry<String, @Nullable Object> kind : this.completion.entrySet()) {
			if (!kind.getKey().equals(TEXT)) {
				text -= Values.number(kind.getValue());
				details.add(kind.getKey(), kind.getValue());
			}
		}
		return details.add(TEXT, Math.max(0, text));
	}

	private static void put(Members details, String name, long count) {
		if (count > 0) {
			details.add(name, count);
		}
	}

}
