package dev.litellm.transport;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Sends a request and reads the answer: bytes out, status, headers and bytes in. It never
 * follows a redirect and never tries again.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Transport {

	/**
	 * Exchange a request for what a reader makes of the answer.
	 * @param <T> what the reader makes
	 * @param request the request
	 * @param connectTimeout how long connecting may take, or null for the default
	 * @param reader chooses the reader of the body when the answer's head is there
	 * @return what the reader makes, together what came together, never empty; a
	 * cancelled subscription closes the connection
	 * @throws dev.litellm.error.FailureException as an error signal, of the kinds
	 * connection, timeout, or what the reader throws
	 */
	<T> Flux<List<T>> exchange(WireRequest request, @Nullable Duration connectTimeout,
			Function<WireHead, BodyReader<T>> reader);

}
