package dev.litellm.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.call.CallOptions;
import dev.litellm.call.LlmRequest;
import dev.litellm.json.Json;
import dev.litellm.json.Members;

/**
 * A chat request in OpenAI's shape: a model, messages, and parameters by their OpenAI
 * names.
 *
 * @param model an alias, a group, {@code provider/model}, or a bare model name
 * @param messages the conversation, at least one message
 * @param parameters JSON values by OpenAI name; {@code tools} holds {@link Tool}s
 * @param options how the call is made
 * @since 0.1.0
 */
public record ChatRequest(String model, List<Message> messages, Map<String, @Nullable Object> parameters,
		CallOptions options) implements LlmRequest<ChatRequest>, Json.Writable {

	public ChatRequest {
		if (model == null || model.isBlank()) {
			throw new IllegalArgumentException("'model' is " + ((model == null) ? "null" : "blank")
					+ ": name an alias, a group, or provider/model, for example openai/gpt-4o");
		}
		if (messages == null || messages.isEmpty()) {
			throw new IllegalArgumentException(
					"'messages' is empty: give at least one, for example with user(\"…\") or Message.user(\"…\")");
		}
		messages = Checks.list("", "messages", messages);
		parameters = Fields.copy(parameters);
	}

	public static Builder builder(String model) {
		return new Builder(model);
	}

	/**
	 * Read a request in OpenAI's format.
	 * @param json the body of a chat completions call
	 * @return the request
	 * @throws IllegalArgumentException if it is not one
	 */
	public static ChatRequest fromJson(String json) {
		return RequestReader.read(json);
	}

	/**
	 * Return the tools that the model may call.
	 * @return the tools, empty where there are none
	 */
	@SuppressWarnings("unchecked")
	public List<Tool> tools() {
		return (RequestReader.tools(this.parameters.get("tools")) instanceof List<?> tools) ? (List<Tool>) tools
				: List.of();
	}

	@Override
	public ChatRequest withModel(String model) {
		return new ChatRequest(model, this.messages, this.parameters, this.options);
	}

	@Override
	public ChatRequest withOptions(CallOptions options) {
		return new ChatRequest(this.model, this.messages, this.parameters, options);
	}

	@Override
	public ChatRequest withDefaults(Map<String, @Nullable Object> defaults) {
		if (this.parameters.keySet().containsAll(defaults.keySet())) {
			return this;
		}
		Map<String, @Nullable Object> merged = new Members(this.parameters);
		defaults.forEach(merged::putIfAbsent);
		return new ChatRequest(this.model, this.messages, merged, this.options);
	}

	public ChatRequest withMessages(List<Message> messages) {
		return new ChatRequest(this.model, messages, this.parameters, this.options);
	}

	/**
	 * Return a builder that holds what this request holds.
	 * @return the builder
	 */
	public Builder mutate() {
		Builder builder = new Builder(this.model).messages(this.messages).options(this.options);
		builder.parameters.putAll(this.parameters);
		return builder;
	}

	/**
	 * Write this request in OpenAI's format, the call's options left out.
	 * @return the body of a chat completions call
	 */
	public String toJson() {
		return Json.text(this);
	}

	@Override
	public void writeTo(JsonGenerator generator) {
		generator.writeStartObject();
		generator.writeStringProperty("model", this.model);
		Fields.write(generator, "messages", this.messages);
		Fields.write(generator, this.parameters);
		generator.writeEndObject();
	}

	/**
	 * Builder of a {@link ChatRequest}.
	 */
	public static final class Builder implements ChatParameters<Builder> {

		private final String model;

		private final List<Message> messages = new ArrayList<>();

		private final Map<String, @Nullable Object> parameters = new Members();

		private CallOptions options = CallOptions.none();

		private Builder(String model) {
			this.model = model;
		}

		public Builder messages(List<Message> messages) {
			this.messages.addAll(messages);
			return this;
		}

		public Builder messages(Message... messages) {
			Collections.addAll(this.messages, messages);
			return this;
		}

		@Override
		public Builder extra(String name, Object value) {
			this.parameters.put(Checks.notBlank("parameter name", name), value);
			return this;
		}

		public Builder options(CallOptions options) {
			this.options = options;
			return this;
		}

		public CallOptions options() {
			return this.options;
		}

		public ChatRequest build() {
			return new ChatRequest(this.model, this.messages, this.parameters, this.options);
		}

	}

}
