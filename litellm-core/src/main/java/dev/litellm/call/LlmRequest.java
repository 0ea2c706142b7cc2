package dev.litellm.call;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What every operation's request has: the model, the parameters by their OpenAI names,
 * and how the call is made.
 *
 * @param <S> the request's own type
 * @since 0.1.0
 */
public interface LlmRequest<S extends LlmRequest<S>> {

	/**
	 * Return the model's name as the caller wrote it.
	 * @return an alias, a group, {@code provider/model}, or a bare model name
	 */
	String model();

	/**
	 * Return the parameters in the order they were given.
	 * @return JSON values by OpenAI name; unknown names pass through to the provider
	 */
	Map<String, @Nullable Object> parameters();

	CallOptions options();

	S withModel(String model);

	S withOptions(CallOptions options);

	/**
	 * Return this request with the parameters given, where it has none of that name.
	 * @param defaults JSON values by OpenAI name
	 * @return the new request
	 */
	S withDefaults(Map<String, @Nullable Object> defaults);

}
