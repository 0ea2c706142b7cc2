package dev.litellm.dialect.prompt;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.Usage;
import dev.litellm.dialect.aws.InvokeMembers;
import dev.litellm.json.Leaves;
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

	private static final List<String> TEXTS = List.of("choices.text", "results.outputText", "outputs.text",
			"generation", "outputText", "text");

	private static final List<String> REASONS = List.of("choices.stop_reason", "choices.finish_reason",
			"results.completionReason", "results.stop_reason", "outputs.stop_reason", "outputs.finish_reason",
			"stop_reason", "finish_reason", "completionReason");

	private static final List<String> INPUTS = List.of("prompt_token_count", "inputTextTokenCount",
			"usage.prompt_tokens");

	private static final List<String> OUTPUTS = List.of("generation_token_count", "results.tokenCount",
			"totalOutputTextTokenCount", "usage.completion_tokens");

	/** What is read of answers and of the events of streams. */
	static final Leaves READ = Leaves.of(Stream.of(TEXTS, REASONS, INPUTS, OUTPUTS, InvokeMembers.PATHS)
		.flatMap(List::stream)
		.toArray(String[]::new));

	static Generation of(Map<?, ?> told) {
		String reason = InvokeMembers.isGuarded(told) ? "guardrail_intervened" : first(told, REASONS);
		return new Generation(first(told, TEXTS), reason, sum(told, INPUTS), sum(told, OUTPUTS));
	}

	private static @Nullable String first(Map<?, ?> told, List<String> paths) {
		for (int i = 0; i < paths.size(); i++) {
			if (told.get(paths.get(i)) instanceof String value) {
				return value;
			}
		}
		return null;
	}

	private static long sum(Map<?, ?> told, List<String> paths) {
		long sum = 0;
		for (int i = 0; i < paths.size(); i++) {
			sum += Values.number(told.get(paths.get(i)));
		}
		return sum;
	}

	@Nullable Usage usage() {
		return (this.input + this.output > 0) ? Usage.of(this.input, this.output) : null;
	}

}
