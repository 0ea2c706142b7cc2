package dev.litellm.dialect.ollama;

import java.time.Clock;

import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.Message;
import dev.litellm.dialect.StreamProbe;
import dev.litellm.dialect.StreamRobustness;
import dev.litellm.provider.ModelTable;

/**
 * Tests that Ollama's streams are read the same however they are cut, and that spoiled
 * ones fail in one way only.
 */
class OllamaStreamRobustnessTests extends StreamRobustness {

	OllamaStreamRobustnessTests() {
		super(StreamProbe.of(new OllamaDialect(Clock.systemUTC(), ModelTable.builtIn()), "ollama_chat",
				ChatRequest.builder("llama3.2").messages(Message.user("Where is the Louvre?")).build()), "ollama_chat",
				"{\"error\"", "\"done\":true");
	}

}
