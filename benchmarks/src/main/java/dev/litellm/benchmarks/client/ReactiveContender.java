package dev.litellm.benchmarks.client;

import java.util.Objects;
import java.util.concurrent.CompletionStage;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A client whose streams are Reactor's.
 */
interface ReactiveContender extends Contender {

	/** The text of each chunk, some of them empty. */
	Flux<String> chunks();

	@Override
	default String stream() {
		return gather().blockOptional().orElseThrow();
	}

	@Override
	default CompletionStage<String> start() {
		return gather().toFuture().thenApply((text) -> Objects.requireNonNull(text));
	}

	private Mono<String> gather() {
		return chunks().collect(StringBuilder::new, StringBuilder::append).map(StringBuilder::toString);
	}

}
