package dev.litellm.benchmarks.dialect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.litellm.transport.BodyReader;
import dev.litellm.transport.Transport;
import dev.litellm.transport.WireHead;
import dev.litellm.transport.WireRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * A transport that gives one answer to everything, event by event, in the caller's
 * thread; some methods have answers of their own.
 */
final class CannedTransport implements Transport {

	private static final DataBufferFactory BUFFERS = new DefaultDataBufferFactory();

	private final Canned answer;

	private final Map<HttpMethod, Canned> others = new HashMap<>();

	CannedTransport(Answer answer, Map<HttpMethod, Answer> others) {
		this.answer = Canned.of(answer);
		others.forEach((method, other) -> this.others.put(method, Canned.of(other)));
	}

	@Override
	public <T> Flux<List<T>> exchange(WireRequest request, @Nullable Duration connectTimeout,
			Function<WireHead, BodyReader<T>> reader) {
		Canned canned = this.others.getOrDefault(request.method(), this.answer);
		return Flux.defer(() -> {
			BodyReader<T> body = reader.apply(canned.head());
			Flux<List<T>> read = Flux.fromIterable(canned.pieces()).map((piece) -> {
				List<T> values = new ArrayList<>(2);
				body.read(BUFFERS.wrap(piece), values::add);
				return values;
			});
			Flux<List<T>> end = Flux.defer(() -> {
				List<T> values = new ArrayList<>(2);
				body.end(values::add);
				return Flux.just(values);
			});
			return read.concatWith(end).filter((values) -> !values.isEmpty());
		});
	}

	/**
	 * An answer as the network gives it.
	 *
	 * @param head its head
	 * @param pieces its pieces
	 */
	private record Canned(WireHead head, List<byte[]> pieces) {

		static Canned of(Answer answer) {
			HttpHeaders headers = new HttpHeaders();
			headers.set(HttpHeaders.CONTENT_TYPE, answer.mediaType());
			return new Canned(new WireHead(200, headers), answer.pieces());
		}

	}

}
