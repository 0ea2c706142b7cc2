package dev.litellm.autoconfigure.endpoint;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

import dev.litellm.autoconfigure.LiteLlmAutoConfiguration;
import dev.litellm.autoconfigure.LiteLlmProperties;

/**
 * Auto-configuration of what hides keys in the actuator's pages, also where the
 * application shows values there.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = LiteLlmAutoConfiguration.class)
@ConditionalOnClass(SanitizingFunction.class)
@ConditionalOnBean(LiteLlmProperties.class)
public final class LiteLlmSanitizingAutoConfiguration {

	LiteLlmSanitizingAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean(name = "liteLlmSanitizingFunction")
	SanitizingFunction liteLlmSanitizingFunction() {
		KeyNames names = new KeyNames();
		return SanitizingFunction.sanitizeValue().ifKeyMatches(names);
	}

}
