package dev.litellm.autoconfigure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.http.client.reactive.ClientHttpConnector;

import dev.litellm.transport.Connectors;

/**
 * Connectors as the application sets its HTTP clients up, but for redirects, which would
 * hand a key to another host.
 */
class BootConnectors implements Connectors {

	private final ClientHttpConnectorBuilder<?> builder;

	private final HttpClientSettings settings;

	BootConnectors(ClientHttpConnectorBuilder<?> builder, HttpClientSettings settings) {
		this.builder = builder;
		this.settings = settings.withRedirects(HttpRedirects.DONT_FOLLOW);
	}

	@Override
	public ClientHttpConnector create(@Nullable Duration connectTimeout) {
		return this.builder
			.build((connectTimeout != null) ? this.settings.withConnectTimeout(connectTimeout) : this.settings);
	}

}
