package dev.litellm.dialect.gemini;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.json.Json;
import dev.litellm.json.Members;

/**
 * A part of a content as Gemini takes it.
 *
 * @param name what it is: the name of the member that counts
 * @param value that member, a text or what writes itself
 * @param beside further members
 * @param signature the signature of the thought that led to it, or null
 */
record Part(String name, Object value, Map<String, @Nullable Object> beside,
		@Nullable String signature) implements Json.Writable {

	static final String SIGNATURE = "thoughtSignature";

	private static final String TEXT = "text";

	private static final Map<String, @Nullable Object> THOUGHT = Map.of("thought", true);

	static Part text(String text) {
		return new Part(TEXT, text, Map.of(), null);
	}

	static Part thought(String text) {
		return new Part(TEXT, text, THOUGHT, null);
	}

	static Part of(String name, Json.Writable value) {
		return new Part(name, value, Map.of(), null);
	}

	boolean isText() {
		return this.name.equals(TEXT);
	}

	Part with(String name, Object value) {
		return new Part(this.name, this.value, new Members(this.beside).add(name, value), this.signature);
	}

	Part signed(@Nullable String signature) {
		return (signature != null) ? new Part(this.name, this.value, this.beside, signature) : this;
	}

	@Override
	public void writeTo(JsonGenerator generator) {
		generator.writeStartObject();
		this.beside.forEach((name, value) -> Json.write(generator, name, value));
		Json.write(generator, this.name, this.value);
		Json.writeGiven(generator, SIGNATURE, this.signature);
		generator.writeEndObject();
	}

}
