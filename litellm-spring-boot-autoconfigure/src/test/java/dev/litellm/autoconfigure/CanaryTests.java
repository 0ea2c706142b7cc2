package dev.litellm.autoconfigure;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import dev.litellm.LlmClient;
import dev.litellm.error.LlmException;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * A key that must be nowhere but in its own provider's requests.
 */
@ExtendWith(OutputCaptureExtension.class)
class CanaryTests {

	private static final String CANARY = "sk-test-canary";

	private final ScriptedLlm llm = ScriptedLlm.start();

	@AfterEach
	void stop() {
		this.llm.close();
		LoggingSystem.get(getClass().getClassLoader())
			.setLogLevel("ROOT", org.springframework.boot.logging.LogLevel.WARN);
	}

	@Test
	void keepsKeysOutOfLogsAndPages(CapturedOutput output) throws Exception {
		this.llm.otherwise(Reply.raw(401, "application/json",
				"{\"error\":{\"message\":\"Incorrect API key provided: " + CANARY + "\"}}"));
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.SERVLET)
			.properties("server.port=0", "spring.reactor.netty.shutdown-quiet-period=0s", "logging.level.root=DEBUG",
					"management.endpoints.web.exposure.include=*", "management.endpoint.health.show-details=always",
					"management.endpoint.configprops.show-values=always", "management.endpoint.env.show-values=always",
					"litellm.retry.max-attempts=1", "litellm.proxy.api-key=" + CANARY,
					"litellm.providers.openai.api-key=" + CANARY,
					"litellm.providers.openai.base-url=" + this.llm.baseUrl(),
					"litellm.providers.openai.headers.X-Token=" + CANARY, "litellm.models[0].name=big",
					"litellm.models[0].model=openai/gpt-4o", "litellm.models[0].api-key=" + CANARY,
					"litellm.models[0].headers.X-Token=" + CANARY, "MISTRAL_API_KEY=" + CANARY)
			.run()) {
			LlmClient client = context.getBean(LlmClient.class);
			for (String model : new String[] { "gpt-4o", "big" }) {
				LlmException error = catchThrowableOfType(LlmException.class,
						() -> client.chat(model).user("?").call().content());
				assertThat(error).isNotNull();
				assertThat(error.toString() + error.attempts()).doesNotContain(CANARY);
			}
			assertThat(this.llm.takeRequest().header("Authorization")).contains(CANARY);
			assertThat(context.getBean(LiteLlmProperties.class).toString()).contains("******").doesNotContain(CANARY);
			Pages pages = new Pages(context);
			for (String page : new String[] { "configprops", "configprops/litellm", "env", "env/MISTRAL_API_KEY",
					"env/litellm.providers.openai.api-key", "litellm", "litellm/big", "litellm/mistral/small", "health",
					"beans", "conditions", "mappings" }) {
				assertThat(pages.get("/actuator/" + page)).as(page).isNotEmpty().doesNotContain(CANARY);
			}
			assertThat(pages.get("/actuator/configprops/litellm")).contains("\"baseUrl\":\"http://");
		}
		assertThat(output.getAll()).contains("DEBUG").doesNotContain(CANARY);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
