package dev.litellm.dialect.bedrock;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.ThinkingBlock;
import dev.litellm.dialect.Target;
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

	void add(ContentPart part, List<Map<String, @Nullable Object>> content) {
		add(new ThinkingBlock(part.type(), Values.text(part.extra().get("thinking")),
				Values.text(part.extra().get("signature")), part.extra()), content);
	}

	void add(ThinkingBlock block, List<Map<String, @Nullable Object>> content) {
		if (!this.taken) {
			this.target.note("a thought was left out: the model takes none");
		}
		else if (block.extra().get("data") != null) {
			add("redactedContent", block.extra().get("data"), content);
		}
		else if (block.signature() != null) {
			Map<String, @Nullable Object> text = Values.object("text",
					(block.thinking() != null) ? block.thinking() : "");
			text.put("signature", block.signature());
			add("reasoningText", text, content);
		}
		else {
			this.target.note("a thought without a signature was left out: it cannot be sent back");
		}
	}

	private static void add(String name, @Nullable Object thought, List<Map<String, @Nullable Object>> content) {
		content.add(Values.object("reasoningContent", Values.object(name, thought)));
	}

}
