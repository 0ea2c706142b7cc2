package dev.litellm.samples.quickstart;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import dev.litellm.error.LlmBadRequestException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;
import dev.litellm.test.spring.ImportScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link Assistant} against a scripted server, over real HTTP: copy these.
 */
@SpringBootTest(properties = "litellm.retry.initial-wait=1ms")
@ImportScriptedLlm(providers = { "openai", "groq" })
class AssistantTests {

	@Autowired
	private ScriptedLlm server;

	@Autowired
	private Assistant assistant;

	@Test
	void answersInOneSentence() {
		this.server.enqueue(Reply.text("Paris."));
		assertThat(this.assistant.answer("What is the capital of France?")).isEqualTo("Paris.");
		assertThat(this.server.takeRequest().text("/messages/0/content")).contains("one short sentence");
	}

	@Test
	void answersFromTheFallbackWhenTheModelIsDown() {
		this.server.whenModel("gpt-4o-mini", Reply.error(503))
			.whenModel("llama-3.3-70b-versatile", Reply.text("Paris."));
		assertThat(this.assistant.answer("What is the capital of France?")).isEqualTo("Paris.");
		assertThat(this.server.requests()).extracting(RecordedRequest::model)
			.containsExactly("gpt-4o-mini", "gpt-4o-mini", "llama-3.3-70b-versatile");
	}

	@Test
	void doesNotTryAgainWhatIsWrongEverywhere() {
		this.server.otherwise(Reply.error(400));
		assertThatExceptionOfType(LlmBadRequestException.class).isThrownBy(() -> this.assistant.answer("?"));
		assertThat(this.server.requests()).hasSize(1);
	}

}
