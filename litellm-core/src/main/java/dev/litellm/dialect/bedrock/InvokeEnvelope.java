package dev.litellm.dialect.bedrock;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.dialect.Body;
import dev.litellm.dialect.Target;
import dev.litellm.json.Values;
import dev.litellm.transport.WireRequest;

/**
 * Where a maker's request goes at InvokeModel, and what of it goes into headers.
 */
final class InvokeEnvelope {

	/** Members that InvokeModel takes in headers or not at all. */
	static final Set<String> TAKEN = Set.of("stream", "guardrailConfig", "performanceConfig", "serviceTier",
			"service_tier");

	private InvokeEnvelope() {
	}

	static WireRequest plain(WireRequest request, Target target, boolean stream) {
		Body body = Body.of(request.body(), TAKEN, (generator, taken) -> {
		});
		return sent(request, target, stream, body);
	}

	/**
	 * Return the request that goes out.
	 * @param request the request in the maker's format
	 * @param target whom it goes to
	 * @param stream whether the answer is to be streamed
	 * @param body its body, without what goes into headers
	 * @return the request
	 */
	static WireRequest sent(WireRequest request, Target target, boolean stream, Body body) {
		String id = target.provider().options().text("model-id");
		String model = (id != null) ? URLEncoder.encode(id, StandardCharsets.UTF_8) : target.encodedModel();
		URI uri = URI
			.create(target.baseUrl() + "/model/" + model + (stream ? "/invoke-with-response-stream" : "/invoke"));
		WireRequest sent = new WireRequest(request.method(), uri, request.headers(), body.bytes());
		Map<?, ?> guardrail = Values.fields(body.taken().get("guardrailConfig"));
		sent = with(sent, "GuardrailIdentifier", guardrail.get("guardrailIdentifier"));
		sent = with(sent, "GuardrailVersion", guardrail.get("guardrailVersion"));
		sent = with(sent, "Trace", Values.text(guardrail.get("trace"), "").toUpperCase(Locale.ROOT));
		sent = with(sent, "PerformanceConfig-Latency",
				Values.fields(body.taken().get("performanceConfig")).get("latency"));
		Object tier = Values.fields(body.taken().get("serviceTier")).get("type");
		return with(sent, "Service-Tier", (tier != null) ? tier : body.taken().get("service_tier"));
	}

	private static WireRequest with(WireRequest request, String name, @Nullable Object value) {
		return (value == null || value.toString().isEmpty()) ? request
				: request.withHeader("X-Amzn-Bedrock-" + name, value.toString());
	}

}
