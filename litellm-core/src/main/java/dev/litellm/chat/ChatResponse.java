package dev.litellm.chat;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

import dev.litellm.call.CallInfo;
import dev.litellm.call.LlmResponse;
import dev.litellm.json.Json;

/**
 * The answer to a chat request, in the shape of OpenAI's {@code chat.completion}.
 *
 * @param id the answer's id, or null where the provider gives none
 * @param created when it was made, in seconds since 1970, or 0
 * @param model the model as the provider names it
 * @param choices the answers
 * @param usage the tokens as the provider counted them, or null where it did not
 * @param systemFingerprint the provider's mark of its configuration, or null
 * @param serviceTier the tier that served the call, or null
 * @param extra further members
 * @param info what the call took
 * @since 0.1.0
 */
public record ChatResponse(@Nullable String id, long created, @Nullable String model, List<Choice> choices,
		@Nullable Usage usage, @Nullable String systemFingerprint, @Nullable String serviceTier,
		Map<String, @Nullable Object> extra, CallInfo info) implements LlmResponse<ChatResponse>, Json.Writable {

	public ChatResponse {
		choices = List.copyOf(choices);
		extra = Fields.copy(extra);
	}

	/**
	 * Return an answer of text alone.
	 * @param model the model
	 * @param text the text
	 * @return the answer, which ends with {@code stop}
	 */
	public static ChatResponse of(String model, String text) {
		Choice choice = new Choice(0, Message.assistant(text), FinishReason.STOP, null, Map.of());
		return new ChatResponse(null, 0, model, List.of(choice), null, null, null, Map.of(), CallInfo.empty());
	}

	/**
	 * Read an answer in OpenAI's format.
	 * @param json a {@code chat.completion}
	 * @return the answer
	 */
	public static ChatResponse fromJson(String json) {
		try (JsonParser parser = Json.parser(json)) {
			parser.nextToken();
			return ResponseReader.read(parser);
		}
	}

	/**
	 * Read an answer in OpenAI's format.
	 * @param parser stands on the object's start
	 * @return the answer
	 */
	public static ChatResponse read(JsonParser parser) {
		return ResponseReader.read(parser);
	}

	/**
	 * Return the text of the first choice.
	 * @return the text, empty where there is none
	 */
	public String content() {
		return this.choices.isEmpty() ? "" : this.choices.get(0).message().text();
	}

	/**
	 * Return the calls of tools that the first choice asks for.
	 * @return the calls, empty where there are none
	 */
	public List<ToolCall> toolCalls() {
		return this.choices.isEmpty() ? List.of() : this.choices.get(0).message().toolCalls();
	}

	/**
	 * Return why the first choice ended.
	 * @return the reason in OpenAI's words, or null
	 */
	public @Nullable String finishReason() {
		return this.choices.isEmpty() ? null : this.choices.get(0).finishReason();
	}

	@Override
	public ChatResponse withInfo(CallInfo info) {
		return new ChatResponse(this.id, this.created, this.model, this.choices, this.usage, this.systemFingerprint,
				this.serviceTier, this.extra, info);
	}

	/**
	 * Write this answer in OpenAI's format.
	 * @return a {@code chat.completion}
	 */
	public String toJson() {
		return Json.text(this);
	}

	@Override
	public void writeTo(JsonGenerator generator) {
		generator.writeStartObject();
		Fields.writeText(generator, "id", this.id);
		generator.writeStringProperty("object", "chat.completion");
		generator.writeNumberProperty("created", this.created);
		Fields.writeText(generator, "model", this.model);
		Fields.write(generator, "choices", this.choices);
		if (this.usage != null) {
			Fields.write(generator, "usage", this.usage);
		}
		Fields.writeText(generator, "system_fingerprint", this.systemFingerprint);
		Fields.writeText(generator, "service_tier", this.serviceTier);
		Fields.write(generator, this.extra);
		generator.writeEndObject();
	}

}
