package dev.litellm.dialect.vertex;

import java.net.URI;
import java.util.function.Function;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;

/**
 * Chats as predictions. They do not stream: a stream is asked for whole.
 */
final class PredictCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	private final Codec<ChatRequest, ChatResponse, ChatChunk> inner;

	PredictCodec(Codec<ChatRequest, ChatResponse, ChatChunk> inner) {
		this.inner = inner;
	}

	@Override
	public Step<ChatResponse> call(ChatRequest request, Target target) {
		return ask(request, target, Function.identity());
	}

	@Override
	public Step<ChatChunk> stream(ChatRequest request, Target target) {
		target.note("the stream came in one piece: predictions do not stream");
		return ask(request, target, ChatChunk::of);
	}

	private <T> Step<T> ask(ChatRequest request, Target target, Function<ChatResponse, T> made) {
		return Step.attempt(() -> {
			checkAddress(target);
			Step<ChatResponse> step = this.inner.call(request, target);
			return !(step instanceof Step.Ask<ChatResponse> ask) ? then(step, made)
					: new Step.Ask<>(ask.request(), (reply) -> Step.attempt(() -> then(ask.then().apply(reply), made)));
		});
	}

	private static <T> Step<T> then(Step<ChatResponse> step, Function<ChatResponse, T> made) {
		if (step instanceof Step.Answer<ChatResponse> answer) {
			return new Step.Answer<>(made.apply(answer.value()));
		}
		throw ((step instanceof Step.Fail<ChatResponse> fail) ? fail.failure()
				: Failure.of(ErrorKind.INVALID_RESPONSE, "a prediction asks for more"))
			.asException();
	}

	/** The shared host knows endpoints by their numbers alone. */
	private static void checkAddress(Target target) {
		String path = URI.create(target.baseUrl()).getRawPath();
		if (path.isEmpty() && !target.model().matches("[0-9]+")) {
			throw Failure
				.of(ErrorKind.BAD_REQUEST,
						"'" + target.model() + "' names no endpoint: set litellm.providers." + target.provider().name()
								+ ".base-url to the endpoint's address"
								+ " (https://…/endpoints/NUMBER), or give its number in place of the model's name")
				.asException();
		}
	}

}
