package dev.litellm.dialect.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.json.Values;

/**
 * The probabilities of a completion's tokens in the shape of chats: an entry for each
 * token instead of a list for each kind of number.
 */
final class Probabilities {

	private Probabilities() {
	}

	static List<Object> of(List<?> tokens, Map<?, ?> told) {
		List<?> own = Values.items(told.get("token_logprobs"));
		List<?> others = Values.items(told.get("top_logprobs"));
		List<Object> entries = new ArrayList<>(tokens.size());
		for (int i = 0; i < tokens.size(); i++) {
			Map<String, @Nullable Object> entry = entry(tokens.get(i), (i < own.size()) ? own.get(i) : null);
			List<Object> top = new ArrayList<>();
			Values.fields((i < others.size()) ? others.get(i) : null)
				.forEach((token, logprob) -> top.add(entry(token, logprob)));
			entry.put("top_logprobs", top);
			entries.add(entry);
		}
		return entries;
	}

	private static Map<String, @Nullable Object> entry(@Nullable Object token, @Nullable Object logprob) {
		Map<String, @Nullable Object> entry = Values.object("token", token);
		entry.put("logprob", logprob);
		return entry;
	}

}
