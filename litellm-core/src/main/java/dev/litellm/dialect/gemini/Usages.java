package dev.litellm.dialect.gemini;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.Usage;
import dev.litellm.json.Values;

/**
 * Reader of Gemini's tokens into OpenAI's shape.
 */
final class Usages {

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
		Map<String, Long> kinds = kinds(usage.get("promptTokensDetails"));
		Map<String, Long> fromCache = kinds(usage.get("cacheTokensDetails"));
		if (fromCache.isEmpty() && cached > 0) {
			fromCache.put("text_tokens", cached);
		}
		fromCache.forEach((kind, count) -> kinds.computeIfPresent(kind, (same, all) -> Math.max(0, all - count)));
		Map<String, @Nullable Object> prompt = new LinkedHashMap<>(kinds);
		put(prompt, "cached_tokens", cached);
		put(prompt, "tool_use_tokens", tools);
		put(prompt, "web_search_requests", searches);
		Map<String, @Nullable Object> extra = new LinkedHashMap<>();
		put(extra, "cache_read_input_tokens", cached);
		Object total = usage.get("totalTokenCount");
		long prompted = given + (searched ? 0 : tools);
		return new Usage(prompted, completion, (total != null) ? Values.number(total) : prompted + completion, prompt,
				completion(usage, completion, thoughts), extra);
	}

	private static Map<String, @Nullable Object> completion(Map<?, ?> usage, long completion, long thoughts) {
		Map<String, @Nullable Object> details = new LinkedHashMap<>();
		if (completion == 0) {
			return details;
		}
		put(details, "reasoning_tokens", thoughts);
		Map<String, Long> kinds = kinds(usage.get("candidatesTokensDetails"));
		long others = kinds.entrySet()
			.stream()
			.filter((kind) -> !kind.getKey().equals("text_tokens"))
			.mapToLong(Map.Entry::getValue)
			.sum();
		details.put("text_tokens", Math.max(0, completion - thoughts - others));
		kinds.forEach(details::putIfAbsent);
		return details;
	}

	private static void put(Map<String, @Nullable Object> details, String name, long count) {
		if (count > 0) {
			details.put(name, count);
		}
	}

	/** The tokens by modality; documents are counted with the text. */
	private static Map<String, Long> kinds(@Nullable Object told) {
		Map<String, Long> kinds = new LinkedHashMap<>();
		for (Object item : (told instanceof List<?> items) ? items : List.of()) {
			if (item instanceof Map<?, ?> fields && fields.get("modality") instanceof String modality) {
				String kind = modality.equals("DOCUMENT") ? "text" : modality.toLowerCase(Locale.ROOT);
				kinds.merge(kind + "_tokens", Values.number(fields.get("tokenCount")), Long::sum);
			}
		}
		return kinds;
	}

}
