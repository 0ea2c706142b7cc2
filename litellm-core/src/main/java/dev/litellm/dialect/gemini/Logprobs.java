package dev.litellm.dialect.gemini;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * Reader of Gemini's log probabilities into OpenAI's shape.
 */
final class Logprobs {

	private Logprobs() {
	}

	static @Nullable Object of(@Nullable Object result) {
		if (!(result instanceof Map<?, ?> fields) || !(fields.get("chosenCandidates") instanceof List<?> chosen)) {
			return null;
		}
		List<?> tops = Values.items(fields.get("topCandidates"));
		List<Object> content = new ArrayList<>();
		for (int i = 0; i < chosen.size(); i++) {
			Map<String, @Nullable Object> token = token(chosen.get(i));
			List<Object> others = new ArrayList<>();
			if (i < tops.size() && tops.get(i) instanceof Map<?, ?> top
					&& top.get("candidates") instanceof List<?> all) {
				all.forEach((candidate) -> others.add(token(candidate)));
			}
			token.put("top_logprobs", others);
			content.add(token);
		}
		return Map.of("content", content);
	}

	private static Map<String, @Nullable Object> token(@Nullable Object candidate) {
		Map<?, ?> fields = (candidate instanceof Map<?, ?> map) ? map : Map.of();
		Map<String, @Nullable Object> token = new Members();
		token.put("token", fields.get("token"));
		token.put("logprob", fields.get("logProbability"));
		return token;
	}

}
