package dev.litellm.dialect.openai.responses;

import java.time.Clock;

import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.Message;
import dev.litellm.dialect.StreamProbe;
import dev.litellm.dialect.StreamRobustness;
import dev.litellm.dialect.openai.OpenAiDialect;
import dev.litellm.provider.BodyQuirks;
import dev.litellm.provider.Quirks;

/**
 * Tests that streamed responses are read the same however they are cut, and that spoiled
 * ones fail in one way only.
 */
class ResponsesRobustnessTests extends StreamRobustness {

	ResponsesRobustnessTests() {
		super(StreamProbe.of(new OpenAiDialect(Clock.systemUTC()), "openai",
				Quirks.none().withBody(BodyQuirks.none().withResponses()),
				ChatRequest.builder("gpt-5-pro").messages(Message.user("Where is the Louvre?")).build()), "responses",
				"\"type\": \"error\"", "\"usage\"");
	}

}
