package dev.litellm.dialect.anthropic;

import java.time.Clock;

import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.Message;
import dev.litellm.dialect.StreamProbe;
import dev.litellm.dialect.StreamRobustness;
import dev.litellm.provider.ModelTable;

/**
 * Tests that Anthropic's streams are read the same however they are cut, and that spoiled
 * ones fail in one way only.
 */
class AnthropicStreamRobustnessTests extends StreamRobustness {

	AnthropicStreamRobustnessTests() {
		super(StreamProbe.of(new AnthropicDialect(Clock.systemUTC(), ModelTable.builtIn()), "anthropic",
				ChatRequest.builder("claude-sonnet-4-20250514").messages(Message.user("Where is the Louvre?")).build()),
				"anthropic", "event: error", "\"stop_reason\":\"");
	}

}
