package dev.litellm.dialect.bedrock;

import java.util.List;

import tools.jackson.core.JsonGenerator;

import dev.litellm.json.Json;

/**
 * What one side says until the other one does.
 *
 * @param role the side, {@code user} or {@code assistant}
 * @param content its blocks, which grow until the request is written
 */
record Turn(String role, List<Union> content) implements Json.Writable {

	/**
	 * Return whether blocks hold one of a kind.
	 * @param content the blocks
	 * @param kind the kind
	 * @return true if one of them is of that kind
	 */
	static boolean holds(List<Union> content, String kind) {
		for (Union block : content) {
			if (block.is(kind)) {
				return true;
			}
		}
		return false;
	}

	/** Documents want a text beside them. */
	void explainDocuments() {
		if (holds(this.content, "document") && !holds(this.content, Union.TEXT)) {
			this.content.add(Union.text("."));
		}
	}

	@Override
	public void writeTo(JsonGenerator generator) {
		generator.writeStartObject();
		generator.writeStringProperty("role", this.role);
		Json.write(generator, "content", this.content);
		generator.writeEndObject();
	}

}
