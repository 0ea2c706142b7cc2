package dev.litellm.dialect.sap;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

import dev.litellm.call.CallInfo;
import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.openai.ChatEnvelope;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Values;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * The modules of the orchestration service, around a request and around what the last of
 * them has left of an answer; what the others have made of that is not read.
 */
final class Modules implements ChatEnvelope {

	/** Modules beside the prompt, under the names of parameters. */
	private static final Set<String> MODULES = Set.of("filtering", "masking", "grounding", "translation");

	private static final Set<String> PROMPT = Set.of("tools", "response_format");

	private static final Set<String> ELSEWHERE = Set.of("model", "messages", "stream", "stream_options",
			"model_version", "placeholder_values", "fallback_sap_modules");

	private static final String PREFIX = "sap/";

	/** The address of a deployment that is still to be found. */
	private static final URI UNKNOWN = URI.create("");

	@Override
	public WireRequest put(ChatRequest asked, Map<String, @Nullable Object> body, Map<String, String> headers,
			Target target, boolean stream) {
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
		return WireRequest.postJson(UNKNOWN, headers, WireBody.json(whole));
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

	@Override
	public ChatResponse response(JsonParser parser, WireReply reply) {
		Members others = new Members();
		ChatResponse result = result(parser, others, ChatResponse::read);
		if (others.get("error") != null) {
			return new ChatResponse(null, 0, null, List.of(), null, null, null, others, CallInfo.empty());
		}
		if (result == null) {
			throw Failures.invalid(reply, "an answer of the orchestration service", "no final_result").asException();
		}
		return result;
	}

	@Override
	public @Nullable ChatChunk chunk(JsonParser parser, @Nullable ChatChunk before) {
		Members others = new Members();
		ChatChunk result = result(parser, others, (inner) -> ChatChunk.read(inner, before));
		boolean told = result != null && (!result.choices().isEmpty() || result.usage() != null);
		if (others.get("error") != null || (!told && others.get("message") != null)) {
			return new ChatChunk(null, 0, null, List.of(), null, others);
		}
		return told ? result : null;
	}

	private static <T> @Nullable T result(JsonParser parser, Members others, Function<JsonParser, T> read) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			throw new StreamReadException(parser, "Expected an object");
		}
		T result = null;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken token = parser.nextToken();
			switch (name) {
				case "request_id", "intermediate_results" -> parser.skipChildren();
				case "final_result" -> {
					if (token == JsonToken.START_OBJECT) {
						result = read.apply(parser);
					}
					else {
						parser.skipChildren();
					}
				}
				default -> others.put(name, Json.read(parser));
			}
		}
		return result;
	}

}
