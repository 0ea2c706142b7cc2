package dev.litellm;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import dev.litellm.call.LlmRequest;
import dev.litellm.call.LlmResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Dialect;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.error.FailureException;
import dev.litellm.error.LlmException;
import dev.litellm.transport.WireReply;

/**
 * The dialect of an {@link LlmProvider}: no bytes, but values.
 */
final class ProviderDialect implements Dialect {

	private final LlmProvider provider;

	ProviderDialect(LlmProvider provider) {
		this.provider = provider;
	}

	/**
	 * Return the name of a provider's dialect, which no dialect of a wire has.
	 * @param provider the provider's name
	 * @return the dialect's name
	 */
	static String name(String provider) {
		return "own:" + provider;
	}

	@Override
	public String name() {
		return name(this.provider.name());
	}

	@Override
	@SuppressWarnings("unchecked")
	public <Q extends LlmRequest<Q>, R extends LlmResponse<R>, C> @Nullable Codec<Q, R, C> codec(
			Operation<Q, R, C> operation) {
		if (operation == (Object) Operation.CHAT) {
			return (Codec<Q, R, C>) new Calls<>(this.provider::chat, this.provider::stream);
		}
		return (operation == (Object) Operation.EMBEDDINGS)
				? (Codec<Q, R, C>) new Calls<>(this.provider::embeddings, (request) -> Flux.<Void>empty()) : null;
	}

	@Override
	public Failure error(WireReply reply) {
		return Failure.of(ErrorKind.ofStatus(reply.status()), reply.text());
	}

	private static Failure failure(Throwable error) {
		if (error instanceof FailureException known) {
			return known.failure();
		}
		String message = (error.getMessage() != null) ? error.getMessage() : error.toString();
		if (error instanceof LlmException known) {
			return known.failure();
		}
		ErrorKind kind = (error instanceof IOException) ? ErrorKind.CONNECTION
				: (error instanceof TimeoutException) ? ErrorKind.TIMEOUT
						: (error instanceof UnsupportedOperationException || error instanceof IllegalArgumentException)
								? ErrorKind.BAD_REQUEST : ErrorKind.INTERNAL_SERVER;
		return Failure.of(kind, message, error);
	}

	/**
	 * How a provider answers one operation.
	 *
	 * @param <Q> the request
	 * @param <R> the answer
	 * @param <C> a chunk
	 * @param whole answers
	 * @param chunks answers in chunks
	 */
	private record Calls<Q extends LlmRequest<Q>, R, C>(Function<Q, Publisher<R>> whole,
			Function<Q, Publisher<C>> chunks) implements Codec<Q, R, C> {

		@Override
		public Step<R> call(Q request, Target target) {
			return take(this.whole, request);
		}

		@Override
		public Step<C> stream(Q request, Target target) {
			return take(this.chunks, request);
		}

		private static <Q, T> Step<T> take(Function<Q, Publisher<T>> method, Q request) {
			return new Step.Take<>(Flux.defer(() -> method.apply(request))
				.switchIfEmpty(
						Flux.error(() -> Failure.of(ErrorKind.INVALID_RESPONSE, "it gave no answer").asException()))
				.onErrorMap((error) -> failure(error).asException())
				.subscribeOn(Schedulers.boundedElastic()));
		}

	}

}
