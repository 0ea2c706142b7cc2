package dev.litellm.conformance;

import java.time.Duration;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.litellm.call.CallOptions;
import dev.litellm.call.Secret;

/**
 * Parts a recorded request into what is asked and how the call is made: LiteLLM takes
 * both as arguments of one function.
 */
final class Requests {

	private Requests() {
	}

	static Split split(JsonNode request) {
		ObjectNode body = Values.object();
		CallOptions options = CallOptions.none();
		for (Map.Entry<String, JsonNode> argument : request.properties()) {
			JsonNode value = argument.getValue();
			switch (argument.getKey()) {
				case "stream", "allowed_openai_params" -> {
				}
				case "drop_params" -> options = options.withDropUnsupported(value.asBoolean());
				case "api_key" -> options = options.withApiKey(Secret.of(value.asString()));
				case "api_base", "base_url" -> options = options.withBaseUrl(value.asString());
				case "timeout" -> options = options.withTimeouts(options.timeouts().withTotal(seconds(value)));
				case "num_retries", "max_retries" ->
					options = options.withRetries(options.retries().withMaxAttempts(1));
				case "extra_headers", "headers" -> {
					for (Map.Entry<String, JsonNode> header : value.properties()) {
						options = options.withHeader(header.getKey(), header.getValue().asString());
					}
				}
				case "extra_body" ->
					value.properties().forEach((member) -> body.set(member.getKey(), member.getValue()));
				case "metadata" -> options = options.withMetadata(map(value));
				case "litellm_session_id" ->
					options = options.withProxy(options.proxy().withSessionId(value.asString()));
				case "litellm_trace_id" -> options = options.withProxy(options.proxy().withTraceId(value.asString()));
				default -> body.set(argument.getKey(), value);
			}
		}
		return new Split(body, options);
	}

	private static Duration seconds(JsonNode value) {
		return Duration.ofMillis((long) (value.asDouble() * 1000));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(JsonNode value) {
		return (Map<String, Object>) Values.plain(value);
	}

	/**
	 * A request in two parts.
	 *
	 * @param body what is asked, in OpenAI's names
	 * @param options how the call is made
	 */
	record Split(ObjectNode body, CallOptions options) {

	}

}
