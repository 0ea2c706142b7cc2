package dev.litellm.test;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error in OpenAI's format.
 *
 * @param type the {@code type}
 * @param code the {@code code}, or {@code null}
 * @param param the {@code param}, or {@code null}
 * @param message the {@code message}
 */
record OpenAiError(String type, @Nullable String code, @Nullable String param, String message) {

	private static final String INVALID = "invalid_request_error";

	private static final String SERVER = "server_error";

	/**
	 * What OpenAI says with a status.
	 */
	static OpenAiError of(int status, String model) {
		return switch (status) {
			case 400 -> new OpenAiError(INVALID, null, null, "We could not parse the JSON body of your request.");
			case 401 -> new OpenAiError(INVALID, "invalid_api_key", null, "Incorrect API key provided.");
			case 403 -> new OpenAiError("request_forbidden", "unsupported_country_region_territory", null,
					"Country, region, or territory not supported");
			case 404 -> new OpenAiError(INVALID, "model_not_found", null,
					"The model `" + model + "` does not exist or you do not have access to it.");
			case 408 -> new OpenAiError("timeout", "request_timeout", null, "Request timed out.");
			case 409 -> new OpenAiError("conflict_error", "conflict", null, "The resource was updated meanwhile.");
			case 413 -> new OpenAiError(INVALID, "request_too_large", null, "The request is too large.");
			case 422 -> new OpenAiError(INVALID, null, null, "The request was well formed but could not be followed.");
			case 429 -> new OpenAiError("requests", "rate_limit_exceeded", null,
					"Rate limit reached for " + model + " on requests per min (RPM): Limit 3, Used 3, Requested 1.");
			case 500 -> new OpenAiError(SERVER, null, null,
					"The server had an error while processing your request. Sorry about that!");
			case 503 -> new OpenAiError(SERVER, "overloaded", null,
					"The server is currently overloaded with other requests. Sorry about that!");
			case 529 -> new OpenAiError("overloaded_error", "overloaded", null, "Overloaded");
			default ->
				new OpenAiError((status >= 500) ? SERVER : INVALID, null, null, "Scripted error " + status + ".");
		};
	}

	/**
	 * What OpenAI says with a code, else the status's own words under that code.
	 */
	static OpenAiError of(int status, String code, String model) {
		return switch (code) {
			case "context_length_exceeded" -> new OpenAiError(INVALID, code, "messages",
					"This model's maximum context length is 8192 tokens. However, your messages resulted in 9001 "
							+ "tokens. Please reduce the length of the messages.");
			case "content_policy_violation" ->
				new OpenAiError(INVALID, code, null, "Your request was rejected as a result of our safety system.");
			case "content_filter" -> new OpenAiError(INVALID, code, "prompt",
					"The response was filtered due to the prompt triggering the content management policy.");
			case "insufficient_quota" -> new OpenAiError(code, code, null,
					"You exceeded your current quota, please check your plan and billing details.");
			default -> {
				OpenAiError error = of(status, model);
				yield new OpenAiError(error.type, code, error.param, error.message);
			}
		};
	}

	OpenAiError withMessage(String message) {
		return new OpenAiError(this.type, this.code, this.param, message);
	}

	ObjectNode json() {
		ObjectNode root = Json.object();
		root.putObject("error")
			.put("message", this.message)
			.put("type", this.type)
			.put("param", this.param)
			.put("code", this.code);
		return root;
	}

}
