package dev.litellm.test;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a server answers without being told.
 */
final class Defaults {

	static final List<String> MODELS = List.of("gpt-4o", "gpt-4o-mini", "text-embedding-3-small");

	private Defaults() {
	}

	/**
	 * The pages that every server of this kind has, for free: models and health.
	 */
	static @Nullable Reply information(RecordedRequest request, List<String> models) {
		String path = request.path();
		if (!request.method().equals("GET")) {
			return null;
		}
		if (path.endsWith("/health/liveliness") || path.endsWith("/health/liveness")) {
			return Reply.json("\"I'm alive!\"");
		}
		if (path.endsWith("/health/readiness")) {
			return Reply.json("{\"status\":\"healthy\",\"db\":\"Not connected\",\"cache\":null}");
		}
		if (path.endsWith("/models")) {
			return models(models);
		}
		for (String model : models) {
			if (path.endsWith("/models/" + model)) {
				return json(model(model));
			}
		}
		return path.contains("/models/") ? Reply.error(404) : null;
	}

	private static Reply models(List<String> models) {
		ObjectNode root = Json.object().put("object", "list");
		ArrayNode data = root.putArray("data");
		models.forEach((model) -> data.add(model(model)));
		return json(root);
	}

	private static ObjectNode model(String model) {
		return Json.object()
			.put("id", model)
			.put("object", "model")
			.put("created", 1_735_689_600)
			.put("owned_by", "scripted");
	}

	/**
	 * An answer that shows what was asked.
	 */
	static Reply answer(RecordedRequest request) {
		if (request.path().endsWith("/embeddings")) {
			return Reply.embedding();
		}
		if (request.json().has("messages") || request.path().endsWith("/completions")) {
			return Reply.text(request.model() + " heard: " + request.lastUserMessage());
		}
		ObjectNode echo = Json.object().put("method", request.method()).put("path", request.path());
		echo.set("body", request.json().isMissingNode() ? Json.string(request.body()) : request.json());
		return json(echo);
	}

	private static Reply json(ObjectNode json) {
		return Reply.json(json.toString());
	}

}
