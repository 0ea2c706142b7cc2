package dev.litellm.dialect.gemini;

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.Usage;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * Reader of Gemini's tokens into OpenAI's shape.
 */
final class Usages {

	private static final String TEXT = "text_tokens";

	private Usages() {
	}

	/**
	 * Return the tokens in OpenAI's shape: thoughts are part of the completion, what
	 * tools have brought is part of the prompt.
	 * @param told the {@code usageMetadata}
	 * @param searches how many searches were made, or 0
	 * @param searched whether the tools were searches, whose tokens are not charged
	 * @return the usage, or null where there is none
	 */
	static @Nullable Usage of(@Nullable Object told, int searches, boolean searched) {
		if (!(told instanceof Map<?, ?> usage) || usage.get("promptTokenCount") == null) {
			return null;
		}
		long given = Values.number(usage.get("promptTokenCount"));
		long tools = Values.number(usage.get("toolUsePromptTokenCount"));
		long candidates = Values.number(usage.get("candidatesTokenCount"));
		long thoughts = Values.number(usage.get("thoughtsTokenCount"));
		long cached = Values.number(usage.get("cachedContentTokenCount"));
		boolean whole = given + candidates + tools == Values.number(usage.get("totalTokenCount"));
		long completion = candidates + (whole ? 0 : thoughts);
		Map<String, @Nullable Object> prompt = kinds(usage.get("promptTokensDetails"));
		if (cached > 0 || usage.get("cacheTokensDetails") != null) {
			subtract(prompt, kinds(usage.get("cacheTokensDetails")), cached);
		}
		put(prompt, "cached_tokens", cached);
		put(prompt, "tool_use_tokens", tools);
		put(prompt, "web_search_requests", searches);
		Map<String, @Nullable Object> extra = new Members();
		put(extra, "cache_read_input_tokens", cached);
		Object total = usage.get("totalTokenCount");
		long prompted = given + (searched ? 0 : tools);
		return new Usage(prompted, completion, (total != null) ? Values.number(total) : prompted + completion, prompt,
				completion(usage, completion, thoughts), extra);
	}

	private static Map<String, @Nullable Object> completion(Map<?, ?> usage, long completion, long thoughts) {
		Map<String, @Nullable Object> details = new Members();
		if (completion == 0) {
			return details;
		}
		put(details, "reasoning_tokens", thoughts);
		long text = Math.max(0, completion - thoughts);
		if (usage.get("candidatesTokensDetails") == null) {
			details.put(TEXT, text);
			return details;
		}
		Map<String, @Nullable Object> kinds = kinds(usage.get("candidatesTokensDetails"));
		kinds.remove(TEXT);
		for (Object count : kinds.values()) {
			text -= Values.number(count);
		}
		details.put(TEXT, Math.max(0, text));
		details.putAll(kinds);
		return details;
	}

	/** Of what came from the cache only the number is told, where it is all text. */
	private static void subtract(Map<String, @Nullable Object> prompt, Map<String, @Nullable Object> fromCache,
			long cached) {
		if (fromCache.isEmpty() && cached > 0) {
			fromCache.put(TEXT, cached);
		}
		fromCache.forEach((kind, count) -> prompt.computeIfPresent(kind,
				(same, all) -> Math.max(0, Values.number(all) - Values.number(count))));
	}

	private static void put(Map<String, @Nullable Object> details, String name, long count) {
		if (count > 0) {
			details.put(name, count);
		}
	}

	/** The tokens by modality; documents are counted with the text. */
	private static Map<String, @Nullable Object> kinds(@Nullable Object told) {
		Map<String, @Nullable Object> kinds = new Members();
		for (Object item : Values.items(told)) {
			if (item instanceof Map<?, ?> fields && fields.get("modality") instanceof String modality) {
				boolean text = modality.equals("TEXT") || modality.equals("DOCUMENT");
				String kind = text ? TEXT : modality.toLowerCase(Locale.ROOT) + "_tokens";
				kinds.put(kind, Values.number(kinds.get(kind)) + Values.number(fields.get("tokenCount")));
			}
		}
		return kinds;
	}

}
