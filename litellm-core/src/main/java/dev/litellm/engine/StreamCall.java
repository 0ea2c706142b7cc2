package dev.litellm.engine;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import dev.litellm.call.LlmRequest;
import dev.litellm.call.LlmResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Streaming;

/**
 * A call whose answer comes in chunks.
 *
 * @param <Q> the request
 * @param <R> the answer that the chunks come to
 * @param <C> a chunk
 */
final class StreamCall<Q extends LlmRequest<Q>, R extends LlmResponse<R>, C> extends Call<Q, R, C, C> {

	/** How many reads of the network are kept for a caller that is slow. */
	private static final int AHEAD = 16;

	private final Streaming<C, R> streaming;

	private final @Nullable Consumer<R> whole;

	private Streaming.@Nullable Aggregation<C, R> delivered;

	StreamCall(Engine.Parts parts, Operation<Q, R, C> operation, Q request, Streaming<C, R> streaming,
			@Nullable Consumer<R> whole) {
		super(parts, operation, request);
		this.streaming = streaming;
		this.whole = whole;
	}

	@Override
	Flux<List<C>> exchange(Codec<Q, R, C> codec, Q request, Trial trial, StepWalker walker) {
		Flux<List<C>> chunks = walker.walk(codec.stream(request, trial.target()));
		return new GuardedStream<>(chunks, trial.times(), this.streaming::hasContent)
			.map((passing) -> deliver(passing, trial))
			.doOnComplete(() -> complete(trial));
	}

	private List<C> deliver(List<C> chunks, Trial trial) {
		Streaming.Aggregation<C, R> answer = this.delivered;
		if (answer == null) {
			trial.answered();
			answer = this.streaming.aggregation();
			this.delivered = answer;
		}
		List<C> passing = interceptors().isEmpty() ? chunks : chunks.stream().map(this::seen).toList();
		passing.forEach(answer::add);
		return passing;
	}

	private C seen(C chunk) {
		C result = chunk;
		try {
			for (int i = interceptors().size() - 1; i >= 0; i--) {
				result = interceptors().get(i).onChunk(operation(), result);
			}
			return result;
		}
		catch (RuntimeException ex) {
			throw new InterceptionException(ex);
		}
	}

	private void complete(Trial trial) {
		Streaming.Aggregation<C, R> answer = (this.delivered != null) ? this.delivered : this.streaming.aggregation();
		R response = succeeded(answer.response(), trial);
		if (this.whole != null) {
			this.whole.accept(response);
		}
	}

	@Override
	@Nullable R delivered() {
		return (this.delivered != null) ? this.delivered.response() : null;
	}

	Flux<C> chunks() {
		return run().flatMapIterable((passing) -> passing, AHEAD);
	}

}
