package dev.litellm.dialect.bedrock;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.dialect.Target;
import dev.litellm.json.Values;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireRequest;

/**
 * Where a maker's request goes at InvokeModel, and what of it goes into headers.
 */
final class InvokeEnvelope {

	private static final String STREAM = "stream";

	private static final String GUARDRAIL = "guardrailConfig";

	private static final String PERFORMANCE = "performanceConfig";

	private static final String TIER = "serviceTier";

	private static final String OPENAI_TIER = "service_tier";

	private InvokeEnvelope() {
	}

	/**
	 * Make a request of a body that is not written yet.
	 * @param body its members, which lose what goes elsewhere
	 * @param headers the headers, which get some of it
	 * @param target whom it goes to
	 * @param stream whether the answer is to be streamed
	 * @return the request
	 */
	static WireRequest make(Map<String, @Nullable Object> body, Map<String, String> headers, Target target,
			boolean stream) {
		body.remove(STREAM);
		putHeaders(body, headers);
		return WireRequest.postJson(uri(target, stream), headers, WireBody.json(body));
	}

	private static URI uri(Target target, boolean stream) {
		return ConverseCodec.uri(target, stream ? "/invoke-with-response-stream" : "/invoke");
	}

	/**
	 * Put into headers what InvokeModel takes there.
	 * @param members the members of a body, which lose what goes into headers
	 * @param headers the headers
	 */
	private static void putHeaders(Map<String, @Nullable Object> members, Map<String, String> headers) {
		Map<?, ?> guardrail = Values.fields(members.remove(GUARDRAIL));
		put(headers, "GuardrailIdentifier", guardrail.get("guardrailIdentifier"));
		put(headers, "GuardrailVersion", guardrail.get("guardrailVersion"));
		put(headers, "Trace", Values.text(guardrail.get("trace"), "").toUpperCase(Locale.ROOT));
		put(headers, "PerformanceConfig-Latency", Values.fields(members.remove(PERFORMANCE)).get("latency"));
		Object tier = Values.fields(members.remove(TIER)).get("type");
		Object named = members.remove(OPENAI_TIER);
		put(headers, "Service-Tier", (tier != null) ? tier : named);
	}

	private static void put(Map<String, String> headers, String name, @Nullable Object value) {
		if (value != null && !value.toString().isEmpty()) {
			headers.put("X-Amzn-Bedrock-" + name, value.toString());
		}
	}

}
