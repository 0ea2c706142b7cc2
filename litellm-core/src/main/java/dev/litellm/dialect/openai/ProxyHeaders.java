package dev.litellm.dialect.openai;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.call.ProxyOptions;
import dev.litellm.dialect.Target;
import dev.litellm.json.Json;

/**
 * What a LiteLLM proxy is told beside the request: {@code x-litellm-*} headers, and
 * metadata and tags in the body. Other providers get none of it.
 */
final class ProxyHeaders {

	/** The provider that is a LiteLLM proxy. */
	static final String PROXY = "litellm_proxy";

	private static final String METADATA = "metadata";

	private ProxyHeaders() {
	}

	private static boolean isProxy(Target target) {
		return target.provider().name().equals(PROXY);
	}

	static Map<String, String> of(Target target) {
		Map<String, String> headers = target.headers();
		if (!isProxy(target)) {
			return headers;
		}
		ProxyOptions options = target.options().proxy();
		if (options.timeout() != null) {
			put(headers, "timeout", Double.toString(options.timeout().toMillis() / 1000.0));
		}
		put(headers, "num-retries", options.numRetries());
		put(headers, "session-id", options.sessionId());
		put(headers, "trace-id", options.traceId());
		put(headers, "customer-id", options.customerId());
		if (!target.options().tags().isEmpty()) {
			put(headers, "tags", String.join(",", target.options().tags()));
		}
		if (!options.spendLogsMetadata().isEmpty()) {
			put(headers, "spend-logs-metadata", Json.text(options.spendLogsMetadata()));
		}
		return headers;
	}

	private static void put(Map<String, String> headers, String name, @Nullable Object value) {
		if (value != null) {
			headers.putIfAbsent("x-litellm-" + name, value.toString());
		}
	}

	static void writeBody(JsonGenerator generator, Target target, Map<String, @Nullable Object> parameters) {
		if (tellsMetadata(target, parameters)) {
			generator.writeName(METADATA);
			Json.write(generator, target.options().metadata());
		}
	}

	static void putBody(Map<String, @Nullable Object> body, Target target, Map<String, @Nullable Object> parameters) {
		if (tellsMetadata(target, parameters)) {
			body.put(METADATA, target.options().metadata());
		}
	}

	private static boolean tellsMetadata(Target target, Map<String, @Nullable Object> parameters) {
		return isProxy(target) && !target.options().metadata().isEmpty() && !parameters.containsKey(METADATA);
	}

}
