package dev.litellm.dialect.prompt;

import java.time.Clock;

import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.Message;
import dev.litellm.dialect.StreamProbe;
import dev.litellm.dialect.StreamRobustness;
import dev.litellm.provider.ModelTable;

/**
 * Tests that Triton's streams are read the same however they are cut, and that spoiled
 * ones fail in one way only.
 */
class TritonStreamRobustnessTests extends StreamRobustness {

	TritonStreamRobustnessTests() {
		super(StreamProbe.of(PromptDialect.triton(Clock.systemUTC(), ModelTable.builtIn()), "triton",
				ChatRequest.builder("llama").messages(Message.user("Where is the Louvre?")).build()), "triton",
				"{\"error\"", "text_output");
	}

}
