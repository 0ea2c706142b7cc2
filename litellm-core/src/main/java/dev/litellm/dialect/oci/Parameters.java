package dev.litellm.dialect.oci;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.dialect.Target;
import dev.litellm.dialect.Unsupported;

/**
 * The parameters that all formats take, under the names of each.
 */
final class Parameters {

	/** Oracle's own default ends answers after some 20 tokens. */
	private static final int STANDARD_MAX_TOKENS = 4096;

	private static final Set<String> ELSEWHERE = Set.of("stream", "tools");

	private final Map<String, String> names;

	private final Target target;

	private final Unsupported refused;

	private final Map<String, @Nullable Object> body;

	/**
	 * Create a writer of parameters.
	 * @param names the format's names by OpenAI's
	 * @param target whom the request goes to
	 * @param refused takes what the format does not know
	 * @param body takes the parameters
	 */
	Parameters(Map<String, String> names, Target target, Unsupported refused, Map<String, @Nullable Object> body) {
		this.names = names;
		this.target = target;
		this.refused = refused;
		this.body = body;
	}

	/**
	 * Take the limit of the answer's length.
	 * @param given the request's parameters
	 */
	void maxTokens(Map<String, @Nullable Object> given) {
		Object limit = (given.get("max_completion_tokens") != null) ? given.get("max_completion_tokens")
				: given.get("max_tokens");
		boolean completion = "max_completion_tokens"
			.equals(this.target.quirks().parameters().renames().get("max_tokens"));
		this.body.put(completion ? "maxCompletionTokens" : "maxTokens", (limit != null) ? limit : STANDARD_MAX_TOKENS);
	}

	void add(String name, @Nullable Object value) {
		if (value == null || ELSEWHERE.contains(name)) {
			return;
		}
		String own = this.names.get(name);
		switch (name) {
			case "max_tokens", "max_completion_tokens" -> {
			}
			case "stop" -> this.body.put(String.valueOf(own), (value instanceof List<?>) ? value : List.of(value));
			case "stream_options" -> {
				if (value instanceof Map<?, ?> options && options.get("include_usage") instanceof Boolean usage) {
					this.body.put("streamOptions", Map.of("isIncludeUsage", usage));
				}
			}
			case "user" ->
				this.target.note("user was left out: " + this.target.provider().name() + " does not take it");
			default -> other(name, own, value);
		}
	}

	private void other(String name, @Nullable String own, Object value) {
		if (own != null) {
			this.body.put(own, value);
		}
		else if (name.equals("n") && value instanceof Number count && count.intValue() == 1) {
			return;
		}
		else if (Unsupported.OPENAI.contains(name)) {
			this.refused.add(name);
		}
		else {
			this.body.put(name, value);
		}
	}

}
