package dev.litellm.autoconfigure;

import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;

import dev.litellm.transport.HttpSettings;
import dev.litellm.transport.ReactorConnectors;

/**
 * The application's connectors where they are Reactor Netty's: with a pool that no number
 * of waiting requests breaks, and without Reactor Netty's own second try.
 */
final class ReactorBootConnectors extends BootConnectors implements DisposableBean {

	private final ConnectionProvider pool;

	ReactorBootConnectors(ReactorClientHttpConnectorBuilder builder, HttpClientSettings settings, HttpSettings http) {
		this(builder, settings, http, ReactorConnectors.pool(http));
	}

	private ReactorBootConnectors(ReactorClientHttpConnectorBuilder builder, HttpClientSettings settings,
			HttpSettings http, ConnectionProvider pool) {
		super(builder.withHttpClientFactory(() -> HttpClient.create(pool))
			.withHttpClientCustomizer((client) -> ReactorConnectors.customize(client, http)), settings);
		this.pool = pool;
	}

	@Override
	public void destroy() {
		this.pool.dispose();
	}

}
