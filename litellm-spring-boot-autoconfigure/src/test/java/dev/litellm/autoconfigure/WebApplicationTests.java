package dev.litellm.autoconfigure;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.litellm.LlmClient;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests within servlet and reactive applications that run.
 */
class WebApplicationTests {

	private final ScriptedLlm llm = ScriptedLlm.start();

	@AfterEach
	void stop() {
		this.llm.close();
	}

	@ParameterizedTest
	@CsvSource({ "SERVLET, false, false", "SERVLET, true, true", "REACTIVE, false, false", "REACTIVE, true, true" })
	void answersAndShowsItsPages(WebApplicationType type, boolean lazy, boolean virtual) throws Exception {
		this.llm.otherwise(Reply.text("Paris."));
		try (ConfigurableApplicationContext context = start(type, "--spring.main.lazy-initialization=" + lazy,
				"--spring.threads.virtual.enabled=" + virtual)) {
			Pages pages = new Pages(context);
			assertThat(pages.get("/reactive")).isEqualTo("Paris.");
			assertThat(pages.get("/actuator/health")).contains("\"litellm\":{", "\"openai\":{\"status\":\"UP\"");
			assertThat(pages.get("/actuator/health/readiness")).doesNotContain("litellm");
			assertThat(pages.get("/actuator/litellm")).contains("\"fast\":", "\"providers\":{\"openai\":");
			assertThat(pages.get("/actuator/litellm/openai/gpt-4o")).contains("\"name\":\"openai/gpt-4o\"");
			if (type == WebApplicationType.SERVLET) {
				assertThat(pages.get("/blocking")).isEqualTo("Paris.");
			}
		}
	}

	@Test
	void asksTheProxyForItsHealthWithoutBlockingAnEventLoop() throws Exception {
		try (ConfigurableApplicationContext context = start(WebApplicationType.REACTIVE,
				"--litellm.proxy.base-url=" + this.llm.url())) {
			assertThat(new Pages(context).get("/actuator/health")).contains("\"liveness\":\"HTTP status 200\"");
		}
	}

	private ConfigurableApplicationContext start(WebApplicationType type, String... arguments) {
		return new SpringApplicationBuilder(Application.class, Controller.class).web(type)
			.properties("server.port=0", "spring.reactor.netty.shutdown-quiet-period=0s",
					"litellm.providers.openai.api-key=sk-test", "litellm.aliases.fast=gpt-4o",
					"litellm.providers.openai.base-url=" + this.llm.baseUrl(),
					"management.endpoints.web.exposure.include=*", "management.endpoint.health.show-details=always",
					"management.endpoint.health.probes.enabled=true")
			.run(arguments);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@RestController
	static class Controller {

		private final LlmClient llm;

		Controller(LlmClient llm) {
			this.llm = llm;
		}

		@GetMapping("/reactive")
		Mono<String> reactive() {
			return this.llm.chat("fast").user("?").callMono().map((response) -> response.content());
		}

		@GetMapping("/blocking")
		String blocking() {
			return this.llm.chat("fast").user("?").call().content();
		}

	}

}
