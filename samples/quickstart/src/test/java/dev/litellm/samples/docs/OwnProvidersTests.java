package dev.litellm.samples.docs;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import dev.litellm.LlmClient;
import dev.litellm.autoconfigure.LiteLlmAutoConfiguration;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests of docs/guide/own-providers.md: its beans answer.
 */
class OwnProvidersTests {

	private final ApplicationContextRunner context = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LiteLlmAutoConfiguration.class));

	@Test
	void asksAProviderThatIsABean() {
		this.context.withBean(InHouse.class).run((started) -> {
			LlmClient llm = started.getBean(LlmClient.class);
			assertThat(llm.chat("in-house/loud").user("Good day").call().content()).isEqualTo("GOOD DAY");
			assertThat(llm.chat("in-house/loud").user("Good day").stream().content().collectList().block())
				.containsExactly("GOOD ", "DAY");
		});
	}

	@Test
	void asksAProviderWhoseDialectIsABean() {
		try (ScriptedLlm llm = ScriptedLlm.start()) {
			llm.enqueue(Reply.json("{\"model\": \"small\", \"text\": \"Paris.\"}"),
					Reply.raw(401, "text/plain", "wrong key"));
			this.context.withBean(PromptDialect.class)
				.withPropertyValues("litellm.providers.lab.dialect=prompt", "litellm.providers.lab.api-key=sk-test",
						"litellm.providers.lab.base-url=" + llm.url())
				.run((started) -> {
					LlmClient client = started.getBean(LlmClient.class);
					assertThat(client.chat("lab/small").user("Where?").call().content()).isEqualTo("Paris.");
					RecordedRequest request = llm.takeRequest();
					assertThat(request.path()).isEqualTo("/generate");
					assertThat(request.text("/prompt")).isEqualTo("Where?");
					assertThat(request.header("authorization")).isEqualTo("Bearer sk-test");
					LlmException failure = catchThrowableOfType(LlmException.class,
							() -> client.chat("lab/small").user("Where?").call().content());
					assertThat(failure.kind()).isEqualTo(ErrorKind.AUTHENTICATION);
				});
		}
	}

	@Test
	void exchangesSecretsByASchemeThatIsABean() {
		try (ScriptedLlm llm = ScriptedLlm.start()) {
			llm.enqueue(Reply.json("{\"access_token\": \"t-one\"}"), Reply.text("Hi."), Reply.text("Hello."));
			this.context.withBean(TicketScheme.class)
				.withPropertyValues("litellm.providers.lab.dialect=openai", "litellm.providers.lab.auth=ticket",
						"litellm.providers.lab.base-url=" + llm.baseUrl(),
						"litellm.providers.lab.options.client-secret=sk-test",
						"litellm.providers.lab.options.token-url=" + llm.url() + "/ticket")
				.run((started) -> {
					LlmClient client = started.getBean(LlmClient.class);
					assertThat(client.chat("lab/small").user("Hi").call().content()).isEqualTo("Hi.");
					assertThat(client.chat("lab/small").user("Hi").call().content()).isEqualTo("Hello.");
					assertThat(llm.requests()).extracting(RecordedRequest::path)
						.containsExactly("/ticket", "/v1/chat/completions", "/v1/chat/completions");
					assertThat(llm.requests().get(2).header("authorization")).isEqualTo("Bearer t-one");
				});
		}
	}

}
