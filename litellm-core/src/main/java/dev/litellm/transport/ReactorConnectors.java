package dev.litellm.transport;

import java.time.Duration;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import org.jspecify.annotations.Nullable;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;

/**
 * Connectors of Reactor Netty, as the library sets it up where no application does.
 *
 * @since 0.1.0
 */
public final class ReactorConnectors implements Connectors {

	private final HttpSettings settings;

	private final ConnectionProvider pool;

	public ReactorConnectors(HttpSettings settings) {
		this.settings = settings;
		this.pool = pool(settings);
	}

	@Override
	public ClientHttpConnector create(@Nullable Duration connectTimeout) {
		HttpClient client = customize(HttpClient.create(this.pool), this.settings);
		Duration timeout = (connectTimeout != null) ? connectTimeout : HttpSettings.CONNECT_TIMEOUT;
		return new ReactorClientHttpConnector(
				client.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) timeout.toMillis()));
	}

	/**
	 * Return a pool without Reactor Netty's ceilings of waiting requests and of their
	 * wait, which fail calls under load; a call's own timeouts count while it waits.
	 * @param settings how many connections, and how long an idle one is kept
	 * @return the pool
	 */
	public static ConnectionProvider pool(HttpSettings settings) {
		return ConnectionProvider.builder("litellm")
			.maxConnections(settings.maxConnections())
			.pendingAcquireMaxCount(-1)
			.pendingAcquireTimeout(Duration.ZERO)
			.maxIdleTime(settings.maxIdleTime())
			.lifo()
			.build();
	}

	/**
	 * Set a client up so that it neither follows redirects nor tries again by itself.
	 * @param client the client
	 * @param settings whether answers may be compressed
	 * @return the client
	 */
	public static HttpClient customize(HttpClient client, HttpSettings settings) {
		return client.disableRetry(true)
			.followRedirect(false)
			.compress(settings.compression())
			.doOnRequest((request, connection) -> watch(request, connection.channel()));
	}

	private static void watch(HttpClientRequest request, Channel channel) {
		OpenExchange exchange = OpenExchange.in(request.currentContextView());
		if (exchange != null) {
			exchange.closeWith((wanted) -> channel.eventLoop().execute(() -> {
				if (wanted.getAsBoolean() && ChannelOperations.get(channel) == (Object) request) {
					channel.close();
				}
			}));
		}
	}

}
