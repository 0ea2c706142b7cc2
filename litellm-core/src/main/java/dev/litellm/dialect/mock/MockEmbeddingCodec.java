package dev.litellm.dialect.mock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.CallInfo;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.embedding.EmbeddingRequest;
import dev.litellm.embedding.EmbeddingResponse;
import dev.litellm.error.Failure;
import dev.litellm.error.FailureException;

/**
 * Mocked embeddings: the vector that the call gives, else zeros.
 */
final class MockEmbeddingCodec implements Codec<EmbeddingRequest, EmbeddingResponse, Void> {

	private static final int DIMENSIONS = 1536;

	@Override
	public Step<EmbeddingResponse> call(EmbeddingRequest request, Target target) {
		try {
			MockScript script = MockScript.of(request.parameters(), target.model());
			return script.after(() -> answer(script, request, target));
		}
		catch (FailureException ex) {
			return new Step.Fail<>(ex.failure());
		}
	}

	private static Step<EmbeddingResponse> answer(MockScript script, EmbeddingRequest request, Target target) {
		Failure failure = MockErrors.of(script.response());
		if (failure != null) {
			return new Step.Fail<>(failure);
		}
		List<float[]> vectors = new ArrayList<>();
		for (int i = 0; i < request.input().size(); i++) {
			vectors.add(vector(script.response(), i, request.parameters().get("dimensions")));
		}
		return new Step.Answer<>(
				new EmbeddingResponse(target.model(), vectors, Usage.of(10, 0), Map.of(), CallInfo.empty()));
	}

	private static float[] vector(Object response, int index, @Nullable Object dimensions) {
		Object given = response;
		if (response instanceof List<?> vectors && !vectors.isEmpty() && vectors.get(0) instanceof List<?>) {
			given = vectors.get(index % vectors.size());
		}
		if (!(given instanceof List<?> numbers)) {
			return new float[(dimensions instanceof Number number) ? number.intValue() : DIMENSIONS];
		}
		float[] vector = new float[numbers.size()];
		for (int i = 0; i < vector.length; i++) {
			vector[i] = (numbers.get(i) instanceof Number number) ? number.floatValue() : 0;
		}
		return vector;
	}

}
