package dev.litellm.chat;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.json.Json;

/**
 * A piece of reasoning that must be sent back as it came, in LiteLLM's shape.
 *
 * @param type {@code thinking} or {@code redacted_thinking}
 * @param thinking the text, or null where it is redacted
 * @param signature the provider's signature, or null
 * @param extra further members, for example {@code data} of a redacted block
 * @since 0.1.0
 */
public record ThinkingBlock(String type, @Nullable String thinking, @Nullable String signature,
		Map<String, @Nullable Object> extra) implements Json.Writable {

	public ThinkingBlock {
		extra = Fields.copy(extra);
	}

	@Override
	public void writeTo(JsonGenerator generator) {
		generator.writeStartObject();
		generator.writeStringProperty("type", this.type);
		Fields.writeText(generator, "thinking", this.thinking);
		Fields.writeText(generator, "signature", this.signature);
		Fields.write(generator, this.extra);
		generator.writeEndObject();
	}

}
