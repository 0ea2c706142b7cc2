package dev.litellm.benchmarks.client;

import io.micrometer.observation.ObservationRegistry;
import reactor.core.publisher.Flux;

import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Spring's {@link WebClient} on Reactor Netty, with Jackson for each body and each event.
 */
final class RawWebClient implements ReactiveContender {

	private final WebClient client;

	private RawWebClient(String baseUrl, ObservationRegistry observations) {
		this.client = WebClient.builder()
			.baseUrl(baseUrl)
			.defaultHeaders((headers) -> headers.setBearerAuth(KEY))
			.observationRegistry(observations)
			.build();
	}

	static RawWebClient plain(String baseUrl) {
		return new RawWebClient(baseUrl, ObservationRegistry.NOOP);
	}

	/** With Spring's own observation of each request, and no other. */
	static RawWebClient observed(String baseUrl) {
		return new RawWebClient(baseUrl, Observations.toMetrics());
	}

	@Override
	public String call() {
		return this.client.post()
			.uri("/chat/completions")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(Wire.request(false))
			.retrieve()
			.bodyToMono(byte[].class)
			.map(Wire::completion)
			.blockOptional()
			.orElseThrow();
	}

	@Override
	public Flux<String> chunks() {
		return this.client.post()
			.uri("/chat/completions")
			.contentType(MediaType.APPLICATION_JSON)
			.accept(MediaType.TEXT_EVENT_STREAM)
			.bodyValue(Wire.request(true))
			.retrieve()
			.bodyToFlux(String.class)
			.filter((data) -> !data.equals(Wire.DONE))
			.map(Wire::chunk);
	}

}
