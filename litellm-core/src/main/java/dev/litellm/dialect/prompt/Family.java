package dev.litellm.dialect.prompt;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatRequest;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.TextPath;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * A family of models at Amazon Bedrock that take one prompt.
 *
 * @param name its name
 * @param prompt the member that is the prompt
 * @param template how its models want their prompts, unless more is known of a model
 * @param config the member that holds the parameters, or null where they stand beside the
 * prompt
 * @param parameters the parameters
 * @param texts what leads to the text in an event of a stream
 */
record Family(String name, String prompt, String template, @Nullable String config, Parameters parameters,
		String... texts) {

	private static final Set<String> SAMPLING = Set.of("temperature", "top_p", Parameters.MAX_TOKENS,
			"max_completion_tokens");

	private static final Set<String> SAMPLING_AND_STOP = Stream.concat(SAMPLING.stream(), Stream.of("stop"))
		.collect(Collectors.toSet());

	private static final Map<String, String> MAX_GEN_LEN = Map.of(Parameters.MAX_TOKENS, "max_gen_len");

	static final List<Family> ALL = List.of(
			new Family("deepseek", "prompt", "deepseek", null, new Parameters(SAMPLING_AND_STOP, Map.of()), "choices",
					TextPath.ONLY, "text"),
			new Family("llama", "prompt", "llama3", null, new Parameters(SAMPLING, MAX_GEN_LEN), "generation"),
			new Family("mistral", "prompt", "mistral", null, new Parameters(SAMPLING_AND_STOP, Map.of()), "outputs",
					TextPath.ONLY, "text"),
			new Family("qwen", "prompt", "chatml", null, new Parameters(SAMPLING_AND_STOP, MAX_GEN_LEN), "choices",
					TextPath.ONLY, "text"),
			new Family("titan", "inputText", "titan", "textGenerationConfig",
					new Parameters(SAMPLING_AND_STOP,
							Map.of(Parameters.MAX_TOKENS, "maxTokenCount", "top_p", "topP", "stop", "stopSequences")),
					"outputText"));

	/**
	 * Return the body of a request.
	 * @param request the request
	 * @param target whom it goes to; gets the notes
	 * @param template how the model wants its prompt
	 * @return the body
	 * @throws dev.litellm.error.FailureException if it holds what the models cannot do
	 */
	Map<String, @Nullable Object> body(ChatRequest request, Target target, String template) {
		Map<String, @Nullable Object> body = Values.object(this.prompt,
				Prompt.of(request.messages(), target, template));
		Map<String, @Nullable Object> given = this.parameters.of(request, target);
		String stop = this.parameters.names().getOrDefault("stop", "stop");
		given.computeIfPresent(stop, (name, value) -> (value instanceof List<?>) ? value : List.of(value));
		Members own = new Members();
		given.forEach((name, value) -> ((this.config != null && isOwn(name)) ? own : body).put(name, value));
		if (this.config != null) {
			body.put(this.config, own);
		}
		return body;
	}

	private boolean isOwn(String name) {
		return this.parameters.names().containsValue(name) || this.parameters.supported().contains(name);
	}

}
