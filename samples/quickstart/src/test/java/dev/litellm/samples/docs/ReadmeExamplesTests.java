package dev.litellm.samples.docs;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import dev.litellm.LlmClient;
import dev.litellm.samples.quickstart.QuickstartApplication;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;
import dev.litellm.test.spring.ImportScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the examples do what the pages say.
 */
@SpringBootTest(classes = QuickstartApplication.class,
		properties = { "litellm.aliases.smart=gpt-4.1", "litellm.retry.initial-wait=1ms" })
@ImportScriptedLlm
class ReadmeExamplesTests {

	@Autowired
	private ScriptedLlm server;

	@Autowired
	private LlmClient llm;

	@Test
	void callsWhatIsAskedForSomethingAndNothingElse() {
		new ReadmeExamples().more(this.llm, "Where?");
		assertThat(this.server.requests()).extracting(RecordedRequest::model)
			.containsExactlyInAnyOrder("gpt-4o-mini", "gpt-4o", "gpt-4o", "gpt-4.1", "gpt-4o",
					"text-embedding-3-small");
	}

	@Test
	void answersAsTheGuideSaysWhenTheProviderIsBusy() {
		this.server.otherwise(Reply.error(429).retryAfter(java.time.Duration.ofMillis(5)));
		assertThat(new GuideExamples().errors(this.llm, "Where?")).isEqualTo("Busy: try again in PT0.005S");
	}

	@Test
	void streamsInEachWayThatTheGuideShows() {
		GuideExamples guide = new GuideExamples();
		guide.streaming(this.llm, "Where?").block();
		guide.blocking(this.llm, "Where?");
		assertThat(guide.aggregated(this.llm, "Where?").content()).isEqualTo("gpt-4o heard: Where?");
		assertThat(this.server.requests()).hasSize(5).allMatch(RecordedRequest::isStream);
	}

}
