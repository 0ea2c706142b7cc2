package dev.litellm.dialect.gemini;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.json.Json;

/**
 * What one speaker says at a time.
 *
 * @param role {@code user} or {@code model}, or null for the instruction
 * @param parts {@link Part}s, and such as came from Gemini as they are
 */
record Content(@Nullable String role, List<Object> parts) implements Json.Writable {

	@Override
	public void writeTo(JsonGenerator generator) {
		generator.writeStartObject();
		Json.writeGiven(generator, "role", this.role);
		Json.write(generator, "parts", this.parts);
		generator.writeEndObject();
	}

}
