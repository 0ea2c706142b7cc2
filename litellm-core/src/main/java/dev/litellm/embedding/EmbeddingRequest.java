package dev.litellm.embedding;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.CallOptions;
import dev.litellm.call.LlmRequest;
import dev.litellm.json.Json;
import dev.litellm.json.Members;

/**
 * An embedding request in OpenAI's shape.
 *
 * @param model an alias, a group, {@code provider/model}, or a bare model name
 * @param input texts, or lists of token ids
 * @param parameters JSON values by OpenAI name, for example {@code dimensions}
 * @param options how the call is made
 * @since 0.1.0
 */
public record EmbeddingRequest(String model, List<?> input, Map<String, @Nullable Object> parameters,
		CallOptions options) implements LlmRequest<EmbeddingRequest> {

	public EmbeddingRequest {
		if (model == null || model.isBlank()) {
			throw new IllegalArgumentException("'model' is " + ((model == null) ? "null" : "blank")
					+ ": name an alias, a group, or provider/model, for example openai/text-embedding-3-small");
		}
		if (input.isEmpty()) {
			throw new IllegalArgumentException("'input' is empty: give at least one text");
		}
		input = List.copyOf(input);
		parameters = Json.frozen(parameters);
	}

	@Override
	public EmbeddingRequest withModel(String model) {
		return new EmbeddingRequest(model, this.input, this.parameters, this.options);
	}

	@Override
	public EmbeddingRequest withOptions(CallOptions options) {
		return new EmbeddingRequest(this.model, this.input, this.parameters, options);
	}

	@Override
	public EmbeddingRequest withDefaults(Map<String, @Nullable Object> defaults) {
		Map<String, @Nullable Object> merged = new Members(this.parameters);
		defaults.forEach(merged::putIfAbsent);
		return new EmbeddingRequest(this.model, this.input, merged, this.options);
	}

}
