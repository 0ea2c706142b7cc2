package dev.litellm.dialect.anthropic;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.json.Json;

/**
 * A content block that writes itself.
 *
 * @param type its type
 * @param text the text, or null where it is none of text
 * @param rest writes all other members
 * @param mark how it is to be cached, or null
 */
record Block(String type, @Nullable String text, Json.Writable rest, @Nullable Object mark) implements Json.Writable {

	static final String CACHE_CONTROL = "cache_control";

	private static final Json.Writable NOTHING = (generator) -> {
	};

	static Block text(String text) {
		return new Block("text", text, NOTHING, null);
	}

	static Block of(String type, Json.Writable rest) {
		return new Block(type, null, rest, null);
	}

	/**
	 * Return a picture or a document.
	 * @param type {@code image} or {@code document}
	 * @param kind the kind of its source
	 * @param name the name of what tells the source
	 * @param value what tells it
	 * @param data the content, or null where the source lies elsewhere
	 * @return the block
	 */
	static Block source(String type, String kind, String name, String value, @Nullable Object data) {
		return of(type, (generator) -> {
			generator.writeName("source");
			generator.writeStartObject();
			generator.writeStringProperty("type", kind);
			generator.writeStringProperty(name, value);
			Json.writeGiven(generator, "data", data);
			generator.writeEndObject();
		});
	}

	/**
	 * Return this block with a mark, if it has none.
	 * @param extra the members of a message, a part or a call, the mark perhaps among
	 * them
	 * @return the block
	 */
	Block marked(Map<String, @Nullable Object> extra) {
		Object found = (this.mark == null) ? extra.get(CACHE_CONTROL) : null;
		return (found == null) ? this : new Block(this.type, this.text, this.rest, found);
	}

	Block trimmed() {
		return (this.text == null) ? this : new Block(this.type, this.text.stripTrailing(), this.rest, this.mark);
	}

	@Override
	public void writeTo(JsonGenerator generator) {
		generator.writeStartObject();
		generator.writeStringProperty("type", this.type);
		Json.writeGiven(generator, "text", this.text);
		this.rest.writeTo(generator);
		Json.writeGiven(generator, CACHE_CONTROL, this.mark);
		generator.writeEndObject();
	}

}
