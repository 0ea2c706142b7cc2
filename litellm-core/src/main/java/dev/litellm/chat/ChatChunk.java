package dev.litellm.chat;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

import dev.litellm.json.Json;
import dev.litellm.json.Members;

/**
 * One piece of a streamed answer, in the shape of OpenAI's {@code chat.completion.chunk}.
 *
 * @param id the answer's id, or null
 * @param created when the answer was begun, in seconds since 1970, or 0
 * @param model the model as the provider names it
 * @param choices what is added to the answers; empty on a last chunk with the usage alone
 * @param usage the tokens of the whole call, on the chunk that tells them
 * @param extra further members, for example {@code system_fingerprint}
 * @since 0.1.0
 */
public record ChatChunk(@Nullable String id, long created, @Nullable String model, List<ChunkChoice> choices,
		@Nullable Usage usage, Map<String, @Nullable Object> extra) implements Json.Writable {

	public ChatChunk {
		choices = List.copyOf(choices);
		extra = Fields.copy(extra);
	}

	/**
	 * Return a chunk that adds a piece of text.
	 * @param model the model
	 * @param text the piece
	 * @return the chunk
	 */
	public static ChatChunk of(String model, String text) {
		return new ChatChunk(null, 0, model, List.of(new ChunkChoice(0, Delta.ofContent(text), null, null, Map.of())),
				null, Map.of());
	}

	/**
	 * Return a whole answer as the one chunk of a stream.
	 * @param response the answer
	 * @return the chunk
	 */
	public static ChatChunk of(ChatResponse response) {
		Map<String, @Nullable Object> extra = new Members(response.extra());
		if (response.systemFingerprint() != null) {
			extra.put("system_fingerprint", response.systemFingerprint());
		}
		if (response.serviceTier() != null) {
			extra.put("service_tier", response.serviceTier());
		}
		return new ChatChunk(response.id(), response.created(), response.model(),
				response.choices().stream().map(ChunkChoice::of).toList(), response.usage(), extra);
	}

	/**
	 * Read a chunk in OpenAI's format.
	 * @param json a {@code chat.completion.chunk}
	 * @return the chunk
	 */
	public static ChatChunk fromJson(String json) {
		try (JsonParser parser = Json.parser(json)) {
			parser.nextToken();
			return ChunkReader.read(parser, null);
		}
	}

	/**
	 * Read a chunk in OpenAI's format.
	 * @param parser stands on the object's start
	 * @return the chunk
	 */
	public static ChatChunk read(JsonParser parser) {
		return ChunkReader.read(parser, null);
	}

	/**
	 * Read a chunk in OpenAI's format.
	 * @param parser stands on the object's start
	 * @param before the chunk that came before it in its stream, whose equal texts are
	 * used again, or null
	 * @return the chunk
	 */
	public static ChatChunk read(JsonParser parser, @Nullable ChatChunk before) {
		return ChunkReader.read(parser, before);
	}

	/**
	 * Return the piece of text that the first answer gets.
	 * @return the piece, or null
	 */
	public @Nullable String content() {
		return this.choices.isEmpty() ? null : this.choices.get(0).delta().content();
	}

	/**
	 * Return whether this chunk adds something that a caller can see.
	 * @return false for an opening role, a mere usage or a mere end
	 */
	public boolean hasContent() {
		for (ChunkChoice choice : this.choices) {
			if (choice.delta().hasContent()) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Write this chunk in OpenAI's format.
	 * @return a {@code chat.completion.chunk}
	 */
	public String toJson() {
		return Json.text(this);
	}

	@Override
	public void writeTo(JsonGenerator generator) {
		generator.writeStartObject();
		Fields.writeText(generator, "id", this.id);
		generator.writeStringProperty("object", "chat.completion.chunk");
		generator.writeNumberProperty("created", this.created);
		Fields.writeText(generator, "model", this.model);
		Fields.write(generator, "choices", this.choices);
		if (this.usage != null) {
			Fields.write(generator, "usage", this.usage);
		}
		Fields.write(generator, this.extra);
		generator.writeEndObject();
	}

}
