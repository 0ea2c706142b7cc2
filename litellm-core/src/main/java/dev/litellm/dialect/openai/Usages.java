package dev.litellm.dialect.openai;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.Usage;
import dev.litellm.json.Members;

/**
 * Usages of compatible servers, with the counts that they tell under names of their own
 * put where OpenAI has them; the own names stay beside.
 */
final class Usages {

	private static final List<String> CACHED = List.of("cached_tokens", "prompt_cache_hit_tokens", "num_cached_tokens",
			"cache_read_input_tokens");

	private Usages() {
	}

	static Usage detailed(Usage usage) {
		Map<String, @Nullable Object> prompt = usage.promptTokensDetails();
		Map<String, @Nullable Object> completion = usage.completionTokensDetails();
		if (!usage.extra().isEmpty()) {
			for (String name : CACHED) {
				prompt = with(prompt, "cached_tokens", usage.extra().get(name));
			}
			Object written = usage.extra().get("cache_creation_input_tokens");
			prompt = with(with(prompt, "cache_creation_tokens", written), "cache_write_tokens", written);
			completion = with(completion, "reasoning_tokens", usage.extra().get("reasoning_tokens"));
		}
		prompt = with(prompt, "cache_creation_tokens", prompt.get("cache_write_tokens"));
		long reasoning = (completion.get("reasoning_tokens") instanceof Number count) ? count.longValue() : 0;
		boolean apart = reasoning > 0
				&& usage.totalTokens() == usage.promptTokens() + usage.completionTokens() + reasoning;
		if (!apart && prompt == usage.promptTokensDetails() && completion == usage.completionTokensDetails()) {
			return usage;
		}
		return new Usage(usage.promptTokens(), usage.completionTokens() + (apart ? reasoning : 0), usage.totalTokens(),
				prompt, completion, usage.extra());
	}

	private static Map<String, @Nullable Object> with(Map<String, @Nullable Object> details, String name,
			@Nullable Object count) {
		if (!(count instanceof Number) || details.get(name) != null) {
			return details;
		}
		Map<String, @Nullable Object> more = new Members(details);
		more.put(name, count);
		return more;
	}

}
