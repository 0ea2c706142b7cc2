package dev.litellm.autoconfigure.health;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import dev.litellm.transport.BodyReader;
import dev.litellm.transport.Transport;
import dev.litellm.transport.WireRequest;

/**
 * Asks a LiteLLM proxy's liveness page, which is free and needs no key, and keeps the
 * answer for a while.
 */
final class ProxyProbe {

	private final Mono<Answer> answer;

	ProxyProbe(Transport transport, String baseUrl, Duration timeout, Duration interval) {
		String root = baseUrl.endsWith("/v1") ? baseUrl.substring(0, baseUrl.length() - "/v1".length()) : baseUrl;
		WireRequest request = WireRequest.get(URI.create(root + "/health/liveliness"), Map.of());
		this.answer = transport.exchange(request, timeout, (head) -> new StatusReader(head.status()))
			.flatMapIterable((statuses) -> statuses)
			.next()
			.timeout(timeout)
			.map((status) -> new Answer(status == 200, "HTTP status " + status))
			.onErrorResume((error) -> Mono.just(new Answer(false, String.valueOf(error.getMessage()))))
			.cache((value) -> interval, (error) -> Duration.ZERO, () -> Duration.ZERO);
	}

	Mono<Answer> answer() {
		return this.answer;
	}

	/**
	 * What the proxy said.
	 *
	 * @param alive whether it lives
	 * @param message how it is known
	 */
	record Answer(boolean alive, String message) {

	}

	/**
	 * Reader of nothing but the status.
	 */
	private record StatusReader(int status) implements BodyReader<Integer> {

		@Override
		public void read(DataBuffer buffer, Consumer<Integer> out) {
		}

		@Override
		public void end(Consumer<Integer> out) {
			out.accept(this.status);
		}

	}

}
