package dev.litellm.benchmarks.dialect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

/**
 * A transport that gives one answer to everything, event by event, in the caller's
 * thread.
 */
final class CannedTransport implements Transport {

	private static final DataBufferFactory BUFFERS = new DefaultDataBufferFactory();

	private final List<byte[]> pieces;

	private final WireHead head;

	CannedTransport(String mediaType, List<byte[]> pieces) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.CONTENT_TYPE, mediaType);
		this.head = new WireHead(200, headers);
		this.pieces = pieces;
	}

	@Override
	public <T> Flux<List<T>> exchange(WireRequest request, @Nullable Duration connectTimeout,
			Function<WireHead, BodyReader<T>> reader) {
		return Flux.defer(() -> {
			BodyReader<T> body = reader.apply(this.head);
			Flux<List<T>> read = Flux.fromIterable(this.pieces).map((piece) -> {
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

}
