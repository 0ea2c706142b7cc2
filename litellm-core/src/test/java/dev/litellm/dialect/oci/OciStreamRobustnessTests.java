package dev.litellm.dialect.oci;

import java.time.Clock;

import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.Message;
import dev.litellm.dialect.StreamProbe;
import dev.litellm.dialect.StreamRobustness;

/**
 * Tests that Oracle's streams are read the same however they are cut, and that spoiled
 * ones fail in one way only.
 */
class OciStreamRobustnessTests extends StreamRobustness {

	OciStreamRobustnessTests() {
		super(StreamProbe.of(OciDialect.generic(Clock.systemUTC()), "oci",
				ChatRequest.builder("meta.llama-3.3-70b-instruct").messages(Message.user("Hi")).build()), "oci",
				"\"code\":", "\"finishReason\"");
	}

}
