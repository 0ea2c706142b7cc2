package dev.litellm.dialect.prompt;

import java.time.Clock;

import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.Message;
import dev.litellm.dialect.StreamProbe;
import dev.litellm.dialect.StreamRobustness;
import dev.litellm.provider.ModelTable;

/**
 * Tests that watsonx's streams of generations are read the same however they are cut, and
 * that spoiled ones fail in one way only.
 */
class WatsonxStreamRobustnessTests extends StreamRobustness {

	WatsonxStreamRobustnessTests() {
		super(StreamProbe.of(PromptDialect.watsonxText(Clock.systemUTC(), ModelTable.builtIn()), "watsonx",
				ChatRequest.builder("granite").messages(Message.user("Where is the Louvre?")).build()), "watsonx_text",
				"\"errors\"", "\"eos_token\"");
	}

}
