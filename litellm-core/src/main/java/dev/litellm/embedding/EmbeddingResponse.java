package dev.litellm.embedding;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.CallInfo;
import dev.litellm.call.LlmResponse;
import dev.litellm.chat.Usage;

/**
 * The answer to an embedding request.
 *
 * @param model the model as the provider names it
 * @param vectors one vector for each input, in the order of the inputs
 * @param usage the tokens as the provider counted them, or null
 * @param extra further members of the answer
 * @param info what the call took
 * @since 0.1.0
 */
public record EmbeddingResponse(@Nullable String model, List<float[]> vectors, @Nullable Usage usage,
		Map<String, @Nullable Object> extra, CallInfo info) implements LlmResponse<EmbeddingResponse> {

	public EmbeddingResponse {
		vectors = List.copyOf(vectors);
	}

	/**
	 * Return the first vector.
	 * @return the vector of the first input
	 */
	public float[] vector() {
		return this.vectors.get(0);
	}

	@Override
	public EmbeddingResponse withInfo(CallInfo info) {
		return new EmbeddingResponse(this.model, this.vectors, this.usage, this.extra, info);
	}

}
