package dev.litellm.autoconfigure;

import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

import dev.litellm.LlmClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests of what the application says when it cannot start: what is wrong, and how to mend
 * it.
 */
@ExtendWith(OutputCaptureExtension.class)
class InvalidConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LiteLlmAutoConfiguration.class, HttpClientAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class));

	@Test
	void refusesAnAliasWhoseSlashIsDropped() {
		FailureAnalysis failure = failure("litellm.aliases.openai/gpt=openai/gpt-4o");
		assertThat(failure.getDescription()).contains("'litellm.aliases'", "'openai/gpt'");
		assertThat(failure.getAction()).contains("\"[openai/gpt]\"", "litellm.aliases[openai/gpt]");
	}

	@Test
	void takesAnAliasInBrackets() {
		this.runner.withPropertyValues("litellm.aliases[gpt-4.1]=openai/gpt-4o", "litellm.aliases[a/b_c]=gpt-4.1")
			.run((context) -> assertThat(context.getBean(LlmClient.class)).isNotNull());
	}

	@Test
	void takesAnAliasWithADotOrUnderscoreWhereBindingKeepsIt() {
		this.runner
			.withPropertyValues("litellm.aliases.gpt-4.1=openai/gpt-4o", "litellm.aliases.my_model=gpt-4.1",
					"litellm.aliases.gpt-4=openai/gpt-4")
			.run((context) -> assertThat(context.getBean(LiteLlmProperties.class).aliases()).containsOnlyKeys("gpt-4",
					"gpt-4.1", "my_model"));
	}

	@Test
	void refusesATaskWhoseSpaceIsDropped() {
		FailureAnalysis failure = failure("litellm.tasks.write code=openai/gpt-4o");
		assertThat(failure.getAction()).contains("\"[write code]\"");
	}

	@Test
	void refusesAProviderOfOnesOwnWhoseNameIsChanged() {
		FailureAnalysis failure = failure("litellm.providers.my+vllm.dialect=openai",
				"litellm.providers.my+vllm.base-url=http://gpu:8000/v1");
		assertThat(failure.getAction()).contains("\"[my+vllm]\"");
	}

	@Test
	void refusesAFallbackToAnUnknownName() {
		FailureAnalysis failure = failure("litellm.aliases.smart=openai/gpt-4o",
				"litellm.fallbacks[0].model=openai/gpt-4o", "litellm.fallbacks[0].to[0]=smrt");
		assertThat(failure.getDescription()).contains("'litellm.fallbacks[0].to'", "'smrt'", "Origin:");
		assertThat(failure.getAction()).contains("did you mean smart");
	}

	@Test
	void refusesAliasesThatGoRoundInACircle() {
		FailureAnalysis failure = failure("litellm.aliases.one=two", "litellm.aliases.two=one");
		assertThat(failure.getDescription()).contains("one -> two -> one");
	}

	@Test
	void refusesAProviderThatNobodyKnows() {
		FailureAnalysis failure = failure("litellm.providers.opneai.api-key=sk-test");
		assertThat(failure.getDescription()).contains("'opneai'");
		assertThat(failure.getAction()).contains("Did you mean openai", "litellm.providers.opneai.dialect",
				"litellm.providers.opneai.base-url");
	}

	@Test
	void refusesAFactThatNobodyKnows() {
		FailureAnalysis failure = failure("litellm.model-facts[0].model=my-model",
				"litellm.model-facts[0].facts.max-ouput=5");
		assertThat(failure.getDescription()).contains("'litellm.model-facts[0].facts.max-ouput'");
		assertThat(failure.getAction()).contains("Give one of [", "max-output");
		assertThat(failure("litellm.model-facts[0].facts.max-output=5").getDescription())
			.contains("'litellm.model-facts[0].model'", "missing");
		assertThat(failure("litellm.model-facts[0].model=a(b").getDescription())
			.contains("'litellm.model-facts[0].model'", "position");
	}

	@Test
	void refusesADialectThatNobodySpeaks() {
		FailureAnalysis failure = failure("litellm.providers.mine.dialect=opnai",
				"litellm.providers.mine.base-url=http://localhost:8000");
		assertThat(failure.getDescription()).contains("'litellm.providers.mine.dialect'", "'opnai'");
		assertThat(failure.getAction()).contains("openai");
	}

	@ParameterizedTest
	@CsvSource({ "ftp://host/v1, not an absolute http or https URL", "host/v1, not an absolute http or https URL",
			"http://host:port name/v1, malformed at position", "https://me:secret@host/v1, holds credentials",
			"https://host/v1?key=secret, holds a query or fragment", "'${NOT_SET_ANYWHERE}', 'NOT_SET_ANYWHERE'" })
	void refusesAMalformedBaseUrl(String baseUrl, String problem) {
		for (String property : new String[] { "litellm.providers.openai.base-url", "litellm.proxy.base-url" }) {
			FailureAnalysis failure = failure(property + "=" + baseUrl);
			assertThat(failure.getDescription()).contains("'" + property + "'", problem).doesNotContain("secret");
			assertThat(failure.getAction()).isNotBlank().doesNotContain("secret");
		}
	}

	@Test
	void refusesAMalformedBaseUrlOfAnEnvironmentVariable() {
		FailureAnalysis failure = failure("OPENAI_BASE_URL=https://me:secret@host/v1",
				"litellm.default-model=openai/gpt-4o");
		assertThat(failure.getDescription()).contains("'OPENAI_BASE_URL'", "holds credentials")
			.doesNotContain("secret");
		assertThat(failure.getAction()).isNotBlank().doesNotContain("secret");
	}

	@Test
	void refusesAMalformedBaseUrlOfADeployment() {
		FailureAnalysis failure = failure("litellm.models[0].name=big", "litellm.models[0].model=openai/gpt-4o",
				"litellm.models[0].base-url=nowhere");
		assertThat(failure.getDescription()).contains("'litellm.models[0].base-url'");
	}

	@Test
	void refusesTwoBaseUrlsOfTheProxy() {
		FailureAnalysis failure = failure("litellm.proxy.base-url=http://one",
				"litellm.providers.litellm_proxy.base-url=http://other");
		assertThat(failure.getDescription()).contains("'litellm.proxy.base-url'", "litellm.providers.litellm");
		assertThat(failure.getAction()).contains("Keep litellm.proxy.base-url");
	}

	@Test
	void refusesOneProviderInTwoSpellings() {
		FailureAnalysis failure = failure("litellm.providers.fireworks-ai.base-url=http://one/v1",
				"litellm.providers.fireworks_ai.base-url=http://other/v1");
		assertThat(failure.getDescription()).contains("'fireworks_ai'");
	}

	@Test
	void refusesADeploymentWithoutAModel() {
		FailureAnalysis failure = failure("litellm.models[0].name=big");
		assertThat(failure.getDescription()).contains("'litellm.models[0].model'", "missing");
	}

	@Test
	void refusesAFallbackToNowhere() {
		FailureAnalysis failure = failure("litellm.fallbacks[0].model=openai/gpt-4o");
		assertThat(failure.getDescription()).contains("'litellm.fallbacks[0].to'", "empty");
	}

	@ParameterizedTest
	@CsvSource({ "litellm.retry.max-attempts=0, litellm.retry", "litellm.timeouts.idle=-1s, litellm.timeouts",
			"litellm.providers.openai.retry.max-attempts=0, litellm.providers.openai.retry",
			"litellm.http.max-connections=0, litellm.http", "litellm.max-fallbacks=-1, litellm.max-fallbacks",
			"litellm.providers.openai.auth=basic, litellm.providers.openai.auth" })
	void refusesANumberThatMakesNoSense(String property, String named) {
		FailureAnalysis failure = failure(property);
		assertThat(failure.getDescription()).contains("'" + named);
		assertThat(failure.getAction()).isNotBlank();
	}

	@Test
	void saysItInTheReportOfAFailedStart(CapturedOutput output) {
		assertThatException()
			.isThrownBy(() -> new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
				.run("--litellm.default-model=nobody/x"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("The property 'litellm.default-model' is wrong: it names 'nobody/x'")
			.contains("Action:");
	}

	private FailureAnalysis failure(String... properties) {
		AtomicReference<ConfigurableEnvironment> environment = new AtomicReference<>();
		AtomicReference<FailureAnalysis> failure = new AtomicReference<>();
		this.runner.withPropertyValues(properties)
			.withInitializer((context) -> environment.set(context.getEnvironment()))
			.run((context) -> {
				assertThat(context).hasFailed();
				failure.set(new InvalidConfigurationFailureAnalyzer(environment.get())
					.analyze(context.getStartupFailure()));
			});
		assertThat(failure.get()).isNotNull();
		return failure.get();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
