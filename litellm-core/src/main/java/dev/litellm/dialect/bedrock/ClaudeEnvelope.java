package dev.litellm.dialect.bedrock;

import java.util.LinkedHashSet;
import java.util.Set;

import tools.jackson.core.JsonGenerator;

import dev.litellm.dialect.Body;
import dev.litellm.dialect.Target;
import dev.litellm.json.Json;
import dev.litellm.json.Values;
import dev.litellm.transport.WireRequest;

/**
 * Claude's requests at InvokeModel: the version and the marks of features stand in the
 * body.
 */
final class ClaudeEnvelope {

	private static final String BETA = "anthropic-beta";

	private static final Set<String> TAKEN;

	static {
		Set<String> taken = new LinkedHashSet<>(InvokeEnvelope.TAKEN);
		taken.add("model");
		taken.add("anthropic_beta");
		TAKEN = Set.copyOf(taken);
	}

	private ClaudeEnvelope() {
	}

	static WireRequest put(WireRequest request, Target target, boolean stream) {
		String betas = request.headers().getOrDefault(BETA, "");
		Body body = Body.of(request.body(), TAKEN, (generator, taken) -> {
			generator.writeStringProperty("anthropic_version", "bedrock-2023-05-31");
			writeBetas(generator, betas, Values.items(taken.get("anthropic_beta")));
		});
		WireRequest sent = InvokeEnvelope.sent(request, target, stream, body);
		String own = target.options().headers().get(BETA);
		return (own != null) ? sent.withHeader(BETA, own) : sent.withoutHeader(BETA);
	}

	private static void writeBetas(JsonGenerator generator, String header, Iterable<?> given) {
		Set<Object> betas = new LinkedHashSet<>();
		for (String beta : header.split(",")) {
			if (!beta.isBlank()) {
				betas.add(beta.strip());
			}
		}
		given.forEach(betas::add);
		if (!betas.isEmpty()) {
			generator.writeName("anthropic_beta");
			Json.write(generator, betas.stream().toList());
		}
	}

}
