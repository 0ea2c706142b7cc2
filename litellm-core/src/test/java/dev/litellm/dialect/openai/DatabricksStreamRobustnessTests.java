package dev.litellm.dialect.openai;

import java.time.Clock;

import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.Message;
import dev.litellm.dialect.StreamProbe;
import dev.litellm.dialect.StreamRobustness;

/**
 * Tests that streams whose content comes in parts are read the same however they are cut,
 * and that spoiled ones fail in one way only.
 */
class DatabricksStreamRobustnessTests extends StreamRobustness {

	DatabricksStreamRobustnessTests() {
		super(StreamProbe.of(new OpenAiDialect(Clock.systemUTC()), "databricks",
				ChatRequest.builder("databricks-gpt-oss-120b").messages(Message.user("Where is the Louvre?")).build()),
				"databricks", "\"error_code\"", "\"finish_reason\":\"");
	}

}
