package dev.litellm.autoconfigure;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import dev.litellm.LlmClient;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests from {@code application.yml} to an answer, over a real socket.
 */
class ApplicationYamlTests {

	private final ScriptedLlm llm = ScriptedLlm.start();

	@AfterEach
	void stop() {
		this.llm.close();
	}

	@Test
	void answersThroughAnAliasWithTheDefaultsOfYaml() throws Exception {
		this.llm.enqueue(Reply.text("Paris."));
		try (ConfigurableApplicationContext context = start("whole")) {
			LlmClient client = context.getBean(LlmClient.class);
			assertThat(client.chat("gpt-4.1").user("Where is the Louvre?").call().content()).isEqualTo("Paris.");
		}
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.header("Authorization")).isEqualTo("Bearer sk-test");
		assertThat(request.header("X-Team")).isEqualTo("red");
		assertThat(request.json()).isEqualTo(JsonMapper.shared().readTree("""
				{"model":"gpt-4.1-mini","messages":[{"role":"user","content":"Where is the Louvre?"}],
				"temperature":0.2,"max_tokens":100,"stop":["a","b"],"response_format":{"type":"json_schema",
				"json_schema":{"name":"city","strict":true}}}"""));
	}

	private ConfigurableApplicationContext start(String name, String... arguments) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("spring.config.location=classpath:dev/litellm/autoconfigure/" + name + ".yml",
					"test.base-url=" + this.llm.baseUrl(), "test.url=" + this.llm.url())
			.run(arguments);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
