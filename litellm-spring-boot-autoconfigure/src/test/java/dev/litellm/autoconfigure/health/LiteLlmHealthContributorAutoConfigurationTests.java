package dev.litellm.autoconfigure.health;

import java.time.Duration;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;

import dev.litellm.LlmClient;
import dev.litellm.autoconfigure.LiteLlmAutoConfiguration;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class LiteLlmHealthContributorAutoConfigurationTests {

	private final ScriptedLlm llm = ScriptedLlm.start();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LiteLlmAutoConfiguration.class, HttpClientAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class, LiteLlmHealthContributorAutoConfiguration.class))
		.withPropertyValues("litellm.retry.max-attempts=1");

	@AfterEach
	void stop() {
		this.llm.close();
	}

	@Test
	void contributesTheHealthOfProviders() {
		this.runner
			.withPropertyValues("litellm.providers.openai.api-key=sk-test", "litellm.health.failure-threshold=1",
					"litellm.providers.openai.base-url=" + this.llm.baseUrl())
			.run((context) -> {
				assertThat(health(context).getStatus()).isEqualTo(Status.UP);
				this.llm.enqueue(Reply.error(503));
				assertThat(catchThrowable(
						() -> context.getBean(LlmClient.class).chat("gpt-4o").user("?").call().content()))
					.isNotNull();
				assertThat(health(context).getStatus()).isEqualTo(Status.DOWN);
				assertThat(this.llm.requests()).hasSize(1);
			});
	}

	@Test
	void backsOffForAContributorOfTheApplication() {
		ReactiveHealthIndicator own = () -> reactor.core.publisher.Mono.just(Health.unknown().build());
		this.runner.withBean("litellmHealthIndicator", ReactiveHealthIndicator.class, () -> own)
			.run((context) -> assertThat(context).getBean(ReactiveHealthIndicator.class).isSameAs(own));
	}

	@Test
	void contributesNothingWhenToldSo() {
		this.runner.withPropertyValues("management.health.litellm.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ReactiveHealthIndicator.class));
	}

	@Test
	void contributesNothingWhenTheClientIsDisabled() {
		this.runner.withPropertyValues("litellm.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ReactiveHealthIndicator.class));
	}

	@Test
	void contributesNothingWithoutHealth() {
		new ApplicationContextRunner().withUserConfiguration(Imports.class)
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(LlmClient.class));
	}

	@Test
	void asksTheLivenessPageOfTheProxyWithoutAKeyAndKeepsTheAnswer() {
		this.runner
			.withPropertyValues("litellm.proxy.base-url=" + this.llm.url() + "/v1", "litellm.proxy.api-key=sk-test",
					"litellm.health.probe-interval=1h")
			.run((context) -> {
				assertThat(health(context).getStatus()).isEqualTo(Status.UP);
				assertThat(health(context).getDetails().toString()).contains("litellm_proxy", "HTTP status 200");
				assertThat(this.llm.requests()).hasSize(1);
				assertThat(this.llm.takeRequest()).satisfies((request) -> {
					assertThat(request.path()).isEqualTo("/health/liveliness");
					assertThat(request.header("Authorization")).isNull();
				});
			});
	}

	@Test
	void isDownWhereTheProxyIsNotAlive() {
		this.llm.whenPath("/health/liveliness", Reply.error(503));
		this.runner.withPropertyValues("litellm.proxy.base-url=" + this.llm.url())
			.run((context) -> assertThat(health(context).getStatus()).isEqualTo(Status.DOWN));
	}

	@Test
	void isDownWhereTheProxyDoesNotAnswerInTime() {
		this.llm.whenPath("/health/liveliness", Reply.hang());
		this.runner.withPropertyValues("litellm.proxy.base-url=" + this.llm.url(), "litellm.health.probe-timeout=100ms")
			.run((context) -> assertThat(health(context).getStatus()).isEqualTo(Status.DOWN));
	}

	@Test
	void asksNobodyWhenToldSo() {
		this.runner.withPropertyValues("litellm.proxy.base-url=" + this.llm.url(), "litellm.health.probe-proxy=false")
			.run((context) -> {
				assertThat(health(context).getStatus()).isEqualTo(Status.UP);
				assertThat(this.llm.requests()).isEmpty();
			});
	}

	private static Health health(ApplicationContext context) {
		return Objects
			.requireNonNull(context.getBean(ReactiveHealthIndicator.class).health(true).block(Duration.ofSeconds(10)));
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ LiteLlmAutoConfiguration.class, LiteLlmHealthContributorAutoConfiguration.class })
	static class Imports {

	}

}
