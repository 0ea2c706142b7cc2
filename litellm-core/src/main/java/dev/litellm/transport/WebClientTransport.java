package dev.litellm.transport;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.BodyInserter;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Transport over Spring's WebClient.
 *
 * @since 0.1.0
 */
public final class WebClientTransport implements Transport {

	private static final Duration DEFAULT = Duration.ZERO;

	private static final int PIECE = 16 * 1024;

	private final Connectors connectors;

	private final Map<Duration, WebClient> clients = new ConcurrentHashMap<>();

	public WebClientTransport(Connectors connectors) {
		this.connectors = connectors;
	}

	@Override
	public <T> Flux<List<T>> exchange(WireRequest request, @Nullable Duration connectTimeout,
			Function<WireHead, BodyReader<T>> reader) {
		return Flux.defer(() -> exchange(client(connectTimeout), request, reader, new OpenExchange()));
	}

	private static <T> Flux<List<T>> exchange(WebClient client, WireRequest request,
			Function<WireHead, BodyReader<T>> reader, OpenExchange exchange) {
		return client.method(request.method())
			.uri(request.uri())
			.headers((headers) -> request.headers().forEach(headers::set))
			.body(body(request.body()))
			.exchangeToFlux((response) -> exchange.guard(read(response, reader)))
			.doOnCancel(exchange::cancel)
			.onErrorResume(
					(error) -> exchange.isCancelled() ? Flux.never() : Flux.error(TransportFailures.translate(error)))
			.contextWrite((context) -> context.put(OpenExchange.class, exchange));
	}

	private WebClient client(@Nullable Duration connectTimeout) {
		Duration key = (connectTimeout != null) ? connectTimeout : DEFAULT;
		WebClient client = this.clients.get(key);
		return (client != null) ? client
				: this.clients.computeIfAbsent(key,
						(timeout) -> WebClient.builder()
							.clientConnector(this.connectors.create((timeout != DEFAULT) ? timeout : null))
							.build());
	}

	private static BodyInserter<?, ClientHttpRequest> body(WireBody body) {
		return (message, context) -> {
			if (body.length() == 0) {
				return message.setComplete();
			}
			message.getHeaders().setContentLength(body.length());
			byte[] whole = body.whole();
			DataBufferFactory buffers = message.bufferFactory();
			return message.writeWith((whole != null) ? Mono.just(buffers.wrap(whole))
					: DataBufferUtils.readInputStream(body::open, buffers, PIECE));
		};
	}

	private static <T> Flux<List<T>> read(ClientResponse response, Function<WireHead, BodyReader<T>> chooser) {
		WireHead head = new WireHead(response.statusCode().value(), response.headers().asHttpHeaders());
		return new ReadBody<>(response.body(BodyExtractors.toDataBuffers()), chooser.apply(head));
	}

}
