package dev.litellm.dialect.gemini;

import java.time.Clock;

import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.Message;
import dev.litellm.dialect.StreamProbe;
import dev.litellm.dialect.StreamRobustness;
import dev.litellm.provider.ModelTable;

/**
 * Tests that Gemini's streams are read the same however they are cut, and that spoiled
 * ones fail in one way only.
 */
class GeminiStreamRobustnessTests extends StreamRobustness {

	GeminiStreamRobustnessTests() {
		super(StreamProbe.of(new GeminiDialect(Clock.systemUTC(), ModelTable.builtIn()), "gemini",
				ChatRequest.builder("gemini-3-flash").messages(Message.user("Where is the Louvre?")).build()), "gemini",
				"{\"error\"", "\"finishReason\"");
	}

}
