package dev.litellm.auth;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.transport.BodyReader;
import dev.litellm.transport.Transport;
import dev.litellm.transport.WireHead;
import dev.litellm.transport.WireRequest;

/**
 * A network without anybody in it, which tells where a request would have gone.
 */
enum Unreachable implements Transport {

	TRANSPORT;

	@Override
	public <T> Flux<List<T>> exchange(WireRequest request, @Nullable Duration connectTimeout,
			Function<WireHead, BodyReader<T>> reader) {
		return Flux.error(Failure.of(ErrorKind.CONNECTION, "asked for " + request.uri()).asException());
	}

}
