package dev.litellm.dialect.bedrock;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.Tool;
import dev.litellm.dialect.Target;
import dev.litellm.json.Values;
import dev.litellm.transport.WireRequest;

/**
 * Claude's requests at InvokeModel: the version and the marks of features stand in the
 * body, the model and whether to stream in the address.
 */
final class ClaudeEnvelope {

	private static final String SCHEMA = "output_format";

	private static final String OUTPUT = "output_config";

	/** What tools are called here whose name has a date elsewhere. */
	private static final Map<String, String> TYPES = Map.of("tool_search_tool_regex_20251119",
			"tool_search_tool_regex");

	private ClaudeEnvelope() {
	}

	static WireRequest make(Map<String, @Nullable Object> body, Map<String, String> headers, Target target,
			boolean stream) {
		body.remove("model");
		body.put("anthropic_version", "bedrock-2023-05-31");
		Betas.put(headers, body);
		String own = target.options().headers().get(Betas.HEADER);
		headers.remove(Betas.HEADER);
		if (own != null) {
			headers.put(Betas.HEADER, own);
		}
		putOutput(body);
		body.computeIfPresent("tools",
				(name, tools) -> Values.items(tools).stream().map(ClaudeEnvelope::renamed).toList());
		return InvokeEnvelope.make(body, headers, target, stream);
	}

	private static Object renamed(Object given) {
		return (given instanceof Tool tool) ? Tool.of(TYPES.getOrDefault(tool.type(), tool.type()), tool.extra())
				: given;
	}

	/** What the answer is to be like stands in one member, its schema too. */
	private static void putOutput(Map<String, @Nullable Object> body) {
		Object schema = body.remove(SCHEMA);
		if (schema != null) {
			Map<String, @Nullable Object> output = Values.copy(Values.fields(body.get(OUTPUT)));
			output.putIfAbsent("format", schema);
			body.put(OUTPUT, output);
		}
	}

}
