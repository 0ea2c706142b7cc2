package dev.litellm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import dev.litellm.call.CallOptions;
import dev.litellm.call.Credentials;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.Message;
import dev.litellm.dialect.Operation;
import dev.litellm.engine.Engine;
import dev.litellm.error.LlmException;
import dev.litellm.routing.UnknownModelException;

/**
 * One chat for several models over an {@link Engine}.
 */
final class DefaultCompareSpec implements CompareSpec {

	private final Engine engine;

	private final List<String> models;

	private final ChatRequest.Builder builder;

	DefaultCompareSpec(Engine engine, List<String> models) {
		if (models.isEmpty()) {
			throw new IllegalArgumentException("'models' is empty: name at least one model to compare");
		}
		for (int i = 0; i < models.size(); i++) {
			if (models.get(i) == null || models.get(i).isBlank()) {
				throw new IllegalArgumentException("'models[" + i + "]' is "
						+ ((models.get(i) == null) ? "null" : "blank") + ": name a model or leave it out");
			}
		}
		this.engine = engine;
		this.models = List.copyOf(models);
		this.builder = ChatRequest.builder(models.get(0));
	}

	@Override
	public CompareSpec messages(List<Message> messages) {
		this.builder.messages(messages);
		return this;
	}

	@Override
	public CompareSpec extra(String name, Object value) {
		this.builder.extra(name, value);
		return this;
	}

	@Override
	public CompareSpec options(UnaryOperator<CallOptions> change) {
		this.builder.options(change.apply(this.builder.options()));
		return this;
	}

	@Override
	public Comparison call() {
		return Blocking.await(callMono(), String.join(", ", this.models));
	}

	@Override
	public Mono<Comparison> callMono() {
		List<ChatRequest> requests = new ArrayList<>();
		ChatRequest request = this.builder.build();
		check(request.options());
		this.models.forEach((model) -> requests.add(request.withModel(model)));
		return Flux.fromIterable(requests)
			.flatMapSequential(this::entry, requests.size())
			.collectList()
			.map(Comparison::new);
	}

	private void check(CallOptions options) {
		boolean shared = options.apiKey() != null || options.baseUrl() != null
				|| options.headers().keySet().stream().anyMatch(Credentials::isCredential);
		if (shared && this.models.stream().map(this::provider).distinct().count() > 1) {
			throw new IllegalArgumentException(
					"'apiKey', 'baseUrl' and headers with credentials are for one provider," + " but " + this.models
							+ " are of several: set them in litellm.providers or litellm.models instead");
		}
	}

	private String provider(String model) {
		try {
			return this.engine.parts().router().route(model, List.of()).get(0).deployments().get(0).provider().name();
		}
		catch (UnknownModelException ex) {
			return model;
		}
	}

	private Mono<Comparison.Entry> entry(ChatRequest request) {
		return Mono.defer(() -> {
			long begun = System.nanoTime();
			return this.engine.call(Operation.CHAT, request)
				.map((response) -> new Comparison.Entry(request.model(), response, null, since(begun)))
				.onErrorResume(LlmException.class,
						(error) -> Mono.just(new Comparison.Entry(request.model(), null, error, since(begun))));
		});
	}

	private static Duration since(long begun) {
		return Duration.ofNanos(System.nanoTime() - begun);
	}

}
