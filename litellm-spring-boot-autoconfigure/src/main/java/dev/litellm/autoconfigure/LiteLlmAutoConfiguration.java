package dev.litellm.autoconfigure;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

import dev.litellm.LlmClient;
import dev.litellm.LlmClientBuilder;
import dev.litellm.LlmClientCustomizer;
import dev.litellm.LlmProvider;
import dev.litellm.auth.AuthScheme;
import dev.litellm.dialect.Dialect;
import dev.litellm.engine.AttemptListener;
import dev.litellm.engine.LlmInterceptor;
import dev.litellm.engine.ProviderStates;
import dev.litellm.transport.Connectors;
import dev.litellm.transport.HttpSettings;
import dev.litellm.transport.Transport;
import dev.litellm.transport.WebClientTransport;

/**
 * Auto-configuration of {@link LlmClient}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { HttpClientAutoConfiguration.class, ReactiveHttpClientAutoConfiguration.class },
		afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnBooleanProperty(name = "litellm.enabled", matchIfMissing = true)
@EnableConfigurationProperties(LiteLlmProperties.class)
@ImportRuntimeHints(LiteLlmRuntimeHints.class)
public final class LiteLlmAutoConfiguration {

	LiteLlmAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean({ Connectors.class, Transport.class })
	BootConnectors liteLlmConnectors(ObjectProvider<ClientHttpConnectorBuilder<?>> builder,
			ObjectProvider<HttpClientSettings> settings, ResourceLoader resources, LiteLlmProperties properties) {
		return ConnectorsFactory.create(
				builder.getIfAvailable(() -> ClientHttpConnectorBuilder.detect(resources.getClassLoader())),
				settings.getIfAvailable(HttpClientSettings::defaults), http(properties));
	}

	@Bean
	@ConditionalOnMissingBean
	Transport liteLlmTransport(Connectors connectors) {
		return new WebClientTransport(connectors);
	}

	@Bean
	@ConditionalOnMissingBean
	ProviderStates liteLlmProviderStates() {
		return new ProviderStates(Clock.systemUTC());
	}

	@Bean
	@Scope("prototype")
	@ConditionalOnMissingBean
	LlmClientBuilder llmClientBuilder(LiteLlmProperties properties, Environment environment, Transport transport,
			ObjectProvider<HttpClientSettings> settings, ObjectProvider<ObservationRegistry> observations,
			ObjectProvider<AuthScheme> schemes, ObjectProvider<Dialect> dialects, ObjectProvider<LlmProvider> providers,
			ObjectProvider<LlmInterceptor> interceptors, ObjectProvider<AttemptListener> listeners,
			ObjectProvider<LlmClientCustomizer> customizers) {
		LlmClientBuilder builder = LlmClient.builder()
			.http(http(properties))
			.transport(transport)
			.observationRegistry(observations.getIfUnique(() -> ObservationRegistry.NOOP));
		Duration connect = settings.getIfAvailable(HttpClientSettings::defaults).connectTimeout();
		if (connect != null) {
			builder.settings((beneath) -> beneath.withTimeouts(beneath.timeouts().withConnect(connect)));
		}
		schemes.orderedStream().forEach(builder::authScheme);
		dialects.orderedStream().forEach(builder::dialect);
		providers.orderedStream().forEach(builder::provider);
		interceptors.orderedStream().forEach(builder::interceptor);
		listeners.orderedStream().forEach(builder::listener);
		new LlmClientConfigurer(properties, environment).configure(builder);
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder;
	}

	@Bean
	@ConditionalOnMissingBean
	LlmClient llmClient(LlmClientBuilder builder) {
		return builder.build();
	}

	private static HttpSettings http(LiteLlmProperties properties) {
		LiteLlmProperties.Http http = properties.http();
		return SettingsMapper.checked("litellm.http", () -> new HttpSettings(http.maxConnections(), http.maxIdleTime(),
				http.compression(), (int) Math.min(Integer.MAX_VALUE, http.maxResponseSize().toBytes())));
	}

}
