package dev.litellm.autoconfigure;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.util.ClassUtils;

import dev.litellm.transport.HttpSettings;

/**
 * Maker of connectors from what the application uses for HTTP.
 */
final class ConnectorsFactory {

	private static final boolean REACTOR = ClassUtils.isPresent("reactor.netty.http.client.HttpClient",
			ConnectorsFactory.class.getClassLoader());

	private ConnectorsFactory() {
	}

	static BootConnectors create(ClientHttpConnectorBuilder<?> builder, HttpClientSettings settings,
			HttpSettings http) {
		if (REACTOR && builder instanceof ReactorClientHttpConnectorBuilder reactor) {
			return new ReactorBootConnectors(reactor, settings, http);
		}
		return new BootConnectors(builder, settings);
	}

}
