package dev.litellm.dialect.cohere;

import java.time.Clock;

import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.Message;
import dev.litellm.dialect.StreamProbe;
import dev.litellm.dialect.StreamRobustness;
import dev.litellm.provider.ModelTable;

/**
 * Tests that Cohere's streams are read the same however they are cut, and that spoiled
 * ones fail in one way only.
 */
class CohereStreamRobustnessTests extends StreamRobustness {

	CohereStreamRobustnessTests() {
		super(StreamProbe.of(new CohereDialect(Clock.systemUTC(), ModelTable.builtIn()), "cohere_chat",
				ChatRequest.builder("command-a-03-2025").messages(Message.user("Where is the Louvre?")).build()),
				"cohere_chat", "\"ERROR\"", "\"finish_reason\"");
	}

}
