package dev.litellm.test.spring;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@ImportScriptedLlm(providers = { "openai", "groq" })
class ImportScriptedLlmTests {

	@Autowired
	private ScriptedLlm llm;

	@Test
	void leadsTheProvidersToTheServer(@Autowired Environment environment) {
		assertThat(environment.getProperty("litellm.providers.openai.base-url")).isEqualTo(this.llm.baseUrl());
		assertThat(environment.getProperty("litellm.providers.openai.api-key")).isEqualTo("sk-test");
		assertThat(environment.getProperty("litellm.providers.groq.base-url")).isEqualTo(this.llm.baseUrl());
		assertThat(environment.containsProperty("litellm.proxy.base-url")).isFalse();
	}

	@Test
	void setsThePropertiesBeforeTheApplicationReadsThem(@Autowired String baseUrlSeenByTheApplication) {
		assertThat(baseUrlSeenByTheApplication).isEqualTo(this.llm.baseUrl());
	}

	@RepeatedTest(2)
	void resetsTheServerAfterEachTest() {
		assertThat(this.llm.remaining()).isZero();
		this.llm.enqueue(Reply.text("left over"));
	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		String baseUrlSeenByTheApplication(Environment environment) {
			return environment.getRequiredProperty("litellm.providers.openai.base-url");
		}

	}

}
