package dev.litellm.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import dev.litellm.auth.Authorizers;
import dev.litellm.call.LlmRequest;
import dev.litellm.call.LlmResponse;
import dev.litellm.dialect.Dialect;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Streaming;
import dev.litellm.routing.Router;
import dev.litellm.transport.Transport;

/**
 * The driver of every call: asks {@link Attempts} what next, does it, says what happened.
 * The same for all operations.
 *
 * @since 0.1.0
 */
public final class Engine {

	private final Parts parts;

	public Engine(Parts parts) {
		this.parts = parts;
	}

	public Parts parts() {
		return this.parts;
	}

	/**
	 * Make a call.
	 * @param <Q> the request
	 * @param <R> the answer
	 * @param operation what the call does
	 * @param request the request
	 * @return the answer, or an {@link dev.litellm.error.LlmException}
	 */
	public <Q extends LlmRequest<Q>, R extends LlmResponse<R>> Mono<R> call(Operation<Q, R, ?> operation, Q request) {
		return Mono.defer(() -> new WholeCall<>(this.parts, operation, request).answer());
	}

	/**
	 * Make a streamed call.
	 * @param <Q> the request
	 * @param <R> the answer that the chunks come to
	 * @param <C> a chunk
	 * @param operation what the call does
	 * @param request the request
	 * @param whole told the whole answer when the stream has ended well, or null
	 * @return the chunks, or an {@link dev.litellm.error.LlmException}
	 */
	public <Q extends LlmRequest<Q>, R extends LlmResponse<R>, C> Flux<C> stream(Operation<Q, R, C> operation,
			Q request, @Nullable Consumer<R> whole) {
		Streaming<C, R> streaming = operation.streaming();
		if (streaming == null) {
			return Flux.error(new UnsupportedOperationException("Operation '" + operation + "' does not stream"));
		}
		return Flux.defer(() -> new StreamCall<>(this.parts, operation, request, streaming, whole).chunks());
	}

	/**
	 * What an engine is made of.
	 *
	 * @param router from names to routes
	 * @param dialects the wire formats by name
	 * @param authorizers show providers who calls
	 * @param transport the way to the network
	 * @param rules decide on retries
	 * @param interceptors see and may change calls, in order
	 * @param listeners are told of attempts
	 * @param observations where observations go
	 * @param timer runs waits and timeouts
	 * @param maxResponseSize the most bytes of an answer, or of one event of a stream
	 */
	public record Parts(Router router, Map<String, Dialect> dialects, Authorizers authorizers, Transport transport,
			RetryRules rules, List<LlmInterceptor> interceptors, List<AttemptListener> listeners,
			ObservationRegistry observations, Scheduler timer, int maxResponseSize) {

		public Parts {
			dialects = Map.copyOf(dialects);
			interceptors = List.copyOf(interceptors);
			listeners = List.copyOf(listeners);
		}

	}

}
