package dev.litellm.transport;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.client.reactive.ClientHttpConnector;

/**
 * Makes the connectors that requests go through: one pool for each connect timeout.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Connectors {

	/**
	 * Make a connector that neither follows redirects nor tries again by itself.
	 * @param connectTimeout how long connecting may take, or null for the default
	 * @return the connector
	 */
	ClientHttpConnector create(@Nullable Duration connectTimeout);

}
