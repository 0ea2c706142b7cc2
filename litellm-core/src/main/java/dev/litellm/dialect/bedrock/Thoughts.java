package dev.litellm.dialect.bedrock;

import java.util.List;
import java.util.Set;

import tools.jackson.core.JsonGenerator;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.ThinkingBlock;
import dev.litellm.dialect.Target;
import dev.litellm.json.Json;
import dev.litellm.json.Values;

/**
 * What a model has thought, on its way back to it.
 *
 * @param target takes notes
 * @param taken whether the model takes thoughts back
 */
record Thoughts(Target target, boolean taken) {

	private static final Set<String> PARTS = Set.of("thinking", "redacted_thinking");

	static boolean isOne(ContentPart part) {
		return PARTS.contains(part.type());
	}

	void add(ContentPart part, List<Union> content) {
		add(new ThinkingBlock(part.type(), Values.text(part.extra().get("thinking")),
				Values.text(part.extra().get("signature")), part.extra()), content);
	}

	void add(ThinkingBlock block, List<Union> content) {
		if (!this.taken) {
			this.target.note("a thought was left out: the model takes none");
		}
		else if (block.extra().get("data") != null) {
			add(new Union("redactedContent", block.extra().get("data")), content);
		}
		else if (block.signature() != null) {
			add(new Union("reasoningText", new Signed(block)), content);
		}
		else {
			this.target.note("a thought without a signature was left out: it cannot be sent back");
		}
	}

	private static void add(Union thought, List<Union> content) {
		content.add(new Union("reasoningContent", thought));
	}

	/**
	 * A thought that can be sent back.
	 *
	 * @param block holds it and its signature
	 */
	private record Signed(ThinkingBlock block) implements Json.Writable {

		@Override
		public void writeTo(JsonGenerator generator) {
			generator.writeStartObject();
			generator.writeStringProperty("text", (this.block.thinking() != null) ? this.block.thinking() : "");
			generator.writeStringProperty("signature", this.block.signature());
			generator.writeEndObject();
		}

	}

}
