package dev.litellm.dialect.sap;

import java.time.Clock;

import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.Message;
import dev.litellm.dialect.StreamProbe;
import dev.litellm.dialect.StreamRobustness;
import dev.litellm.provider.Provider;
import dev.litellm.provider.Providers;

/**
 * Tests that the orchestration service's streams are read the same however they are cut,
 * and that spoiled ones fail in one way only.
 */
class SapStreamRobustnessTests extends StreamRobustness {

	SapStreamRobustnessTests() {
		super(StreamProbe.of(new SapDialect(Clock.systemUTC()), deployed(),
				ChatRequest.builder("gpt-4o").messages(Message.user("Hi")).build()), "sap", "\"error\":",
				"\"finish_reason\":\"");
	}

	private static Provider deployed() {
		Provider sap = Providers.builtIn().get("sap");
		return sap.withOptions(sap.options().with("deployment-id", "d1"));
	}

}
