package dev.litellm.dialect.bedrock;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
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

	private static final String SCHEMA = "output_format";

	private static final String OUTPUT = "output_config";

	private static final Set<String> TAKEN = Stream
		.concat(InvokeEnvelope.TAKEN.stream(), Stream.of("model", Betas.MEMBER, SCHEMA, OUTPUT))
		.collect(Collectors.toUnmodifiableSet());

	private ClaudeEnvelope() {
	}

	static WireRequest put(WireRequest request, Target target, boolean stream) {
		String betas = Betas.header(request.headers());
		Body body = Body.of(request.body(), TAKEN, (generator, taken) -> {
			generator.writeStringProperty("anthropic_version", "bedrock-2023-05-31");
			List<Object> all = Betas.of(betas, taken.get(Betas.MEMBER));
			if (!all.isEmpty()) {
				generator.writeName(Betas.MEMBER);
				Json.write(generator, all);
			}
			writeOutput(generator, taken);
		});
		WireRequest sent = InvokeEnvelope.sent(request, target, stream, body);
		String own = target.options().headers().get(Betas.HEADER);
		return (own != null) ? sent.withHeader(Betas.HEADER, own) : sent.withoutHeader(Betas.HEADER);
	}

	/** What the answer is to be like stands in one member, its schema too. */
	private static void writeOutput(JsonGenerator generator, Map<?, ?> taken) {
		Map<String, @Nullable Object> output = Values.copy(Values.fields(taken.get(OUTPUT)));
		if (taken.get(SCHEMA) != null) {
			output.putIfAbsent("format", taken.get(SCHEMA));
		}
		if (!output.isEmpty()) {
			generator.writeName(OUTPUT);
			Json.write(generator, output);
		}
	}

}
