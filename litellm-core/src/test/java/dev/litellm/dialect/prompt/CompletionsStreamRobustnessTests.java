package dev.litellm.dialect.prompt;

import java.time.Clock;

import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.Message;
import dev.litellm.dialect.StreamProbe;
import dev.litellm.dialect.StreamRobustness;
import dev.litellm.provider.ModelTable;

/**
 * Tests that streams of completions are read the same however they are cut, and that
 * spoiled ones fail in one way only.
 */
class CompletionsStreamRobustnessTests extends StreamRobustness {

	CompletionsStreamRobustnessTests() {
		super(StreamProbe.of(PromptDialect.completions(Clock.systemUTC(), ModelTable.builtIn()),
				"text-completion-openai",
				ChatRequest.builder("gpt-3.5-turbo-instruct").messages(Message.user("Where is the Louvre?")).build()),
				"completions", "{\"error\"", "\"finish_reason\":\"");
	}

}
