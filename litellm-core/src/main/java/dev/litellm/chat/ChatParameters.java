package dev.litellm.chat;

import java.util.List;
import java.util.Map;

/**
 * Setters of the parameters of LiteLLM's {@code completion()}, by their OpenAI names.
 *
 * @param <S> what the setters return
 * @since 0.1.0
 */
public interface ChatParameters<S> {

	/**
	 * Set a parameter that has no method of its own.
	 * @param name the name in the request body
	 * @param value a JSON value: map, list, text, number, boolean
	 * @return this
	 */
	S extra(String name, Object value);

	default S temperature(double temperature) {
		return extra("temperature", Checks.atLeast("temperature", temperature, 0));
	}

	default S topP(double topP) {
		return extra("top_p", Checks.between("top_p", topP, 0, 1));
	}

	/**
	 * Ask for several answers.
	 * @param n how many
	 * @return this
	 */
	default S n(int n) {
		return extra("n", Checks.atLeast("n", n, 1));
	}

	/**
	 * End the answer where one of these texts would come.
	 * @param stop the texts
	 * @return this
	 */
	default S stop(String... stop) {
		return extra("stop", List.of(stop));
	}

	default S maxTokens(int maxTokens) {
		return extra("max_tokens", Checks.atLeast("max_tokens", maxTokens, 1));
	}

	default S maxCompletionTokens(int maxCompletionTokens) {
		return extra("max_completion_tokens", Checks.atLeast("max_completion_tokens", maxCompletionTokens, 1));
	}

	/**
	 * Say what kinds of output are wanted.
	 * @param modalities {@code text}, {@code audio}, {@code image}
	 * @return this
	 */
	default S modalities(String... modalities) {
		return extra("modalities", List.of(modalities));
	}

	/**
	 * Say what most of the answer will be.
	 * @param prediction OpenAI's {@code prediction} object
	 * @return this
	 */
	default S prediction(Map<String, ?> prediction) {
		return extra("prediction", prediction);
	}

	/**
	 * Say how spoken output is wanted.
	 * @param voice the voice
	 * @param format for example {@code wav}
	 * @return this
	 */
	default S audio(String voice, String format) {
		return extra("audio", Map.of("voice", voice, "format", format));
	}

	default S presencePenalty(double presencePenalty) {
		return extra("presence_penalty", Checks.between("presence_penalty", presencePenalty, -2, 2));
	}

	default S frequencyPenalty(double frequencyPenalty) {
		return extra("frequency_penalty", Checks.between("frequency_penalty", frequencyPenalty, -2, 2));
	}

	/**
	 * Make tokens likelier or less likely.
	 * @param logitBias from -100 to 100 by token id
	 * @return this
	 */
	default S logitBias(Map<String, ? extends Number> logitBias) {
		return extra("logit_bias", logitBias);
	}

	/**
	 * Name the end user to the provider.
	 * @param user an id that tells users apart and nothing more
	 * @return this
	 */
	default S endUser(String user) {
		return extra("user", Checks.notBlank("user", user));
	}

	/**
	 * Say how hard the model thinks.
	 * @param reasoningEffort {@code none}, {@code minimal}, {@code low}, {@code medium},
	 * {@code high}, {@code xhigh}, {@code max} or {@code default}
	 * @return this
	 */
	default S reasoningEffort(String reasoningEffort) {
		return extra("reasoning_effort", Checks.notBlank("reasoning_effort", reasoningEffort));
	}

	/**
	 * Give the model a budget to think.
	 * @param budgetTokens the most tokens that reasoning may take
	 * @return this
	 */
	default S thinking(int budgetTokens) {
		return extra("thinking",
				Map.of("type", "enabled", "budget_tokens", Checks.atLeast("thinking.budget_tokens", budgetTokens, 1)));
	}

	/**
	 * Say how wordy the answer is.
	 * @param verbosity {@code low}, {@code medium} or {@code high}
	 * @return this
	 */
	default S verbosity(String verbosity) {
		return extra("verbosity", Checks.notBlank("verbosity", verbosity));
	}

	/**
	 * Say what form the answer has.
	 * @param responseFormat OpenAI's {@code response_format} object
	 * @return this
	 */
	default S responseFormat(Map<String, ?> responseFormat) {
		return extra("response_format", responseFormat);
	}

	/**
	 * Ask for a JSON object.
	 * @return this
	 */
	default S jsonObject() {
		return responseFormat(Map.of("type", "json_object"));
	}

	/**
	 * Ask for JSON that holds to a schema.
	 * @param name the schema's name
	 * @param schema the JSON schema
	 * @return this
	 */
	default S jsonSchema(String name, Map<String, ?> schema) {
		return responseFormat(Map.of("type", "json_schema", "json_schema",
				Map.of("name", Checks.notBlank("json_schema.name", name), "schema", schema, "strict", true)));
	}

	default S seed(long seed) {
		return extra("seed", seed);
	}

	/**
	 * Offer tools to the model.
	 * @param tools the tools
	 * @return this
	 */
	default S tools(Tool... tools) {
		return tools(List.of(tools));
	}

	/**
	 * Offer tools to the model.
	 * @param tools the tools
	 * @return this
	 */
	default S tools(List<Tool> tools) {
		return extra("tools", List.copyOf(tools));
	}

	/**
	 * Say whether tools are used.
	 * @param toolChoice {@code auto}, {@code none}, {@code required}, or a function's
	 * name
	 * @return this
	 */
	default S toolChoice(String toolChoice) {
		return extra("tool_choice", List.of("auto", "none", "required").contains(toolChoice) ? toolChoice
				: Map.of("type", "function", "function", Map.of("name", Checks.notBlank("tool_choice", toolChoice))));
	}

	default S parallelToolCalls(boolean parallelToolCalls) {
		return extra("parallel_tool_calls", parallelToolCalls);
	}

	default S logprobs(boolean logprobs) {
		return extra("logprobs", logprobs);
	}

	default S topLogprobs(int topLogprobs) {
		return extra("top_logprobs", Checks.between("top_logprobs", topLogprobs, 0, 20));
	}

	/**
	 * Let the model search the web.
	 * @param searchContextSize {@code low}, {@code medium} or {@code high}
	 * @return this
	 */
	default S webSearch(String searchContextSize) {
		return extra("web_search_options", Map.of("search_context_size", searchContextSize));
	}

	default S serviceTier(String serviceTier) {
		return extra("service_tier", serviceTier);
	}

	default S safetyIdentifier(String safetyIdentifier) {
		return extra("safety_identifier", safetyIdentifier);
	}

	default S promptCacheKey(String promptCacheKey) {
		return extra("prompt_cache_key", promptCacheKey);
	}

	default S store(boolean store) {
		return extra("store", store);
	}

	/**
	 * Say what a stream tells beside its content.
	 * @param includeUsage whether its last chunk tells the tokens
	 * @return this
	 */
	default S streamUsage(boolean includeUsage) {
		return extra("stream_options", Map.of("include_usage", includeUsage));
	}

}
