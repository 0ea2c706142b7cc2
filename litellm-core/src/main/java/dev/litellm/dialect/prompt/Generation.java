package dev.litellm.dialect.prompt;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.Usage;
import dev.litellm.dialect.aws.InvokeMembers;
import dev.litellm.json.Values;

/**
 * What an answer of Amazon Bedrock's, or an event of its streams, says: each family has
 * its own names for it, and imported models answer in more than one form.
 *
 * @param text the text, or null where there is none
 * @param reason why it ended, in the maker's words, or null
 * @param input the tokens of the prompt, or 0 where it does not tell them
 * @param output the tokens of the text so far, or 0
 */
record Generation(@Nullable String text, @Nullable String reason, long input, long output) {

	private static final List<String> LISTS = List.of("outputs", "results", "choices");

	private static final List<String> TEXTS = List.of("generation", "text", "outputText");

	private static final List<String> REASONS = List.of("stop_reason", "finish_reason", "completionReason");

	static Generation of(Map<?, ?> answer) {
		Map<?, ?> said = answer;
		for (String list : LISTS) {
			List<?> items = Values.items(answer.get(list));
			said = items.isEmpty() ? said : Values.fields(items.get(0));
		}
		Map<?, ?> usage = Values.fields(answer.get("usage"));
		String reason = InvokeMembers.isGuarded(answer) ? "guardrail_intervened" : first(said, REASONS);
		return new Generation(first(said, TEXTS), reason,
				Values.number(answer.get("prompt_token_count")) + Values.number(answer.get("inputTextTokenCount"))
						+ Values.number(usage.get("prompt_tokens")),
				Values.number(answer.get("generation_token_count")) + Values.number(said.get("tokenCount"))
						+ Values.number(answer.get("totalOutputTextTokenCount"))
						+ Values.number(usage.get("completion_tokens")));
	}

	private static @Nullable String first(Map<?, ?> said, List<String> names) {
		for (String name : names) {
			if (said.get(name) instanceof String value) {
				return value;
			}
		}
		return null;
	}

	@Nullable Usage usage() {
		return (this.input + this.output > 0) ? Usage.of(this.input, this.output) : null;
	}

}
