package dev.litellm.test;

import tools.jackson.databind.JsonNode;

/**
 * All that an answer may take from its request, so that equal shapes share their bytes.
 *
 * @param model the model that was asked for
 * @param stream whether a stream was asked for
 * @param usage whether the stream is to end with its usage
 * @param legacy whether it is the completions endpoint without messages
 * @param promptTokens the tokens of the prompt, estimated
 */
record Shape(String model, boolean stream, boolean usage, boolean legacy, int promptTokens) {

	static Shape of(RecordedRequest request) {
		JsonNode body = request.json();
		String path = request.path();
		return new Shape(request.model(), request.isStream(),
				body.path("stream_options").path("include_usage").asBoolean(false),
				path.endsWith("/completions") && !path.endsWith("/chat/completions"), Prompts.tokens(body));
	}

}
