package dev.litellm.dialect.sap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.dialect.Target;
import dev.litellm.json.Members;
import dev.litellm.json.Values;
import dev.litellm.transport.WireBody;

/**
 * The modules around a request in OpenAI's format.
 */
final class Envelope {

	/** Modules beside the prompt, under the names of parameters. */
	private static final Set<String> MODULES = Set.of("filtering", "masking", "grounding", "translation");

	private static final Set<String> PROMPT = Set.of("tools", "response_format");

	private static final Set<String> ELSEWHERE = Set.of("model", "messages", "stream", "stream_options",
			"model_version", "placeholder_values", "fallback_sap_modules");

	private static final String PREFIX = "sap/";

	private Envelope() {
	}

	/**
	 * Return the body of a request.
	 * @param inner the body in OpenAI's format
	 * @param target whom it goes to
	 * @param stream whether the answer streams
	 * @return the body in the orchestration service's format
	 */
	static WireBody wrap(WireBody inner, Target target, boolean stream) {
		Map<?, ?> body = Values.fields(inner.value());
		Map<String, @Nullable Object> module = module(body, target.model());
		List<?> fallbacks = Values.items(body.get("fallback_sap_modules"));
		Map<String, @Nullable Object> config = Values.object("modules", module);
		if (!fallbacks.isEmpty()) {
			List<Object> modules = new ArrayList<>(List.of(module));
			fallbacks.forEach((fallback) -> modules.add(module(Values.fields(fallback), target.model())));
			config.put("modules", modules);
		}
		if (stream) {
			config.put("stream", Map.of("enabled", true));
		}
		Map<String, @Nullable Object> whole = Values.object("config", config);
		if (body.get("placeholder_values") != null) {
			whole.put("placeholder_values", body.get("placeholder_values"));
		}
		return WireBody.json(whole);
	}

	private static Map<String, @Nullable Object> module(Map<?, ?> body, String standard) {
		Map<String, @Nullable Object> prompt = Values.object("template", body.get("messages"));
		Map<String, @Nullable Object> parameters = new Members();
		Map<String, @Nullable Object> module = new Members();
		String name = Values.text(body.get("model"), standard);
		Map<String, @Nullable Object> model = Values.object("name",
				name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name);
		model.put("version", Values.text(body.get("model_version"), "latest"));
		model.put("params", parameters);
		Map<String, @Nullable Object> templating = Values.object("prompt", prompt);
		templating.put("model", model);
		module.put("prompt_templating", templating);
		body.forEach((key, value) -> {
			String member = String.valueOf(key);
			if (PROMPT.contains(member)) {
				prompt.put(member, value);
			}
			else if (MODULES.contains(member)) {
				module.put(member, value);
			}
			else if (!ELSEWHERE.contains(member)) {
				parameters.put(member, value);
			}
		});
		return module;
	}

}
