package dev.litellm.samples.quickstart;

import org.springframework.stereotype.Service;

import dev.litellm.LlmClient;
import dev.litellm.chat.ChatResponse;

/**
 * A service of the application: all that it knows of LLMs is the injected client.
 */
@Service
class Assistant {

	private final LlmClient llm;

	Assistant(LlmClient llm) {
		this.llm = llm;
	}

	String answer(String question) {
		return ask(question).content();
	}

	ChatResponse ask(String question) {
		return this.llm.chat().system("Answer in one short sentence.").user(question).call().response();
	}

}
