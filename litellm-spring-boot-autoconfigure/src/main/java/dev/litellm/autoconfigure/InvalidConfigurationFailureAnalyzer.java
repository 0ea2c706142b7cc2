package dev.litellm.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

import dev.litellm.routing.InvalidConfigurationException;

/**
 * Failure analyzer for properties that contradict each other or name what does not exist.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class InvalidConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<InvalidConfigurationException> {

	private final Environment environment;

	InvalidConfigurationFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidConfigurationException cause) {
		StringBuilder description = new StringBuilder("The ")
			.append(cause.property().startsWith("litellm.") ? "property '" : "environment variable '")
			.append(cause.property())
			.append("' is wrong: ")
			.append(cause.problem())
			.append('.');
		String origin = origin(cause.property());
		if (origin != null) {
			description.append("%n%n    Origin: ".formatted()).append(origin);
		}
		return new FailureAnalysis(description.toString(), cause.action(), cause);
	}

	private @Nullable String origin(String property) {
		for (String candidate : new String[] { property, property + "[0]" }) {
			ConfigurationPropertyName name = ConfigurationPropertyName.adapt(candidate, '.');
			for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.environment)) {
				ConfigurationProperty found = source.getConfigurationProperty(name);
				if (found != null && found.getOrigin() != null) {
					return found.getOrigin().toString();
				}
			}
		}
		return null;
	}

}
