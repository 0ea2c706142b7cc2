package dev.litellm.engine;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import dev.litellm.call.LlmRequest;
import dev.litellm.call.LlmResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Operation;

/**
 * A call whose answer comes as a whole.
 *
 * @param <Q> the request
 * @param <R> the answer
 * @param <C> a chunk
 */
final class WholeCall<Q extends LlmRequest<Q>, R extends LlmResponse<R>, C> extends Call<Q, R, C, R> {

	WholeCall(Engine.Parts parts, Operation<Q, R, C> operation, Q request) {
		super(parts, operation, request);
	}

	@Override
	Flux<List<R>> exchange(Codec<Q, R, C> codec, Q request, Trial trial, StepWalker walker) {
		return walker.whole(codec.call(request, trial.target()))
			.map((answers) -> List.of(succeeded(answers.get(0), trial)));
	}

	@Override
	@Nullable R delivered() {
		return null;
	}

	Mono<R> answer() {
		return run().next().map((answers) -> seen(answers.get(0)));
	}

	private R seen(R answer) {
		R result = answer;
		for (int i = interceptors().size() - 1; i >= 0; i--) {
			result = interceptors().get(i).onResponse(operation(), result);
		}
		return result;
	}

}
