package dev.litellm.dialect.anthropic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * What the server is to leave out of a conversation that grows long, or to sum up.
 */
final class ContextEdits {

	private static final String COMPACT = "compact_20260112";

	private static final String THRESHOLD = "compact_threshold";

	private ContextEdits() {
	}

	/**
	 * Return the edits as Anthropic takes them.
	 * @param given Anthropic's object, or OpenAI's list of compactions
	 * @param betas take the marks of the features that are used
	 * @return an object with {@code edits}
	 */
	static Object of(Object given, Betas betas) {
		Object value = (given instanceof List<?> items) ? new Members(1).add("edits", edits(items)) : given;
		for (Object edit : Values.items(Values.fields(value).get("edits"))) {
			betas.add(COMPACT.equals(Values.fields(edit).get("type")) ? "compact-2026-01-12"
					: "context-management-2025-06-27");
		}
		return value;
	}

	private static List<Object> edits(List<?> items) {
		List<Object> edits = new ArrayList<>(1);
		for (Object item : items) {
			Map<?, ?> fields = Values.fields(item);
			edits.add("compaction".equals(fields.get("type")) ? compaction(fields) : fields);
		}
		return edits;
	}

	private static Members compaction(Map<?, ?> fields) {
		Members edit = new Members(fields).add("type", COMPACT);
		edit.remove(THRESHOLD);
		if (fields.get(THRESHOLD) instanceof Number threshold) {
			edit.add("trigger", new Members(2).add("type", "input_tokens").add("value", threshold.longValue()));
		}
		return edit;
	}

}
