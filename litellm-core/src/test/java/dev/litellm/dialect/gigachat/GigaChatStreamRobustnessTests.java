package dev.litellm.dialect.gigachat;

import java.time.Clock;

import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.Message;
import dev.litellm.dialect.StreamProbe;
import dev.litellm.dialect.StreamRobustness;

/**
 * Tests that GigaChat's streams are read the same however they are cut, and that spoiled
 * ones fail in one way only.
 */
class GigaChatStreamRobustnessTests extends StreamRobustness {

	GigaChatStreamRobustnessTests() {
		super(StreamProbe.of(new GigaChatDialect(Clock.systemUTC()), "gigachat",
				ChatRequest.builder("GigaChat-2-Pro").messages(Message.user("Hi")).build()), "gigachat", "\"status\":",
				"\"finish_reason\"");
	}

}
