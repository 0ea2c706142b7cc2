package dev.litellm.dialect.bedrock;

import tools.jackson.core.JsonGenerator;

import dev.litellm.json.Json;

/**
 * One of Bedrock's unions, as content blocks and tools are: an object of one member,
 * whose name tells what it is.
 *
 * @param kind the member's name
 * @param value its value, any that {@link Json#write} takes
 */
record Union(String kind, Object value) implements Json.Writable {

	static final String TEXT = "text";

	static Union text(String text) {
		return new Union(TEXT, text);
	}

	boolean is(String kind) {
		return this.kind.equals(kind);
	}

	@Override
	public void writeTo(JsonGenerator generator) {
		generator.writeStartObject();
		Json.write(generator, this.kind, this.value);
		generator.writeEndObject();
	}

}
