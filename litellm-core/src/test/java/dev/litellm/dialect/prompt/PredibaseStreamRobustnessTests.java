package dev.litellm.dialect.prompt;

import java.time.Clock;

import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.Message;
import dev.litellm.dialect.StreamProbe;
import dev.litellm.dialect.StreamRobustness;
import dev.litellm.provider.ModelTable;

/**
 * Tests that Predibase's streams are read the same however they are cut, and that spoiled
 * ones fail in one way only.
 */
class PredibaseStreamRobustnessTests extends StreamRobustness {

	PredibaseStreamRobustnessTests() {
		super(StreamProbe.of(PromptDialect.predibase(Clock.systemUTC(), ModelTable.builtIn()), "predibase",
				ChatRequest.builder("llama").messages(Message.user("Where is the Louvre?")).build()), "predibase",
				"{\"error\"", "finish_reason");
	}

}
