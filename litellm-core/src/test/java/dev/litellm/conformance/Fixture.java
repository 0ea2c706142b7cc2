package dev.litellm.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One recorded case.
 *
 * @param provider the folder
 * @param name the scenario
 * @param root the whole record
 */
record Fixture(String provider, String name, JsonNode root) {

	/**
	 * Return LiteLLM's function.
	 * @return for example {@code completion}; empty for a record of another form
	 */
	String call() {
		return this.root.path("call").asString("");
	}

	/**
	 * Return the arguments of the call, objects that were configured for it among them.
	 * @return the arguments in OpenAI's names
	 */
	JsonNode request() {
		ObjectNode request = Values.object();
		this.root.path("settings").properties().forEach((setting) -> {
			if (setting.getValue().isObject()) {
				request.set(setting.getKey(), setting.getValue());
			}
		});
		this.root.path("request").properties().forEach((member) -> request.set(member.getKey(), member.getValue()));
		return request;
	}

	String model() {
		return request().path("model").asString("");
	}

	/**
	 * Return what stands before the first slash of the model.
	 * @return the prefix, or null for a bare name
	 */
	@Nullable String prefix() {
		int slash = model().indexOf('/');
		return (slash > 0) ? model().substring(0, slash) : null;
	}

	/**
	 * Return the model without its prefix.
	 * @return what stands after the first slash, or the whole name
	 */
	String bareModel() {
		return model().substring(model().indexOf('/') + 1);
	}

	boolean isStream() {
		return request().path("stream").asBoolean(false);
	}

	Map<String, String> settings() {
		return texts(this.root.path("settings"));
	}

	Map<String, String> environment() {
		return texts(this.root.path("env"));
	}

	JsonNode wire() {
		return this.root.path("wire");
	}

	List<JsonNode> sideRequests() {
		return Values.list(this.root.path("side_requests"));
	}

	List<JsonNode> answers() {
		return Values.list(this.root.path("answers"));
	}

	JsonNode unified() {
		return this.root.path("unified");
	}

	/**
	 * Return the model that the provider says has answered.
	 * @return the first {@code model} of the answer, empty where it tells none
	 */
	String answeredModel() {
		for (JsonNode answer : answers()) {
			String model = answer.path("json").path("model").asString("");
			model = model.isEmpty() ? answer.path("json").path("modelVersion").asString("") : model;
			model = model.isEmpty() ? answer.path("json").path("final_result").path("model").asString("") : model;
			for (JsonNode event : Answers.events(answer)) {
				model = model.isEmpty() ? event.path("final_result").path("model").asString("") : model;
				model = model.isEmpty() ? event.path("model").asString("") : model;
				model = model.isEmpty() ? event.path("message").path("model").asString("") : model;
				model = model.isEmpty() ? event.path("modelVersion").asString("") : model;
			}
			if (!model.isEmpty()) {
				return model;
			}
		}
		return "";
	}

	private static Map<String, String> texts(JsonNode object) {
		Map<String, String> texts = new LinkedHashMap<>();
		object.properties().forEach((member) -> {
			if (member.getValue().isValueNode() && !member.getValue().isNull()) {
				texts.put(member.getKey(), member.getValue().asString());
			}
		});
		return texts;
	}

	@Override
	public String toString() {
		return this.provider + "/" + this.name;
	}

}
