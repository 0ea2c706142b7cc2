package dev.litellm.autoconfigure.health;

import java.time.Clock;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;

import dev.litellm.autoconfigure.LiteLlmAutoConfiguration;
import dev.litellm.autoconfigure.LiteLlmProperties;
import dev.litellm.autoconfigure.LiteLlmProperties.Health;
import dev.litellm.engine.ProviderStates;
import dev.litellm.provider.BaseUrls;
import dev.litellm.transport.Transport;

/**
 * Auto-configuration of the health of providers.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = LiteLlmAutoConfiguration.class)
@ConditionalOnClass({ ReactiveHealthIndicator.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean({ LiteLlmProperties.class, ProviderStates.class })
@ConditionalOnEnabledHealthIndicator("litellm")
public final class LiteLlmHealthContributorAutoConfiguration {

	LiteLlmHealthContributorAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean(name = { "litellmHealthIndicator", "litellmHealthContributor" })
	LiteLlmHealthIndicator litellmHealthContributor(LiteLlmProperties properties, ProviderStates states,
			Transport transport) {
		Health health = properties.health();
		return new LiteLlmHealthIndicator(states, probe(properties, transport), Clock.systemUTC(),
				health.failureThreshold(), health.failureExpiry());
	}

	private static @Nullable ProxyProbe probe(LiteLlmProperties properties, Transport transport) {
		String baseUrl = properties.proxy().baseUrl();
		if (baseUrl == null || baseUrl.isBlank() || !properties.health().probeProxy()) {
			return null;
		}
		return new ProxyProbe(transport, BaseUrls.check(baseUrl), properties.health().probeTimeout(),
				properties.health().probeInterval());
	}

}
