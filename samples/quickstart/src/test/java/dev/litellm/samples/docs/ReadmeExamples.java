package dev.litellm.samples.docs;

import java.time.Duration;
import java.util.List;

import org.springframework.stereotype.Service;

import dev.litellm.LlmClient;
import dev.litellm.chat.Message;

/**
 * The code of README.md.
 */
class ReadmeExamples {

	@Service
	class Support {

		private final LlmClient llm;

		Support(LlmClient llm) {
			this.llm = llm;
		}

		String answer(String question) {
			return this.llm.chat("gpt-4o").user(question).call().content();
		}

	}

	void more(LlmClient llm, String question) {
		llm.chat().system("Be brief.").user(question).call().content();
		llm.chat("smart").user(question).stream().content();
		llm.chat("smart").user(question).callMono();
		llm.task("code").user(question).call().response();
		llm.compare("gpt-4o", "smart").user(question).call();
		llm.chat("gpt-4o").fallbacks("smart").timeout(Duration.ofSeconds(20)).maxAttempts(2).user(question).call();
		llm.completion("gpt-4o", List.of(Message.user(question)));
		llm.embeddings("text-embedding-3-small").input("one", "two").call().vectors();
	}

}
