package dev.litellm.autoconfigure.endpoint;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.context.annotation.Bean;

import dev.litellm.LlmClient;
import dev.litellm.autoconfigure.LiteLlmAutoConfiguration;
import dev.litellm.autoconfigure.LiteLlmProperties;
import dev.litellm.engine.ProviderStates;

/**
 * Auto-configuration of the actuator endpoint {@code litellm}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = LiteLlmAutoConfiguration.class)
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnBean({ LlmClient.class, LiteLlmProperties.class, ProviderStates.class })
@ConditionalOnAvailableEndpoint(LiteLlmEndpoint.class)
public final class LiteLlmEndpointAutoConfiguration {

	LiteLlmEndpointAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean
	LiteLlmEndpoint liteLlmEndpoint(LlmClient client, ProviderStates states, LiteLlmProperties properties,
			ObjectProvider<HttpClientSettings> settings) {
		boolean bootConnectTimeout = properties.timeouts().connect() == null
				&& settings.getIfAvailable(HttpClientSettings::defaults).connectTimeout() != null;
		return new LiteLlmEndpoint(client, states, new ExplanationReport(bootConnectTimeout));
	}

}
