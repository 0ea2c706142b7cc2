package dev.litellm.test.spring;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@ImportScriptedLlm(proxy = true)
class ScriptedProxyTests {

	@Test
	void leadsEveryModelToTheServer(@Autowired ScriptedLlm llm, @Autowired Environment environment) {
		assertThat(environment.getProperty("litellm.proxy.base-url")).isEqualTo(llm.url());
		assertThat(environment.getProperty("litellm.proxy.api-key")).isEqualTo("sk-test");
		assertThat(environment.containsProperty("litellm.providers.openai.base-url")).isFalse();
	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

	}

}
