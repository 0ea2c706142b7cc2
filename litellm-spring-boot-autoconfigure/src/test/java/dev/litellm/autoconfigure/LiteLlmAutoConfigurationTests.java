package dev.litellm.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.netty.http.client.HttpClient;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;

import dev.litellm.LlmClient;
import dev.litellm.LlmClientBuilder;
import dev.litellm.LlmClientCustomizer;
import dev.litellm.call.LlmRequest;
import dev.litellm.dialect.Operation;
import dev.litellm.engine.AttemptListener;
import dev.litellm.engine.LlmInterceptor;
import dev.litellm.engine.ProviderStates;
import dev.litellm.error.Attempt;
import dev.litellm.error.LlmAuthenticationException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;
import dev.litellm.transport.Connectors;
import dev.litellm.transport.ReactorConnectors;
import dev.litellm.transport.HttpSettings;
import dev.litellm.transport.Transport;
import dev.litellm.transport.WebClientTransport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LiteLlmAutoConfigurationTests {

	private final ScriptedLlm llm = ScriptedLlm.start();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LiteLlmAutoConfiguration.class, HttpClientAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class));

	private ApplicationContextRunner scripted() {
		return this.runner.withPropertyValues("litellm.providers.openai.base-url=" + this.llm.baseUrl(),
				"litellm.providers.openai.api-key=sk-test");
	}

	@AfterEach
	void stop() {
		this.llm.close();
	}

	@Test
	void createsAClientWithoutAnyProperty() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(LlmClient.class)
			.hasSingleBean(Connectors.class)
			.hasSingleBean(Transport.class)
			.hasSingleBean(ProviderStates.class));
	}

	@Test
	void createsNothingWhenDisabled() {
		this.runner.withPropertyValues("litellm.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(LlmClient.class)
				.doesNotHaveBean(LlmClientBuilder.class)
				.doesNotHaveBean(Connectors.class)
				.doesNotHaveBean(Transport.class)
				.doesNotHaveBean(ProviderStates.class)
				.doesNotHaveBean(LiteLlmProperties.class));
	}

	@Test
	void backsOffForAClientOfTheApplication() {
		LlmClient own = LlmClient.builder().build();
		this.runner.withBean("own", LlmClient.class, () -> own)
			.run((context) -> assertThat(context).getBean(LlmClient.class).isSameAs(own));
	}

	@Test
	void backsOffForABuilderOfTheApplication() {
		LlmClientBuilder own = LlmClient.builder();
		this.runner.withBean("own", LlmClientBuilder.class, () -> own)
			.run((context) -> assertThat(context).getBean(LlmClientBuilder.class).isSameAs(own));
	}

	@Test
	void backsOffForConnectorsOfTheApplication() {
		Connectors own = new ReactorConnectors(HttpSettings.defaults());
		this.runner.withBean("own", Connectors.class, () -> own)
			.run((context) -> assertThat(context).getBean(Connectors.class).isSameAs(own));
	}

	@Test
	void backsOffForATransportOfTheApplicationAndThenNeedsNoConnectors() {
		Transport own = new WebClientTransport(new ReactorConnectors(HttpSettings.defaults()));
		this.runner.withBean("own", Transport.class, () -> own).run((context) -> {
			assertThat(context).getBean(Transport.class).isSameAs(own);
			assertThat(context).doesNotHaveBean(Connectors.class);
		});
	}

	@Test
	void backsOffForProviderStatesOfTheApplication() {
		ProviderStates own = new ProviderStates(java.time.Clock.systemUTC());
		this.runner.withBean("own", ProviderStates.class, () -> own)
			.run((context) -> assertThat(context).getBean(ProviderStates.class).isSameAs(own));
	}

	@Test
	void answersByAMockThatPropertiesDescribe() {
		this.runner
			.withPropertyValues("litellm.models[0].name=gpt-4o", "litellm.models[0].model=mock/any",
					"litellm.models[0].default-options.mock_response=From the properties.",
					"litellm.models[0].default-options.mock_delay=0.01")
			.run((context) -> assertThat(context.getBean(LlmClient.class).chat("gpt-4o").user("Hi").call().content())
				.isEqualTo("From the properties."));
	}

	@Test
	void tellsDialectsWhatPropertiesSayOfModels() {
		this.llm.enqueue(Reply.json("""
				{"id": "msg_1", "type": "message", "role": "assistant", "model": "house", "stop_reason": "end_turn",
				 "content": [{"type": "text", "text": "Hi"}], "usage": {"input_tokens": 1, "output_tokens": 1}}"""));
		this.runner
			.withPropertyValues("litellm.providers.anthropic.base-url=" + this.llm.url(),
					"litellm.providers.anthropic.api-key=sk-test", "litellm.model-facts[0].model=anthropic/house",
					"litellm.model-facts[0].facts.max-output=1234", "litellm.model-facts[0].facts.efforts[0]=xhigh",
					"litellm.model-facts[0].facts.efforts[1]=max", "litellm.model-facts[0].facts.thinking=adaptive")
			.run((context) -> {
				context.getBean(LlmClient.class)
					.chat("anthropic/house")
					.user("Hi")
					.reasoningEffort("max")
					.call()
					.content();
				RecordedRequest request = this.llm.takeRequest();
				assertThat(request.at("/max_tokens").asInt()).isEqualTo(1234);
				assertThat(request.text("/output_config/effort")).isEqualTo("max");
			});
	}

	@Test
	void makesANewBuilderForEachWhoAsks() {
		this.runner.run((context) -> assertThat(context.getBean(LlmClientBuilder.class))
			.isNotSameAs(context.getBean(LlmClientBuilder.class)));
	}

	@Test
	void saysWhichPropertyOrVariableIsMissingWhenAProviderWithoutAKeyIsAsked() {
		this.runner.withPropertyValues("litellm.providers.openai.api-key=${VARIABLE_THAT_IS_NOT_SET}")
			.run((context) -> assertThatExceptionOfType(LlmAuthenticationException.class)
				.isThrownBy(() -> context.getBean(LlmClient.class).chat("gpt-4o").user("Hi").call().content())
				.withMessageContaining("litellm.providers.openai.api-key")
				.withMessageContaining("OPENAI_API_KEY"));
	}

	@Test
	void takesKeysAndBaseUrlsFromTheEnvironmentOfSpring() {
		this.runner.withPropertyValues("GROQ_API_KEY=sk-groq", "GROQ_API_BASE=" + this.llm.baseUrl())
			.run((context) -> context.getBean(LlmClient.class).chat("groq/llama").user("Hi").call().content());
		assertThat(this.llm.takeRequest().header("Authorization")).isEqualTo("Bearer sk-groq");
	}

	@Test
	void appliesCustomizersInOrderAfterTheProperties() {
		this.scripted()
			.withPropertyValues("litellm.aliases.fast=gpt-4o")
			.withUserConfiguration(Customizers.class)
			.run((context) -> context.getBean(LlmClient.class).chat("fast").user("Hi").call().content());
		assertThat(this.llm.takeRequest().model()).isEqualTo("second");
	}

	@Test
	void runsInterceptorsInTheirOrderAndTellsListeners() {
		this.scripted().withUserConfiguration(Observers.class).run((context) -> {
			context.getBean(LlmClient.class).chat("gpt-4o").user("Hi").call().content();
			assertThat(context.getBean(Observers.class).seen).containsExactly("first", "second", "openai/gpt-4o");
			assertThat(context.getBean(ProviderStates.class).snapshot().get("openai").lastSuccess()).isNotNull();
		});
	}

	@Test
	void observesCallsWhereThereIsAnObservationRegistry() {
		List<String> names = new ArrayList<>();
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new ObservationHandler<>() {

			@Override
			public void onStop(Observation.Context context) {
				names.add(context.getName());
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		});
		this.scripted().withBean(ObservationRegistry.class, () -> registry).run((context) -> {
			context.getBean(LlmClient.class).chat("gpt-4o").user("Hi").call().content();
			assertThat(names).isNotEmpty();
		});
	}

	@Test
	void usesReactorNettyWhereTheApplicationDoes() {
		this.runner.run((context) -> assertThat(context.getBean(Connectors.class).create(null))
			.isInstanceOf(ReactorClientHttpConnector.class));
	}

	@Test
	void usesTheConnectorThatTheApplicationChooses() {
		this.scripted().withPropertyValues("spring.http.clients.reactive.connector=jdk").run((context) -> {
			assertThat(context.getBean(Connectors.class).create(null)).isInstanceOf(JdkClientHttpConnector.class);
			assertThat(context.getBean(LlmClient.class).chat("gpt-4o").user("Hi").call().content()).isNotBlank();
		});
	}

	@Test
	void worksWithoutReactorNetty() {
		this.scripted().withClassLoader(new FilteredClassLoader(HttpClient.class)).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean(LlmClient.class).chat("gpt-4o").user("Hi").call().content()).isNotBlank();
		});
	}

	@Test
	void closesItsConnectionsWithTheContext() {
		this.scripted().run((context) -> {
			context.getBean(LlmClient.class).chat("gpt-4o").user("Hi").call().content();
			assertThat(this.llm.openConnections()).isEqualTo(1);
		});
		org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(this.llm.openConnections()).isZero());
	}

	@Configuration(proxyBeanMethods = false)
	static class Customizers {

		@Bean
		@Order(2)
		LlmClientCustomizer later() {
			return (builder) -> builder.alias("fast", "openai/second");
		}

		@Bean
		@Order(1)
		LlmClientCustomizer sooner() {
			return (builder) -> builder.alias("fast", "openai/first");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Observers {

		private final List<String> seen = new ArrayList<>();

		@Bean
		@Order(2)
		LlmInterceptor later() {
			return new Note(this.seen, "second");
		}

		@Bean
		@Order(1)
		LlmInterceptor sooner() {
			return new Note(this.seen, "first");
		}

		@Bean
		AttemptListener listener() {
			return (Attempt attempt) -> this.seen.add(attempt.deployment());
		}

	}

	private record Note(List<String> seen, String text) implements LlmInterceptor {

		@Override
		public <Q extends LlmRequest<Q>> Q onRequest(Operation<Q, ?, ?> operation, Q request) {
			this.seen.add(this.text);
			return request;
		}

	}

}
