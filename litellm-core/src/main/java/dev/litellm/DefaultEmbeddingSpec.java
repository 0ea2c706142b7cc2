package dev.litellm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import dev.litellm.call.CallOptions;
import dev.litellm.dialect.Operation;
import dev.litellm.embedding.EmbeddingRequest;
import dev.litellm.embedding.EmbeddingResponse;
import dev.litellm.engine.Engine;

/**
 * Embeddings in the making over an {@link Engine}.
 */
final class DefaultEmbeddingSpec implements EmbeddingSpec {

	private final Engine engine;

	private final String model;

	private final List<String> input = new ArrayList<>();

	private final Map<String, @Nullable Object> parameters = new LinkedHashMap<>();

	private CallOptions options = CallOptions.none();

	DefaultEmbeddingSpec(Engine engine, String model) {
		this.engine = engine;
		this.model = model;
	}

	@Override
	public EmbeddingSpec input(String... texts) {
		return input(Arrays.asList(texts));
	}

	@Override
	public EmbeddingSpec input(List<String> texts) {
		for (String text : texts) {
			if (text == null || text.isBlank()) {
				throw new IllegalArgumentException("'input[" + this.input.size() + "]' is "
						+ ((text == null) ? "null" : "blank") + ": leave it out, providers refuse it");
			}
			this.input.add(text);
		}
		return this;
	}

	@Override
	public EmbeddingSpec dimensions(int dimensions) {
		if (dimensions < 1) {
			throw new IllegalArgumentException("'dimensions' is " + dimensions + ": give a number of at least 1");
		}
		return extra("dimensions", dimensions);
	}

	@Override
	public EmbeddingSpec extra(String name, Object value) {
		this.parameters.put(name, value);
		return this;
	}

	@Override
	public EmbeddingSpec options(UnaryOperator<CallOptions> change) {
		this.options = change.apply(this.options);
		return this;
	}

	@Override
	public EmbeddingResponse call() {
		return Blocking.await(callMono(), this.model);
	}

	@Override
	public Mono<EmbeddingResponse> callMono() {
		return this.engine.call(Operation.EMBEDDINGS,
				new EmbeddingRequest(this.model, this.input, this.parameters, this.options));
	}

}
